import { expect, it } from "vitest";
import { english } from "#tests/setup/english.ts";
import { faultLabel, faultLabels } from "./fault-words.ts";

it.each([
  ["perWeek", { code: "whole", values: { from: 1, to: 14 } }, "A whole number between 1 and 14"],
  ["body", { code: "too_long", values: { limit: 4_000 } }, "At most 4,000 characters"],
  ["title", { code: "empty" }, "Enter a title"],
  ["form", { code: "empty" }, "Fill this in"],
  ["text", { code: "placeholder" }, "Only {name} can stand for something else, in a greeting, once"],
  ["text", { code: "unheard_of" }, "This cannot be used"],
])("says beside %s what is wrong with it: %j", (field, fault, said) =>
  expect(faultLabel(english, field, fault)).toBe(said),
);

it("says nothing of what was not refused", () => {
  expect(faultLabels(english, undefined)).toEqual({});
  expect(faultLabels(english, { outcome: "saved" })).toEqual({});
});
