import { describe, expect, it } from "vitest";
import { composedLanguages } from "#app/care/draft/catalogue/catalogue.ts";
import { isBlocked, prepareGuard } from "#app/care/draft/guard.ts";
import { goodDrafts, mutationKinds, mutations } from "./mutate.ts";

describe("mutations of good drafts", () => {
  const made = mutations(11, 203);

  it("are the same for the same seed, as many of each kind, and in every language", () => {
    expect(mutations(11, 21).map(({ text }) => text)).toEqual(made.slice(0, 21).map(({ text }) => text));
    for (const kind of mutationKinds) expect(made.filter((one) => one.kind === kind)).toHaveLength(29);
    expect(new Set(made.map(({ of }) => of.language))).toEqual(new Set(composedLanguages));
    expect(made.filter(({ of, text }) => of.text === text)).toEqual([]);
  });

  it("are caught, but for one in a hundred", () => {
    const missed = made.filter(({ of, text }) => !isBlocked(prepareGuard(of.sheet).check(text)));
    const shown = missed.map(({ kind, of, text }) => ({ kind, id: of.id, text }));
    expect({ shown, few: missed.length <= made.length / 100 }).toEqual({ shown, few: true });
  });

  it("are not needed for an alarm where nothing was changed", () => {
    const alarmed = goodDrafts(3).filter(({ sheet, text }) => isBlocked(prepareGuard(sheet).check(text)));
    expect(alarmed.map(({ id, text }) => ({ id, text }))).toEqual([]);
  });
});
