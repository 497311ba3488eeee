import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseBody, storableText } from "#app/mirror/parse-body.ts";

describe("parseBody", () => {
  it("keeps whole numbers that JavaScript cannot hold as text, and others as numbers", () => {
    expect(
      parseBody('{"id":820982911946154508,"small":9007199254740991,"price":12.5,"list":[-9007199254740993]}'),
    ).toEqual({
      id: "820982911946154508",
      small: 9_007_199_254_740_991,
      price: 12.5,
      list: ["-9007199254740993"],
    });
    expect(parseBody(" -9007199254740992")).toBe("-9007199254740992");
  });

  it("makes text storable: no NUL, no half of a pair", () => {
    expect(parseBody(String.raw`{"note":"a\u0000b\ud83dc"}`)).toEqual({ note: "ab\uFFFDc" });
    expect(parseBody('{"note":"😀"}')).toEqual({ note: "😀" });
  });

  it("mends the same when it does not look at every value", () => {
    const mended = (_key: string, part: unknown) => {
      if (typeof part === "string") return storableText(part);
      return Number.isInteger(part) && !Number.isSafeInteger(part) && /^-?\d+$/.test(String(part))
        ? String(part)
        : part;
    };
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const text = JSON.stringify(value);
        expect(parseBody(text)).toEqual(JSON.parse(text, mended));
      }),
      { numRuns: 500 },
    );
  });

  it("throws on what is not JSON", () => {
    expect(() => parseBody("not json")).toThrow(SyntaxError);
    expect(() => parseBody("")).toThrow(SyntaxError);
  });
});
