import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, it } from "vitest";

const folder = path.resolve(import.meta.dirname, "../../prisma/migrations");
const NEW = "20261122000200_readings_kept";
const name = `readings_${randomUUID().replaceAll("-", "")}`;
const url = new URL(inject("database").adminUrl);
const admin = new pg.Client({ connectionString: url.toString() });
url.pathname = `/${name}`;
const database = new pg.Client({ connectionString: url.toString() });

const apply = (migration: string) =>
  database.query(readFileSync(path.join(folder, migration, "migration.sql"), "utf8"));

beforeAll(async () => {
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  await database.connect();
  const before = readdirSync(folder).filter((one) => /^\d/u.test(one) && one < NEW);
  for (const migration of before.toSorted()) await apply(migration);
});
afterAll(async () => {
  await database.end();
  await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await admin.end();
});

it("readings that were there keep the id they are sealed under, and get an end for their emotion", async () => {
  await database.query(
    `INSERT INTO messages (id, shop_id, conversation_id, direction, channel, at, sealed)
     VALUES ('m1', 's', 'c', 'in', 'email', '2026-11-01T10:00:00Z', '')`,
  );
  await database.query(
    `INSERT INTO readings (message_id, shop_id, conversation_id, sealed, created_at)
     VALUES ('m1', 's', 'c', 'as it was', '2026-11-01T10:01:00Z'), ('gone', 's', 'c', 'too', '2026-11-02T00:00:00Z')`,
  );
  await apply(NEW);
  const { rows } = await database.query(
    `SELECT id, message_id, version, made_for, thread, unsure, made_at, expires_at, cleared_at,
       convert_from(sealed, 'UTF8') AS sealed FROM readings ORDER BY made_at`,
  );
  const kept = { version: 1, made_for: "first", unsure: null, cleared_at: null };
  expect(rows).toEqual([
    {
      ...kept,
      ...{ id: "m1", message_id: "m1", thread: ["m1"], sealed: "as it was" },
      made_at: new Date("2026-11-01T10:01:00Z"),
      expires_at: new Date("2027-01-30T10:00:00Z"),
    },
    {
      ...kept,
      ...{ id: "gone", message_id: "gone", thread: ["gone"], sealed: "too" },
      made_at: new Date("2026-11-02T00:00:00Z"),
      expires_at: new Date("2027-01-31T00:00:00Z"),
    },
  ]);
});
