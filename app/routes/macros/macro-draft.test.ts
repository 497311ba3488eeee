import { describe, expect, it } from "vitest";
import { blankDraft, draftOf, faultsOfMacro, macroOfDraft } from "./macro-draft.ts";

describe("the draft of a macro", () => {
  it("says beside which field something is wrong, of several faults the first", () => {
    expect(faultsOfMacro(macroOfDraft(blankDraft("en")))).toEqual({
      name: { code: "empty" },
      "texts.en": { code: "empty" },
    });
    const macro = {
      name: "Parcel",
      texts: { de: "{{gift}} {{order}}" },
      tags: ["x".repeat(41)],
      closes: false,
    };
    expect(faultsOfMacro(macro)).toEqual({
      "texts.de": { code: "no_such_placeholder", values: { name: "gift" } },
      tags: { code: "tag", values: { limit: 40 } },
    });
    expect(faultsOfMacro({ ...macro, texts: { en: "About {order}: {gift}" }, tags: [] })).toEqual({
      "texts.en": { code: "single_braces", values: { name: "order" } },
    });
    expect(faultsOfMacro({ ...macro, texts: {}, tags: [] })).toEqual({ texts: { code: "empty" } });
    expect(faultsOfMacro(null)).toEqual({ name: { code: "invalid" } });
  });

  it("is the macro again that it was made of", () => {
    const macro = { name: "Parcel", texts: { de: "Ja.", en: "Yes." }, tags: ["parcel"], closes: true };
    expect(macroOfDraft(draftOf(macro))).toEqual(macro);
    expect(faultsOfMacro(macro)).toEqual({});
  });
});
