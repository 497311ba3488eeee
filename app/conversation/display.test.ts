import { expect, it } from "vitest";
import { excerpt, nameOf } from "#app/conversation/display.ts";

it("cuts between words, on one line, and never within a character", () => {
  expect(excerpt("Hello\n\n  world", 20)).toBe("Hello world");
  expect(excerpt("one two three four five", 14)).toBe("one two three…");
  expect(excerpt("\u{1F4E6}".repeat(30), 5)).toBe(`${"\u{1F4E6}".repeat(5)}…`);
});

it("calls a person by their name, else by the address", () => {
  expect(nameOf({ name: " Eva ", address: "eva@shopper.example" })).toBe("Eva");
  expect(nameOf({ name: "", address: "eva@shopper.example" })).toBe("eva@shopper.example");
});
