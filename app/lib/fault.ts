import type { z } from "zod";

/** What is wrong with something that was typed, by a code that a screen words; `values` are what the words name. */
export type Fault = { code: string; values?: Record<string, string | number> };

type Issue = z.core.$ZodIssue;

/** The faults of a form by the name of their field; `whole` names what belongs to none. Of several of one field the last is told. */
export const faultsOf = (error: { issues: readonly Issue[] }, whole = "form"): Record<string, Fault> =>
  Object.fromEntries(error.issues.map((issue) => [String(issue.path[0] ?? whole), faultOf(issue)]));

/** A refinement names its fault in its `params`: `refine(isDay, { params: { code: "day" } })`, the rest of them are its values. */
export function faultOf(issue: Issue): Fault {
  switch (issue.code) {
    case "too_big":
      return { code: SIZES[issue.origin]?.[1] ?? "too_big", values: { limit: Number(issue.maximum) } };
    case "too_small":
      if (issue.origin === "string" && Number(issue.minimum) === 1) return { code: "empty" };
      return { code: SIZES[issue.origin]?.[0] ?? "too_small", values: { limit: Number(issue.minimum) } };
    case "invalid_value":
      return { code: "choice" };
    case "invalid_format":
      return { code: issue.format };
    case "custom":
      return customOf(issue.params ?? {});
    case "invalid_type":
    case "unrecognized_keys":
    case "not_multiple_of":
    case "invalid_union":
    case "invalid_key":
    case "invalid_element":
      return { code: "invalid" };
  }
}

const SIZES: Record<string, [less: string, more: string]> = {
  string: ["too_short", "too_long"],
  array: ["too_few", "too_many"],
};

function customOf({ code, ...params }: Record<string, unknown>): Fault {
  const values = Object.entries(params).filter(
    (entry): entry is [string, string | number] =>
      typeof entry[1] === "string" || typeof entry[1] === "number",
  );
  return {
    code: typeof code === "string" ? code : "invalid",
    ...(values.length > 0 ? { values: Object.fromEntries(values) } : {}),
  };
}
