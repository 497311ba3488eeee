import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { binaryArray, type Element } from "#app/mirror/binary-array.ts";
import { storableText } from "#app/mirror/parse-body.ts";
import { systemPool } from "#app/system-db.server.ts";

/** What PostgreSQL understood: `array_recv` refuses or misreads what is wrong by one byte. */
async function understood(type: Element, values: unknown[]): Promise<unknown[]> {
  const array = binaryArray(type);
  for (const value of values) array.add(value);
  const { rows } = await systemPool.query<{ value: unknown }>(
    `SELECT ${type === "bytea" ? "encode(value, 'hex')" : "value"} AS value FROM unnest($1::${type}[]) WITH ORDINALITY AS g(value, nth) ORDER BY nth`,
    [array.finish()],
  );
  return rows.map(({ value }) => value);
}

const text = fc.string({ unit: "binary" }).map(storableText);
const times = fc.date({ min: new Date("1970-01-01"), max: new Date("2199-12-31"), noInvalidDate: true });
const kinds: { type: Element; value: fc.Arbitrary<unknown>; read?: (value: unknown) => unknown }[] = [
  { type: "text", value: text },
  {
    type: "bytea",
    value: fc.uint8Array({ maxLength: 300 }),
    read: (value) => Buffer.from(value as Uint8Array).toString("hex"),
  },
  {
    type: "jsonb",
    value: fc.array(fc.record({ id: text, quantity: fc.integer(), price: fc.option(text) })),
  },
  {
    type: "timestamptz",
    value: times.map((at) => at.toISOString()),
    read: (value) => new Date(String(value)),
  },
  { type: "int", value: fc.integer() },
  { type: "boolean", value: fc.boolean() },
];

describe("binaryArray", () => {
  it.each(kinds)(
    "is read by PostgreSQL as what was written: $type",
    async ({ type, value, read = (one) => one }) => {
      await fc.assert(
        fc.asyncProperty(fc.array(fc.option(value), { maxLength: 20 }), async (values) => {
          const expected = values.map((one) => (one === null ? null : read(one)));
          expect(await understood(type, values)).toEqual(expected);
        }),
        { numRuns: 60 },
      );
    },
  );

  it("grows with what is added", async () => {
    const long = "ż".repeat(20_000);
    expect(await understood("text", ["a", long, "b"])).toEqual(["a", long, "b"]);
  });

  it("reads undefined as NULL, and an empty list as no element", async () => {
    expect(await understood("text", ["a", undefined, ""])).toEqual(["a", null, ""]);
    expect(await understood("jsonb", [])).toEqual([]);
  });
});
