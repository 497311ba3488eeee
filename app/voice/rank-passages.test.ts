import { describe, expect, it } from "vitest";
import { rankPassages, type MatchedPassage } from "#app/voice/rank-passages.ts";

const passage = (id: string, ...matched: string[]): MatchedPassage => ({
  id,
  sourceKind: "policy",
  sourceId: "P",
  language: null,
  title: "",
  heading: "",
  body: "",
  mirroredAt: new Date(0),
  matched,
});
const ranked = (passages: MatchedPassage[], asked: number, total = 20) =>
  rankPassages(passages, { total, asked }).map(({ id, clear }) => (clear ? `${id}!` : id));

describe("rankPassages", () => {
  it("is clear about the one passage that speaks of what is asked", () => {
    expect(ranked([passage("b", "order"), passage("a", "wash", "wool", "order")], 4)).toEqual(["a!"]);
  });
  it("is clear about none where two say nearly the same", () => {
    expect(ranked([passage("a", "wash", "wool"), passage("b", "wash", "wool")], 3)).toEqual(["a", "b"]);
  });
  it("weighs a rare word more than one that all have", () => {
    const all = ["a", "b", "c", "d"].map((id) => passage(id, "order", "day"));
    expect(ranked([...all, passage("z", "order", "wool")], 3)[0]).toBe("z!");
  });
  it("finds nothing by one word, nor by a few of a long letter", () => {
    expect(ranked([passage("a", "order")], 1)).toEqual([]);
    expect(ranked([passage("a", "order", "day")], 80)).toEqual([]);
    expect(ranked([], 3)).toEqual([]);
  });
});
