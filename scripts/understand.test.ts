import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { readingSchema } from "#app/care/understand/reading.ts";

const script = new URL("./understand.ts", import.meta.url).pathname;
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "attune-understand-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function understand(lines: string[]) {
  const file = join(folder, "messages.jsonl");
  writeFileSync(file, `${lines.join("\n")}\n`);
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, "--in", file], {
    encoding: "utf8",
  });
  const printed = stdout
    .split("\n")
    .filter(Boolean)
    .map((line) => readingSchema.extend({ id: z.union([z.string(), z.number()]) }).parse(JSON.parse(line)));
  return { printed, stderr, status };
}

it("prints one reading a line, in order, and names the field of each bad line", () => {
  const order = {
    id: "1",
    name: "#1001",
    placedAt: "2026-11-07T10:00:00Z",
    fulfillments: [{ id: "f1", deliveredAt: "2026-11-15T10:00:00Z" }],
  };
  const { printed, stderr, status } = understand([
    JSON.stringify({ id: "a", text: "It says delivered but I have nothing", order }),
    "not json",
    JSON.stringify({ id: "b" }),
    "",
    JSON.stringify({ id: 3, text: "Wo bleibt meine Bestellung?", language: "de" }),
    JSON.stringify({ id: "c", text: "hello", order: { ...order, placedAt: "yesterday" } }),
  ]);
  expect(status).toBe(0);
  expect(printed.map(({ id, intent, language }) => [id, intent, language])).toEqual([
    ["a", "delivery_problem", "en"],
    [3, "order_status", "de"],
  ]);
  expect(printed[0]?.claims.map(({ verdict }) => verdict)).toContain("conflicts");
  expect(stderr).toMatch(/line 2: not JSON/);
  expect(stderr).toMatch(/line 3: text: /);
  expect(stderr).toMatch(/line 6: order\.placedAt: /);
});

it("fails when no line could be read, or there is no file", () => {
  expect(understand(["{}"]).status).toBe(1);
  expect(spawnSync(process.execPath, [script, "--in", join(folder, "none")]).status).toBe(2);
});
