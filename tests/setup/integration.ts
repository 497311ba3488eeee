// Before each integration test file: a database of its own and the environment of an app under test.
import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, inject } from "vitest";

const { adminUrl, template } = inject("database");
const name = `test_${randomUUID().replaceAll("-", "")}`;
await admin(`CREATE DATABASE ${name} TEMPLATE ${template}`);

const url = new URL(adminUrl);
url.pathname = `/${name}`;
Object.assign(process.env, {
  NODE_ENV: "test",
  LOG_LEVEL: "silent",
  DATABASE_URL: url.toString(),
  DATABASE_POOL_SIZE: "8",
  ENCRYPTION_KEY: Buffer.alloc(32, 7).toString("base64"),
  SHOPIFY_API_KEY: "test-api-key",
  SHOPIFY_API_SECRET: "test-api-secret",
  SHOPIFY_APP_URL: "https://app.example.test",
  INBOUND_DOMAIN: "inbound.example.test",
  INBOUND_TOKEN: "test-inbound-token-0123456789",
  SMTP_URL: "smtp://127.0.0.1:9",
  // Nobody listens there: no test asks the real Shopify.
  DEVSTORE_ORIGIN: "http://127.0.0.1:9",
  MAIL_FROM: "care@attune.example.test",
});

afterAll(async () => {
  const { closeDatabase } = await import("#app/system-db.server.ts");
  await closeDatabase();
  await admin(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
});

async function admin(statement: string) {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
