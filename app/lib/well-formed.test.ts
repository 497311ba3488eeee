import { expect, it } from "vitest";
import { wellFormed } from "#app/lib/well-formed.ts";

it("replaces NUL and lone surrogates, and nothing else", () => {
  expect(wellFormed("a\0b\ud800c\udc00")).toBe("a\ufffdb\ufffdc\ufffd");
  expect(wellFormed("\u{1F4E6} \u200d \r\n\t")).toBe("\u{1F4E6} \u200d \r\n\t");
});
