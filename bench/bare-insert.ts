import { randomBytes, randomUUID } from "node:crypto";
import pg from "pg";
import { deriveShopKeys, sealPacked } from "#app/shop/seal.ts";

export type BareDelivery = { shop: string; topic: string; webhookId: string; body: Buffer };

/** What a webhook receiver must do at least to keep a delivery: one prepared insert, of the body sealed as the door seals it. */
export function bareInsert({ sealed }: { sealed: boolean }): (delivery: BareDelivery) => Promise<unknown> {
  const keys = deriveShopKeys("bench", randomBytes(32));
  const pool = new pg.Pool({
    connectionString: process.env["DATABASE_URL"],
    max: Number(process.env["DATABASE_POOL_SIZE"]),
  });
  return ({ shop, topic, webhookId, body }) => {
    const id = randomUUID();
    const kept = sealed ? Buffer.concat(sealPacked(keys, `bare_deliveries.body:${id}`, body)) : body;
    return pool.query({ name: "bare", text: INSERT, values: [id, shop, topic, webhookId, kept] });
  };
}

const INSERT = `INSERT INTO bare_deliveries (id, shop, topic, webhook_id, body) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT DO NOTHING`;

/** Its bodies are stored as the door's are. */
export const BARE_TABLE = `
CREATE TABLE bare_deliveries (
  id uuid PRIMARY KEY, shop text NOT NULL, topic text NOT NULL, webhook_id text NOT NULL, body bytea NOT NULL,
  UNIQUE (shop, topic, webhook_id));
ALTER TABLE bare_deliveries ALTER COLUMN body SET STORAGE EXTERNAL;`;
