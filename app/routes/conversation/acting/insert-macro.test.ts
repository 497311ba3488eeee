import { describe, expect, it } from "vitest";
import { insertMacro } from "./insert-macro.ts";

const REPLY = "Hi Ada,\n\nThank you for writing.\n\nBest regards";

describe("putting a macro into a reply", () => {
  it("comes before the leave-taking where nobody writes yet", () => {
    const { text, caret } = insertMacro(REPLY, "It is free.", null);
    expect(text).toBe("Hi Ada,\n\nThank you for writing.\n\nIt is free.\n\nBest regards");
    expect(text.slice(0, caret)).toMatch(/It is free\.$/u);
  });

  it.each([
    ["", 0, "It is free."],
    ["Hi,", 3, "Hi,\n\nIt is free."],
    ["Hi,\n", 4, "Hi,\n\nIt is free."],
    ["Hi, bye", 3, "Hi,\n\nIt is free.\n\n bye"],
    ["Hi,\n\n\nBye", 5, "Hi,\n\nIt is free.\n\nBye"],
  ])("is a paragraph of its own in %j at %i", (text, caret, wanted) => {
    expect(insertMacro(text, " It is free.\n", caret).text).toBe(wanted);
  });

  it("stands at the end of a short text", () => {
    expect(insertMacro("Hi Ada,\n\nThanks!", "It is free.", null).text).toBe(
      "Hi Ada,\n\nThanks!\n\nIt is free.",
    );
  });
});
