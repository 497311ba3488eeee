import { expect, it } from "vitest";
import { draftsOf } from "./drafts-of.ts";

const row = { status: "sent", edited: false, reasoned: false, classes: [] as string[], count: 1 };

it("tells what was sent as it was from what was changed a little, written anew and declined", () => {
  const drafts = draftsOf([
    { ...row, count: 10 },
    // Another draft was asked for, and sent as it was.
    { ...row, classes: ["shortened"], count: 2 },
    { ...row, edited: true, classes: ["greeting", "wording"], count: 4 },
    // Only spaces were changed.
    { ...row, edited: true },
    { ...row, edited: true, classes: ["fact_added", "rewritten"], count: 2 },
    { ...row, edited: true, classes: ["translated"] },
    { ...row, status: "declined", reasoned: true, classes: ["declined", "shortened"] },
    { ...row, status: "declined", reasoned: true, classes: ["declined"], count: 2 },
    { ...row, status: "declined", classes: ["declined"] },
  ]);
  expect(drafts.asDrafted).toMatchObject({ k: 12, n: 24, share: 0.5 });
  expect(drafts.lightlyEdited).toMatchObject({ k: 5, n: 24 });
  expect(drafts.rewritten).toMatchObject({ k: 3, n: 24 });
  expect(drafts.declined).toMatchObject({ k: 4, n: 24 });
  expect({ other: drafts.otherReason, none: drafts.noReason }).toEqual({ other: 2, none: 1 });
  expect(drafts.changes).toEqual([
    { class: "greeting", count: 4 },
    { class: "wording", count: 4 },
    { class: "fact_added", count: 2 },
    { class: "rewritten", count: 2 },
    { class: "shortened", count: 1 },
    { class: "translated", count: 1 },
  ]);
});
