import { expect, it } from "vitest";
import { english } from "#tests/setup/english.ts";
import { countInAll, notWritten } from "./count-words.ts";
import type { LivePreview } from "./use-preview.ts";

const kind = { kind: "stalled", found: 3, written: 2, because: { cap: 1 } } as const;
const counted: LivePreview = {
  state: "counted",
  preview: { days: 30, found: 3, written: 2, kinds: [kind], cut: false },
};

it("says what was counted, and nothing of it beside a value that is not valid", () => {
  expect(notWritten(english, counted)).toMatch(/^Not written: 1 /u);
  const wrong: LivePreview = { ...counted, state: "wrong" };
  expect(countInAll(english, wrong)).toBe("Not counted: one of the values on this page is not valid.");
  expect(notWritten(english, wrong)).toBe("");
});
