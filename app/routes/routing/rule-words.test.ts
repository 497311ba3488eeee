import { expect, it } from "vitest";
import { english } from "#tests/setup/english.ts";
import { actionsLabel } from "./rule-words.ts";

it("says what a rule does, its tags in quotation marks", () => {
  const names = { staff: { "1": "Mia Berg" }, macros: {} };
  const said = actionsLabel(
    english,
    [
      { do: "add_tags", tags: ["before shipping"] },
      { do: "assign", to: "1" },
      { do: "suggest_macro", articleId: "gone" },
    ],
    names,
  );
  expect(said).toContain("add the tag “before shipping”");
  expect(said).toContain("Mia Berg");
});
