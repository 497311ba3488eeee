import { expect, it } from "vitest";
import { isCut, shortSubject } from "./short-subject.ts";

it("leaves a subject as it is that anybody would write", () => {
  expect(shortSubject("Where is my order #1042?")).toBe("Where is my order #1042?");
  expect(isCut("Where is my order #1042?")).toBe(false);
  expect(isCut(`${"a".repeat(119)} \n b`)).toBe(true);
  expect(isCut(`${"a".repeat(118)} \n b `)).toBe(false);
});

it.each([
  ["words", "where is my order ".repeat(50)],
  ["one word", "a".repeat(900)],
  ["from right to left", "أين طلبي ".repeat(100)],
  ["of characters that are two", "\u{1F4E6}".repeat(450)],
])("is short of 900 characters: %s", (_, long) => {
  const short = shortSubject(long);
  expect(isCut(long)).toBe(true);
  expect(Array.from(short).length).toBeLessThanOrEqual(121);
  expect(short.endsWith("…")).toBe(true);
  expect(short).not.toContain("\uFFFD");
  expect(long.startsWith(short.slice(0, -1))).toBe(true);
});
