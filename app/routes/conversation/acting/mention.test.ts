import { describe, expect, it } from "vitest";
import { namedIn, namedLike, namingAt, partsOf, withName } from "./mention.ts";

const MIA = { id: "1", name: "Mia" };
const MIA_BERG = { id: "2", name: "Mia Berg" };
const ZOE = { id: "3", name: "Zoë Aguilar" };
const STAFF = [MIA, MIA_BERG, ZOE];

describe("naming somebody", () => {
  it.each([
    ["@", 1, { from: 0, sought: "" }],
    ["See @mi", 7, { from: 4, sought: "mi" }],
    ["See @Mia Be", 11, { from: 4, sought: "Mia Be" }],
    ["(@mi", 4, { from: 1, sought: "mi" }],
    ["mia@shop", 8, null],
    ["See @ mi", 8, null],
    ["@mi\nand", 7, null],
    ["nobody", 3, null],
  ])("is seen in %j at %i", (text, caret, naming) => {
    expect(namingAt(text, caret)).toEqual(naming);
  });

  it("finds whose name or family name begins so, with or without accents", () => {
    expect(namedLike(STAFF, "mia")).toEqual([MIA, MIA_BERG]);
    expect(namedLike(STAFF, "be")).toEqual([MIA_BERG]);
    expect(namedLike(STAFF, "zoe a")).toEqual([ZOE]);
    expect(namedLike(STAFF, "ia")).toEqual([]);
    expect(namedLike(STAFF, "")).toEqual(STAFF);
  });

  it("puts the name where it was begun, with a space after it", () => {
    expect(withName("See @mi", { from: 4, caret: 7, name: "Mia" })).toEqual({ text: "See @Mia ", caret: 9 });
    expect(withName("@mi now", { from: 0, caret: 3, name: "Mia" })).toEqual({ text: "@Mia now", caret: 4 });
  });
});

describe("who is named", () => {
  it("is whoever's whole name stands there, the longest first, each once", () => {
    expect(namedIn("@Mia Berg and @zoë aguilar, @Mia Berg!", STAFF)).toEqual(["2", "3"]);
    expect(namedIn("@Mia, please", STAFF)).toEqual(["1"]);
    expect(namedIn("@Miauz, mia@Mia.example, Mia", STAFF)).toEqual([]);
  });

  it("is marked where it stands, and nothing is lost", () => {
    const text = "Ask @Zoë Aguilar @ noon";
    expect(partsOf(text, STAFF)).toEqual([
      { text: "Ask ", id: null },
      { text: "@Zoë Aguilar", id: "3" },
      { text: " @ noon", id: null },
    ]);
    expect(partsOf("", STAFF)).toEqual([]);
  });
});
