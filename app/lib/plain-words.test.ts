import { describe, expect, it } from "vitest";
import { z } from "zod";
import { plainWords } from "./plain-words.ts";

const schema = z.strictObject({
  text: z.string().max(5).optional(),
  list: z.array(z.string()).min(1).optional(),
  flag: z.boolean().optional(),
  choice: z.enum(["formal", "friendly"]).optional(),
  time: z.iso.datetime().optional(),
  mail: z.email().optional(),
  own: z.string().max(1, "Use one letter").optional(),
});

const said = (value: unknown) => {
  const [issue] = schema.safeParse(value).error?.issues ?? [];
  return issue && plainWords(issue);
};

describe("what is said of a field", () => {
  it("that is not there", () => {
    const [issue] = z.object({ needed: z.string() }).safeParse({}).error?.issues ?? [];
    expect(issue && plainWords(issue)).toBe("Is missing.");
  });

  it.each([
    [{ text: 1 }, "Must be text."],
    [{ text: "longer" }, "Must be at most 5 characters long."],
    [{ list: [] }, "Must be at least 1 entry long."],
    [{ flag: "yes" }, "Must be true or false."],
    [{ choice: "rude" }, "Must be one of: formal, friendly."],
    [{ time: "noon" }, "Must be a time such as 2026-11-21T12:00:00Z."],
    [{ mail: "ada" }, "Is not written as it must be."],
    [{ other: 1 }, "There is no such field."],
    [[], "Must be an object."],
    [{ own: "ab" }, "Use one letter"],
  ])("%j: %s", (value, words) => {
    expect(said(value)).toBe(words);
  });
});
