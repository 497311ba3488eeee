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
  switch (issue.code) {
    case "invalid_type":
      return `Must be ${KINDS[issue.expected] ?? "of another kind"}.`;
    case "too_big":
      return `Must be at most ${String(issue.maximum)}${unitOf(issue.origin)}.`;
    case "too_small":
      return `Must be at least ${String(issue.minimum)}${unitOf(issue.origin)}.`;
    case "invalid_value":
      return `Must be one of: ${issue.values.map(String).join(", ")}.`;
    case "unrecognized_keys":
      return "There is no such field.";
    case "invalid_format":
      return "Is not written as it must be.";
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

const unitOf = (origin: string) =>
  origin === "string" ? " characters long" : origin === "array" ? " entries long" : "";
