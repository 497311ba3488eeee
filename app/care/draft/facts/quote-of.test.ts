import { describe, expect, it } from "vitest";
import { quoteOf } from "./quote-of.ts";

const WASHING =
  "Wool dislikes heat. Wash the blanket at 30 degrees, without a spin. Dry it flat and out of the sun. We have sold it since 1998.";

describe("quoteOf", () => {
  it("takes the two sentences that speak of what is asked, whole", () => {
    expect(quoteOf(WASHING, "Can I wash the blanket with a spin, and how do I dry it?")).toBe(
      "Wash the blanket at 30 degrees, without a spin. Dry it flat and out of the sun.",
    );
  });
  it("takes a short passage as it is", () => {
    expect(quoteOf("Sale items\ncannot be returned.", "Is this final?")).toBe(
      "Sale items cannot be returned.",
    );
  });
  it("works where words are not spaced", () => {
    const text =
      "返品は到着後14日以内に承ります。セール品は返品できません。ご不明な点はお問い合わせください。営業は平日です。";
    expect(quoteOf(text, "セール品の返品はできますか")).toBe(
      "返品は到着後14日以内に承ります。セール品は返品できません。",
    );
  });
  it.each([
    ["says nothing of it", WASHING, "Où est ma commande ?"],
    ["is too long", `${"The blanket is woven from wool and more wool ".repeat(9)}.`, "blanket wool"],
    ["is a list", "- Wash at 30 degrees.", "wash"],
    ["is cut", "Wash at 30 degrees and then", "wash"],
    ["cheers", "Wash it with joy!", "wash"],
    ["links", "Read how to wash it at elsewhere.example.", "wash"],
    ["is a macro with a gap", "Hello {name}, we wash it.", "wash"],
  ])("quotes nothing that %s", (_what, passage, question) => {
    expect(quoteOf(passage, question)).toBeNull();
  });
});
