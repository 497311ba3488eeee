import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inboundDoor } from "#app/ingest/inbound-door.server.ts";
import { holdMail } from "#app/ingest/held-mail.server.ts";
import { inboundLimits } from "#app/ingest/inbound-limits.ts";
import { openInbound } from "#app/ingest/inbound-content.ts";
import { systemPool, systemPrisma } from "#app/system-db.server.ts";
import { rawMail } from "#tests/factories/message.ts";
import { makeShop } from "#tests/factories/shop.ts";

const TOKEN = "test-inbound-token-0123456789";
const DOMAIN = "inbound.example.test";

let server: Server;
let door: string;

beforeAll(async () => {
  server = createServer((request, response) => void inboundDoor(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  door = `http://127.0.0.1:${(server.address() as AddressInfo).port}/inbound/email`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

async function post(
  raw: Uint8Array | string,
  given: { to?: string; token?: string | null; type?: string } = {},
) {
  const headers: Record<string, string> = { "Content-Type": given.type ?? "message/rfc822" };
  if (given.token !== null) headers["Authorization"] = `Bearer ${given.token ?? TOKEN}`;
  const query = given.to ? `?to=${encodeURIComponent(given.to)}` : "";
  const response = await fetch(`${door}${query}`, { method: "POST", headers, body: Buffer.from(raw) });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

describe("the inbound mail door", () => {
  it("answers 202 once the mail and the intent to handle it are durable", async () => {
    const { shop, keys } = await makeShop();
    const raw = rawMail({ text: "Wo ist mein Paket? \u{1F4E6}" });
    const { status, body } = await post(raw, { to: `${shop.inboundKey}@${DOMAIN}` });
    expect(status).toBe(202);
    const id = String(body["messageId"]);
    const row = await systemPrisma.inboundMessage.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ shopId: shop.id, channel: "email", state: "recorded", size: raw.length });
    const opened = openInbound(keys, id, row.sealed);
    expect(opened.channel === "email" && Buffer.from(opened.raw).equals(raw)).toBe(true);
    const jobs = await systemPrisma.job.findMany({ where: { shopId: shop.id } });
    expect(jobs).toMatchObject([
      { name: "receiveMessage", data: { shopId: shop.id, inboundId: id }, state: "waiting" },
    ]);
  });

  it("keeps nothing of the mail readable in the database", async () => {
    const { shop } = await makeShop();
    await post(rawMail({ text: "canary-7731 is my secret" }), { to: `${shop.inboundKey}@${DOMAIN}` });
    const { rows } = await systemPool.query(
      "SELECT 1 FROM inbound_messages WHERE position('canary-7731'::bytea in sealed) > 0 OR row_to_json(inbound_messages)::text LIKE '%eva@%'",
    );
    expect(rows).toEqual([]);
  });

  it("gives the same bytes the same id, and no second effect, also when they arrive at once", async () => {
    const { shop } = await makeShop();
    const raw = rawMail();
    const to = `${shop.inboundKey}@${DOMAIN}`;
    const answers = await Promise.all(Array.from({ length: 8 }, () => post(raw, { to })));
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([202]));
    expect(new Set(answers.map((answer) => answer.body["messageId"])).size).toBe(1);
    expect(await systemPrisma.job.count({ where: { shopId: shop.id } })).toBe(1);
  });

  it("keeps the same bytes apart in two shops", async () => {
    const [one, two] = [await makeShop(), await makeShop()];
    const raw = rawMail();
    const first = await post(raw, { to: `${one.shop.inboundKey}@${DOMAIN}` });
    const second = await post(raw, { to: `${two.shop.inboundKey}@${DOMAIN}` });
    expect([first.status, second.status]).toEqual([202, 202]);
    expect(first.body["messageId"]).not.toBe(second.body["messageId"]);
  });

  it.each(["Delivered-To", "X-Original-To", "To"])(
    "finds the shop by %s when the envelope is not told",
    async (header) => {
      const { shop } = await makeShop();
      const address = `${shop.inboundKey.toUpperCase()}+abc@${DOMAIN}`;
      const raw = rawMail({ headers: { [header]: `Care <${address}>` } });
      expect((await post(raw)).status).toBe(202);
      expect(await systemPrisma.inboundMessage.count({ where: { shopId: shop.id } })).toBe(1);
    },
  );

  it("reads an unescaped plus in ?to= as a plus", async () => {
    const { shop, keys } = await makeShop();
    const response = await fetch(`${door}?to=${shop.inboundKey}+tok9@${DOMAIN}`, {
      method: "POST",
      headers: { Authorization: `Bearer ${TOKEN}` },
      body: new Uint8Array(rawMail()),
    });
    expect(response.status).toBe(202);
    const row = await systemPrisma.inboundMessage.findFirstOrThrow({ where: { shopId: shop.id } });
    const opened = openInbound(keys, row.id, row.sealed);
    expect(opened.channel === "email" && opened.envelope.to).toBe(`${shop.inboundKey}+tok9@${DOMAIN}`);
  });

  it("refuses a missing or wrong token with 401 before it looks at anything", async () => {
    const { shop } = await makeShop();
    const to = `${shop.inboundKey}@${DOMAIN}`;
    for (const token of [null, "wrong", `${TOKEN}x`]) {
      const { status, body } = await post(rawMail(), { to, token });
      expect(status).toBe(401);
      expect(body).toMatchObject({ error: { code: "unauthorized" } });
    }
    expect(await systemPrisma.inboundMessage.count({ where: { shopId: shop.id } })).toBe(0);
  });

  it("answers 404 for an unknown recipient, and for a shop that uninstalled the app", async () => {
    const { shop } = await makeShop();
    await systemPrisma.shop.update({ where: { id: shop.id }, data: { uninstalledAt: new Date() } });
    for (const to of [
      `nobody@${DOMAIN}`,
      `${shop.inboundKey}@elsewhere.example`,
      `${shop.inboundKey}@${DOMAIN}`,
    ]) {
      const { status, body } = await post(rawMail(), { to });
      expect(status).toBe(404);
      expect(body).toMatchObject({ error: { code: "unknown_recipient", field: "to" } });
    }
  });

  it.each([
    ["nothing", ""],
    ["prose", "Hello, this is no mail at all"],
    ["JSON", '{"from":"eva@shopper.example"}'],
    ["headers without From", "Subject: hi\r\nTo: x@y.example\r\n\r\nhello"],
    ["binary", "\u0000\u0001\u0002\u0003"],
  ])("answers 422 for %s", async (_what, raw) => {
    const { shop } = await makeShop();
    const { status, body } = await post(raw, { to: `${shop.inboundKey}@${DOMAIN}` });
    expect(status).toBe(422);
    expect(body).toMatchObject({ error: { code: "not_a_message" } });
  });

  it("refuses more than 25 MB with 413, announced or not, and goes on serving", async () => {
    const { shop } = await makeShop();
    const to = `${shop.inboundKey}@${DOMAIN}`;
    const tooMuch = Buffer.concat([rawMail(), Buffer.alloc(inboundLimits.bytes, 0x61)]);
    expect((await post(tooMuch, { to })).status).toBe(413);
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let at = 0; at < 30; at += 1) controller.enqueue(new Uint8Array(1024 * 1024));
        controller.close();
      },
    });
    const chunked = await fetch(`${door}?to=${encodeURIComponent(to)}`, {
      method: "POST",
      headers: { Authorization: `Bearer ${TOKEN}` },
      body: stream,
      duplex: "half",
    } as RequestInit);
    expect(chunked.status).toBe(413);
    expect((await post(rawMail(), { to })).status).toBe(202);
  });

  it("refuses a sender over the hour's cap with 429 and says so; what came before stays, and duplicates still answer", async () => {
    const { shop } = await makeShop();
    const to = `${shop.inboundKey}@${DOMAIN}`;
    const first = rawMail({ from: "flood@shopper.example" });
    const { body } = await post(first, { to });
    await systemPool.query(
      `INSERT INTO inbound_messages (id, shop_id, channel, content_hash, sealed, size, sender_index)
       SELECT gen_random_uuid()::text, shop_id, channel, 'h' || n, sealed, size, sender_index
       FROM inbound_messages, generate_series(1, $2::int) n WHERE id = $1`,
      [body["messageId"], inboundLimits.perSenderAnHour - 1],
    );
    const refused = await post(rawMail({ from: "flood@shopper.example" }), { to });
    expect(refused.status).toBe(429);
    expect(refused.body).toMatchObject({ error: { code: "too_many" } });
    expect((await post(first, { to })).body["messageId"]).toBe(body["messageId"]);
    expect((await post(rawMail({ from: "other@shopper.example" }), { to })).status).toBe(202);
  });

  it("refuses what comes to one inbound address over the hour's cap with 429", async () => {
    const { shop } = await makeShop();
    const to = `${shop.inboundKey}@${DOMAIN}`;
    const { body } = await post(rawMail(), { to });
    await systemPool.query(
      `INSERT INTO inbound_messages (id, shop_id, channel, content_hash, sealed, size)
       SELECT gen_random_uuid()::text, shop_id, channel, 'h' || n, '\\x00', 1
       FROM inbound_messages, generate_series(1, $2::int) n WHERE id = $1`,
      [body["messageId"], inboundLimits.perShopAnHour - 1],
    );
    const refused = await post(rawMail({ from: "other@shopper.example" }), { to });
    expect(refused).toMatchObject({ status: 429, body: { error: { code: "too_many" } } });
  });

  it("never holds more than its share of memory: large mail beyond it is put off with 503, and small mail goes on", async () => {
    const { shop } = await makeShop();
    const to = `${shop.inboundKey}@${DOMAIN}`;
    const hold = holdMail();
    expect(hold.add(95 * 1024 * 1024)).toBe(true);
    const large = rawMail({ text: "x".repeat(6 * 1024 * 1024) });
    expect((await post(large, { to })).status).toBe(503);
    expect((await post(rawMail(), { to })).status).toBe(202);
    hold.release();
    expect((await post(large, { to })).status).toBe(202);
  });

  it("answers 503 within two seconds while the message cannot be made durable, and works again afterwards", async () => {
    const { shop } = await makeShop();
    const to = `${shop.inboundKey}@${DOMAIN}`;
    const raw = rawMail();
    const blocker = await systemPool.connect();
    await blocker.query("BEGIN; LOCK TABLE inbound_messages IN ACCESS EXCLUSIVE MODE");
    const startedAt = performance.now();
    const answers = await Promise.all([post(raw, { to }), post(rawMail(), { to }), post(rawMail(), { to })]);
    expect(answers.map((answer) => answer.status)).toEqual([503, 503, 503]);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
    await blocker.query("ROLLBACK");
    blocker.release();
    expect((await post(raw, { to })).status).toBe(202);
  });

  it("loses nothing and stays up when the database drops every connection", async () => {
    const { shop } = await makeShop();
    const to = `${shop.inboundKey}@${DOMAIN}`;
    const raws = Array.from({ length: 6 }, (_, n) => rawMail({ text: `Mail ${n}` }));
    const sending = raws.map((raw) => post(raw, { to }));
    await systemPool
      .query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()")
      .catch(() => {});
    const first = await Promise.all(sending);
    expect(first.filter(({ status }) => status !== 202 && status !== 503)).toEqual([]);
    // Some may meet connections of before, of which this process has not yet heard that they ended.
    let again: typeof first = [];
    const sendAgain = async () => (again = await Promise.all(raws.map((raw) => post(raw, { to }))));
    await expect
      .poll(async () => (await sendAgain()).map(({ status }) => status))
      .toEqual(raws.map(() => 202));
    expect(new Set(again.map(({ body }) => body["messageId"])).size).toBe(raws.length);
    const promised = first.filter(({ status }) => status === 202).map(({ body }) => body["messageId"]);
    expect(again.map(({ body }) => body["messageId"])).toEqual(expect.arrayContaining(promised));
  });

  it("answers other methods with 405", async () => {
    const response = await fetch(door);
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("POST");
  });
});
