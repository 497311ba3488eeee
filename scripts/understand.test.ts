import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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

function understand(lines: (string | Buffer)[]) {
  const file = join(folder, "messages.jsonl");
  writeFileSync(file, Buffer.concat(lines.flatMap((line) => [Buffer.from(line), Buffer.from("\n")])));
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, "--in", file], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
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

it("reads the example in the README as it is copied from there", () => {
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  const example = /<<'END'\n([\s\S]*?)\nEND\n/u.exec(readme)?.[1] ?? "";
  const { printed, stderr } = understand(example.split("\n"));
  expect(stderr).toBe("");
  expect(printed.map(({ id }) => id)).toEqual([1, 2]);
});

it("fails when no line could be read, or there is no file", () => {
  expect(understand(["{}"]).status).toBe(1);
  expect(spawnSync(process.execPath, [script, "--in", join(folder, "none")]).status).toBe(2);
});

it.each([
  ["nothing", []],
  ["no file after --in", ["--in"]],
  ["another option after --in", ["--in", "--out"]],
  ["an unknown option", ["--out", "file"]],
  ["a file alone", ["file"]],
])("answers %s with its usage in one line", (_, args) => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, ...args], { encoding: "utf8" });
  expect(status).toBe(2);
  expect(stdout).toBe("");
  expect(stderr).toMatch(/^usage: npm run --silent understand -- --in FILE .*\n$/);
});

it("says that a file has no lines", () => {
  for (const lines of [[], ["", " "]]) {
    const { stderr, status } = understand(lines);
    expect(stderr).toMatch(/messages\.jsonl has no lines\n$/);
    expect(status).toBe(1);
  }
});

it("prints numbers of three digits at most, in every language", () => {
  const { printed } = understand([
    JSON.stringify({ id: "en", text: "I am furious and a little worried. Where is my parcel?" }),
    JSON.stringify({ id: "de", text: "Ich bin wütend und etwas besorgt. Wo bleibt mein Paket?" }),
    JSON.stringify({ id: "ja", text: "とても怒っています。荷物はどこですか。" }),
  ]);
  expect(printed.map(({ language }) => language)).toEqual(["en", "de", "ja"]);
  for (const { emotion } of printed)
    for (const share of [...Object.values(emotion.goemotions), ...Object.values(emotion.distribution)])
      expect(String(share)).toMatch(/^[01](\.\d{1,3})?$/);
});

const order = { id: "1", name: "#1001", placedAt: "2026-11-07T10:00:00Z" };
const withOrder = (given: unknown) => JSON.stringify({ id: "a", text: "hello", order: given });

const ID = "Must be text that is not empty, or a number.";
const TIME = "Must be a time such as 2026-11-21T12:00:00Z.";

const bad: [what: string, line: string | Buffer, problem: string][] = [
  ["no JSON", "hello there", "not JSON: Unexpected token 'h'"],
  ["half a line", '{"id":"a","text":"my number is 0170', "not JSON: Unterminated string"],
  ["a hundred thousand brackets", "[".repeat(100_000), "not JSON: "],
  ["a list", "[]", "line: Must be an object."],
  ["null", "null", "line: Must be an object."],
  ["no id", '{"text":"hi"}', `id: ${ID}`],
  ["an empty id", '{"id":"","text":"hi"}', `id: ${ID}`],
  ["an endless id", '{"id":1e400,"text":"hi"}', `id: ${ID}`],
  ["a list for an id", '{"id":[],"text":"hi"}', `id: ${ID}`],
  ["no text", '{"id":"a"}', "text: Is missing."],
  ["a number for a text", '{"id":"a","text":5}', "text: Must be text."],
  [
    "a language that is none",
    '{"id":"a","text":"hi","language":"klingon!!"}',
    "language: Must be a BCP 47 tag such as de or pt-BR.",
  ],
  ["a number for a language", '{"id":"a","text":"hi","language":7}', "language: Must be text."],
  ["a list for an order", withOrder([]), "order: Must be an object."],
  ["an order without a name", withOrder({ ...order, name: undefined }), "order.name: Is missing."],
  [
    "a day that does not exist",
    withOrder({ ...order, placedAt: "2026-13-45T00:00:00Z" }),
    `order.placedAt: ${TIME}`,
  ],
  [
    "an amount in words",
    withOrder({ ...order, total: { amount: "ten", currency: "EUR" } }),
    "order.total.amount: Must be a decimal number such as 12.30.",
  ],
  [
    "a number for a line's id",
    withOrder({ ...order, lines: [{ id: 1, title: "a", quantity: 1 }] }),
    "order.lines.0.id: Must be text.",
  ],
  [
    "half an item",
    withOrder({ ...order, lines: [{ id: "1", title: "a", quantity: 0.5 }] }),
    "order.lines.0.quantity: Must be a whole number.",
  ],
  [
    "one parcel outside of a list",
    withOrder({ ...order, fulfillments: {} }),
    "order.fulfillments: Must be a list.",
  ],
  ["a name for a customer", withOrder({ ...order, customer: "Ada" }), "order.customer: Must be an object."],
  [
    "a day for a refund",
    withOrder({ ...order, refunds: [{ id: "r", at: "2026-11-21" }] }),
    `order.refunds.0.at: ${TIME}`,
  ],
  [
    "an event without a time",
    withOrder({ ...order, fulfillments: [{ id: "f", events: [{ status: "x" }] }] }),
    "order.fulfillments.0.events.0.at: Is missing.",
  ],
  ["bytes that are not UTF-8", Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0xc3, 0x28, 0x7d]), "not UTF-8"],
  ["more than is read", Buffer.alloc(33 * 1024 * 1024, "a"), "longer than 32 MB"],
];

it("reports each bad line with its number and field, quotes nothing of it, and goes on", () => {
  const lines = bad.flatMap(([, line], at) => [
    line,
    JSON.stringify({ id: at, text: "Where is my parcel?" }),
  ]);
  const { printed, stderr, status } = understand(lines);
  expect(status).toBe(0);
  expect(printed.map(({ id }) => id)).toEqual(bad.map((_, at) => at));
  const reported = stderr.trim().split("\n");
  expect(reported).toHaveLength(bad.length);
  for (const [at, [what, , problem]] of bad.entries())
    expect(`${what}: ${reported[at]}`).toContain(`${what}: line ${2 * at + 1}: ${problem}`);
  expect(stderr).not.toMatch(/hello|0170|Ada/);
  // What the library says is for who wrote the schema.
  expect(stderr).not.toMatch(/Too small|Invalid|received/);
});

it("reads what is odd and right", () => {
  const { printed, stderr } = understand([
    '\uFEFF{"id":"mark","text":"Where is my parcel?"}\r',
    '{"id":"empty","text":""}',
    '{"id":"separators","text":"Where is it?\u2028Thanks\u2029Ida\u0085"}',
    '{"id":"surrogates","text":"My parcel \\ud800 is lost \\udc00","order":null,"language":null}',
    '{"id":"zero","text":"a\\u0000b"}',
    JSON.stringify({ id: "long", text: "Where is my parcel? ".repeat(262_144) }),
    JSON.stringify({
      id: "absurd",
      text: "It is late.",
      order: {
        ...order,
        lines: Array.from({ length: 5_000 }, (_, at) => ({
          id: `${at}`,
          title: "T".repeat(300),
          quantity: -5,
        })),
      },
    }),
    JSON.stringify({
      id: "rich",
      text: "I am worried.",
      order: { ...order, note: "It is a gift", tags: "not a list", placedAt: "0001-01-01T00:00:00Z" },
    }),
  ]);
  expect(stderr).toBe("");
  expect(printed.map(({ id }) => id)).toEqual([
    "mark",
    "empty",
    "separators",
    "surrogates",
    "zero",
    "long",
    "absurd",
    "rich",
  ]);
  expect(printed.at(-1)?.why).toContain("it is a gift");
});
