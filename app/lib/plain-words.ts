import type { z } from "zod";

type Issue = z.core.$ZodIssue;

const KINDS: Record<string, string> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
};

/** What is wrong with one field, for somebody who does not know our schemas. A schema's own words are kept. */
export function plainWords(issue: Issue): string {
  if (!isLibrarys(issue.message)) return issue.message;
  if (isMissing(issue.message)) return "Is missing.";
  switch (issue.code) {
    case "invalid_type":
      return `Must be ${KINDS[issue.expected] ?? "of another kind"}.`;
    case "too_big":
      return `Must be at most ${counted(issue.maximum, issue.origin)}.`;
    case "too_small":
      return `Must be at least ${counted(issue.minimum, issue.origin)}.`;
    case "invalid_value":
      return `Must be one of: ${issue.values.map(String).join(", ")}.`;
    case "unrecognized_keys":
      return "There is no such field.";
    case "invalid_format":
      return issue.format === "datetime"
        ? "Must be a time such as 2026-11-21T12:00:00Z."
        : "Is not written as it must be.";
    case "not_multiple_of":
    case "invalid_union":
    case "invalid_key":
    case "invalid_element":
    case "custom":
      return "Is not valid.";
  }
}

/** How zod begins its own messages (zod 4, en locale). */
const isLibrarys = (message: string) => /^(Invalid|Too big|Too small|Unrecognized key)/.test(message);

/** How it ends them where the field was not there at all. */
const isMissing = (message: string) => / received undefined$/.test(message);

function counted(limit: number | bigint, origin: string): string {
  const one = Number(limit) === 1;
  if (origin === "string") return `${limit} ${one ? "character" : "characters"} long`;
  if (origin === "array") return `${limit} ${one ? "entry" : "entries"} long`;
  return String(limit);
}
