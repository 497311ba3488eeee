import { expect, it } from "vitest";
import { foldedAtFirst, isLong } from "./long-message.ts";

const lines = (count: number) => Array.from({ length: count }, (_, at) => `line ${at}`).join("\n");
const said = (id: string, direction: "in" | "out", text: string) => ({ id, direction, text });

it("counts lines and characters", () => {
  expect(isLong(lines(40))).toBe(false);
  expect(isLong(lines(41))).toBe(true);
  expect(isLong("a".repeat(4_000))).toBe(false);
  expect(isLong("a".repeat(4_001))).toBe(true);
  expect(isLong("")).toBe(false);
});

it("folds what was answered, and shows whole what waits for an answer", () => {
  const old = [said("a", "in", lines(60)), said("b", "out", lines(50)), said("c", "out", "Yes")];
  expect([...foldedAtFirst([...old, said("d", "in", lines(60)), said("e", "in", lines(160))])]).toEqual([
    "a",
    "b",
  ]);
  expect([...foldedAtFirst(old)]).toEqual(["a", "b"]);
});

it("folds what waits for an answer too where the draft would be out of reach below it", () => {
  expect([...foldedAtFirst([said("a", "in", lines(161)), said("b", "in", "a".repeat(16_001))])]).toEqual([
    "a",
    "b",
  ]);
  expect([...foldedAtFirst([said("a", "in", "And?"), said("b", "in", `\n\n${lines(160)}\n\n`)])]).toEqual([]);
});
