import { describe, expect, it } from "vitest";
import { parsePhraseModel, serialisePhraseModel, type PhraseHeader } from "./phrase-model.ts";
import { phraseWords, scorePhrases } from "./score-phrases.ts";

/** Two words of two numbers; one filter a window; "good" fires the first, "not good" in this order the second. */
const header: PhraseHeader = {
  name: "tiny",
  labels: ["joy", "anger"],
  ...{ wordBytes: 1, words: 3, size: 2, filters: 1, windows: 2 },
  vectorScales: [1, 1],
  filterScales: [0.5, 1],
  outputScales: [1, 1],
  filterBias: [0, -1],
  bias: [0.25, -0.25],
};
const weights = {
  vectors: Int8Array.from([0, 0, 1, 0, 0, 1]),
  kernel: Int8Array.from([2, 0, 0, 1, 1, 0]),
  output: Int8Array.from([3, 0, 0, 5, 0, 0, 0, 0]),
};
const bytes = serialisePhraseModel(header, ["<other>", "good", "not"], weights);
const says = (text: string) => [...scorePhrases(parsePhraseModel(bytes), phraseWords(text))];

describe("the network over phrases", () => {
  it("adds up what the strongest filters give to each label", () => {
    expect(says("good")).toEqual([0.25 + 3, -0.25]);
    expect(says("not good")).toEqual([0.25 + 3, -0.25 + 5]);
  });

  it("hears the order of words, and a filter once however often it fires", () => {
    expect(says("good not")).toEqual([0.25 + 3, -0.25]);
    expect(says("not good not good")).toEqual(says("not good"));
  });

  it("says of no words and of unknown ones what it says of nothing", () => {
    expect(says("")).toEqual([0.25, -0.25]);
    expect(says("quux 你好 🙂")).toEqual([0.25, -0.25]);
  });

  it("refuses a file that is cut, saying how much of it there is, and one that is empty", () => {
    const cut = bytes.subarray(0, bytes.length - 1);
    expect(() => parsePhraseModel(cut)).toThrow(`model tiny: ${cut.length} bytes, expected ${bytes.length}`);
    expect(() => parsePhraseModel(new Uint8Array())).toThrow(RangeError);
  });
});

describe("the words of a text", () => {
  it("are lower case, with n't and every sign on their own", () => {
    expect(phraseWords("DON'T you dare, it's 12€ 😡!!")).toEqual(
      "do n't you dare , it 's 12 € 😡 ! !".split(" "),
    );
  });

  it("are not more than 400", () => {
    expect(phraseWords("word ".repeat(1_000))).toHaveLength(400);
  });
});
