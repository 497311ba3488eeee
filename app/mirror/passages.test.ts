import { describe, expect, it } from "vitest";
import { passagesOf } from "#app/mirror/passages.ts";
import { searchableText } from "#app/mirror/search-words.ts";

const source = { kind: "policy", id: "SHIPPING_POLICY" } as const;
const split = (text: string) => passagesOf(source, text);

describe("passagesOf", () => {
  it("makes a passage of each paragraph, under the heading before it", () => {
    const [first, second] = split("Delivery times\n\nTwo days in Germany.\n\n- DHL\n- UPS");
    expect(first).toMatchObject({ heading: "Delivery times", body: "Two days in Germany." });
    expect(second).toMatchObject({ heading: "Delivery times", body: "- DHL\n- UPS" });
    expect(first?.id).toMatch(/^policy:SHIPPING_POLICY:[0-9a-f]{12}$/u);
  });

  it("keeps an id while its passage stays, whatever is written around it", () => {
    const before = split("We ship at noon.\n\nBoxes are recycled.");
    const after = split("Something new.\n\nWe ship at noon.\n\nBoxes are burnt.");
    expect(after[1]).toEqual(before[0]);
    expect(after.map(({ id }) => id)).not.toContain(before[1]?.id);
  });

  it("cuts a long paragraph between sentences, and loses no word", () => {
    const long = Array.from({ length: 40 }, (_, at) => `Sentence number ${at} is here.`).join(" ");
    const parts = split(long);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.every(({ body }) => body.length <= 500 && body.endsWith("."))).toBe(true);
    expect(parts.map(({ body }) => body).join(" ")).toBe(long);
  });

  it("has one passage of what is said twice, and none of nothing", () => {
    expect(split("We ship at noon.\n\nWe ship at noon.")).toHaveLength(1);
    expect(split(" \n\n ")).toEqual([]);
  });
});

describe("searchableText", () => {
  it("puts spaces between Japanese words and leaves their endings out", () => {
    const words = searchableText("返品は30日以内にお願いします").split(" ");
    expect(words).toEqual(expect.arrayContaining(["返品", "30"]));
    expect(words).not.toContain("は");
  });
  it("writes small what a database in the C locale does not", () => {
    expect(searchableText("ÄNDERUNG Ⅳ")).toBe("änderung iv");
  });
});
