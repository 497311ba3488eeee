import { expect } from "vitest";
import { openBytes, type ShopKeys } from "#app/shop/seal.ts";
import { systemPool } from "#app/system-db.server.ts";

const NAMED_BY_MESSAGE = new Set(["model_readings"]);

/** Opens every sealed value of the shop and searches it, and every other column with it. */
export async function expectNowhere(keys: ShopKeys, wanted: RegExp) {
  const tables = await tenantTables();
  for (const table of tables) {
    const { rows } = await systemPool.query<Record<string, unknown>>(
      `SELECT * FROM "${table}" WHERE shop_id = $1`,
      [keys.shopId],
    );
    for (const row of rows) {
      for (const [column, value] of Object.entries(row)) {
        const id = String(row[NAMED_BY_MESSAGE.has(table) ? "message_id" : "id"]);
        const text = Buffer.isBuffer(value)
          ? openBytes(keys, `${table}.${column}:${id}`, value).toString("utf8")
          : JSON.stringify(value, (_key, inner: unknown) =>
              typeof inner === "bigint" ? String(inner) : inner,
            );
        expect({ table, column, text }).not.toMatchObject({ text: expect.stringMatching(wanted) });
      }
    }
  }
}

export async function tenantTables(): Promise<string[]> {
  const { rows } = await systemPool.query<{ table_name: string }>(
    "SELECT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'shop_id'",
  );
  return rows.map(({ table_name: name }) => name);
}
