import { createPostgresBackend, Queue, withBackend, Worker } from "bullmq";
import { Redis } from "ioredis";
import pg from "pg";
import { z } from "zod";

/** What the reference adds to the bare server's table, and its mirror. */
export const REFERENCE_TABLES = `
ALTER TABLE bare_deliveries ADD COLUMN at bigint GENERATED ALWAYS AS IDENTITY, ADD COLUMN state text NOT NULL DEFAULT 'new';
CREATE INDEX bare_deliveries_new ON bare_deliveries (at) WHERE state = 'new';
CREATE TABLE bare_orders (
  shop text NOT NULL, id text NOT NULL, updated_at timestamptz NOT NULL, name text, total numeric, currency text,
  financial_status text, fulfillment_status text, lines jsonb, PRIMARY KEY (shop, id));`;

const NAME = "reference";
const orderSchema = z.object({
  admin_graphql_api_id: z.string(),
  updated_at: z.string(),
  name: z.string(),
  total_price: z.string(),
  currency: z.string(),
  financial_status: z.string().nullable(),
  fulfillment_status: z.string().nullable(),
  line_items: z.array(z.unknown()),
});

/**
 * The peer of the worker: what the way from inbox to mirror costs at least. A relay takes what is new (SKIP LOCKED) and puts
 * ids into BullMQ; a job loads its body, parses it, does one guarded upsert and marks it processed. No seal, no tenant wall,
 * no fence, no fold. Ends with the process.
 */
export async function serve(): Promise<void> {
  const pool = new pg.Pool({ connectionString: process.env["DATABASE_URL"], max: 12 });
  const queue = connect();
  queue.work(async (id) => processOne(pool, id));
  process.once("SIGTERM", () => process.exit(0));
  console.log("port 0");
  for (;;) {
    const { rows } = await pool.query<{ id: string }>({ name: "relay", text: RELAY });
    if (rows.length > 0) await queue.add(rows.map(({ id }) => id));
    else await new Promise((next) => setTimeout(next, 50));
  }
}

async function processOne(pool: pg.Pool, id: string): Promise<void> {
  const { rows } = await pool.query<{ shop: string; body: Buffer }>({
    name: "load",
    text: "SELECT shop, body FROM bare_deliveries WHERE id = $1 AND state <> 'processed'",
    values: [id],
  });
  const [row] = rows;
  if (!row) return;
  const order = orderSchema.parse(JSON.parse(row.body.toString()));
  await pool.query({
    name: "upsert",
    text: UPSERT,
    values: [
      row.shop,
      order.admin_graphql_api_id,
      order.updated_at,
      order.name,
      order.total_price,
      order.currency,
      order.financial_status,
      order.fulfillment_status,
      JSON.stringify(order.line_items),
    ],
  });
  await pool.query({
    name: "done",
    text: "UPDATE bare_deliveries SET state = 'processed' WHERE id = $1",
    values: [id],
  });
}

type ReferenceQueue = {
  add: (ids: string[]) => Promise<unknown>;
  work: (take: (id: string) => Promise<void>) => void;
};

function connect(): ReferenceQueue {
  const url = process.env["REDIS_URL"];
  const concurrency = Number(process.env["WORKER_CONCURRENCY"] ?? 8);
  const jobs = (ids: string[]) =>
    ids.map((id) => ({ name: "job", data: { id }, opts: { removeOnComplete: true, removeOnFail: true } }));
  if (url) {
    const connection = () => new Redis(url, { maxRetriesPerRequest: null });
    const queue = new Queue<{ id: string }>(NAME, { connection: connection() });
    return {
      add: (ids) => queue.addBulk(jobs(ids)),
      work: (take) =>
        void new Worker<{ id: string }>(NAME, ({ data }) => take(data.id), {
          connection: connection(),
          concurrency,
        }),
    };
  }
  const connection = new pg.Pool({
    connectionString: process.env["DATABASE_URL"],
    options: "-c search_path=bullmq",
    max: 6,
  });
  const postgres = withBackend(createPostgresBackend);
  const queue = new postgres.Queue(NAME, { connection });
  return {
    add: (ids) => queue.addBulk(jobs(ids)),
    work: (take) =>
      void new postgres.Worker<{ id: string }>(NAME, ({ data }) => take(data.id), {
        connection,
        concurrency,
      }),
  };
}

const RELAY = `
UPDATE bare_deliveries SET state = 'queued' WHERE id IN (
  SELECT id FROM bare_deliveries WHERE state = 'new' ORDER BY at LIMIT 200 FOR UPDATE SKIP LOCKED)
RETURNING id`;

const UPSERT = `
INSERT INTO bare_orders (shop, id, updated_at, name, total, currency, financial_status, fulfillment_status, lines)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
ON CONFLICT (shop, id) DO UPDATE SET
  updated_at = EXCLUDED.updated_at, name = EXCLUDED.name, total = EXCLUDED.total, currency = EXCLUDED.currency,
  financial_status = EXCLUDED.financial_status, fulfillment_status = EXCLUDED.fulfillment_status, lines = EXCLUDED.lines
WHERE bare_orders.updated_at < EXCLUDED.updated_at`;
