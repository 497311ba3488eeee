import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { z } from "zod";
import { loadModels } from "#app/care/understand/models.server.ts";
import { isLocked, judgeLabelled, labelledMessagesTable } from "./labelled-messages.ts";

const labelled = readFileSync(new URL("../../tests/evals/care-300.jsonl", import.meta.url), "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) =>
    z.object({ id: z.string(), language: z.string(), text: z.string() }).parse(JSON.parse(line)),
  );
const locked = labelled.filter(({ id }) => isLocked(id));
const judged = judgeLabelled(loadModels());

it("has 300 different messages in 8 languages, split in two about even parts", () => {
  expect(labelled).toHaveLength(300);
  expect(new Set(labelled.map(({ text }) => text)).size).toBe(300);
  const per = Object.groupBy(labelled, ({ language }) => language);
  expect(Object.fromEntries(Object.entries(per).map(([name, all]) => [name, all?.length]))).toEqual({
    en: 60,
    de: 40,
    es: 40,
    fr: 40,
    pt: 30,
    it: 30,
    pl: 30,
    ja: 30,
  });
  expect(judged.dev.length + judged.locked.length).toBe(300);
  expect(judged.locked).toHaveLength(locked.length);
  expect(Math.abs(locked.length - 150)).toBeLessThan(30);
});

it("carries no word of a locked message in anything that can be printed", () => {
  const printable = JSON.stringify([judged, labelledMessagesTable(judged)]);
  // Told as a count: a failing assertion would print the text it found.
  const found = locked.filter(
    ({ id, text }) => printable.includes(id) || printable.includes(JSON.stringify(text).slice(1, -1)),
  );
  expect(found.length).toBe(0);
});

it("measures both parts and every risk flag", () => {
  const names = labelledMessagesTable(judged).map(({ name }) => name);
  expect(names).toContain("care-300 dev: intent");
  expect(names).toContain("care-300 locked: calibration error of the words confidence");
  expect(names).toContain("care-300 both: self_harm flagged (recall)");
});
