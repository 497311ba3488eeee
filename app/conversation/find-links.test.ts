import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findLinks } from "#app/conversation/find-links.ts";

const addresses = (text: string) => findLinks(text).flatMap(({ address }) => address ?? []);

describe("findLinks", () => {
  it.each([
    ["See https://shop.example/a, please.", ["https://shop.example/a"]],
    ["(https://shop.example/a_(b))", ["https://shop.example/a_(b)"]],
    ["<https://shop.example/a> https://b.example", ["https://shop.example/a", "https://b.example"]],
    ["こちら（https://shop.example/a）です", ["https://shop.example/a"]],
    ["javascript:alert(1) ftp://x.example mailto:a@b.example www.shop.example", []],
    ["https:// http://", []],
    [`https://shop.example/${"a".repeat(3000)}`, []],
  ])("finds the web addresses in %s", (text, found) => {
    expect(addresses(text)).toEqual(found);
  });

  it.each([
    ["https://shop.example/a", null],
    ["https://shop.example@evil.example/", "evil.example"],
    ["https://shоp.example/", "xn--shp-ted.example"],
  ])("names the host of %s where it does not show", (text, host) => {
    expect(findLinks(text)[0]?.host).toBe(host);
  });

  it("loses nothing of any text", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("https://", "a.example", "/", " ", ")", "(", ".", "x", "\n"), {
          maxLength: 30,
        }),
        (parts) => {
          expect(
            findLinks(parts.join(""))
              .map(({ text }) => text)
              .join(""),
          ).toBe(parts.join(""));
        },
      ),
    );
  });
});

it("breaks what is very long into pieces, between characters", () => {
  const text = `${"a".repeat(31_999)}${"\u{1F642}".repeat(60_000)}`;
  const pieces = findLinks(text).map((piece) => piece.text);
  expect(pieces.join("")).toBe(text);
  expect(pieces.length).toBeGreaterThan(4);
  for (const piece of pieces) {
    expect(piece.length).toBeLessThanOrEqual(32_000);
    expect(piece.isWellFormed()).toBe(true);
  }
});
