import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { forShop, sqlOf } from "#app/db.server.ts";
import { env } from "#app/env.server.ts";
import { dismissDeadLetters } from "#app/ingest/dead-letters/dismiss-dead-letters.server.ts";
import { listDeadLetters } from "#app/ingest/dead-letters/list-dead-letters.server.ts";
import { openDeadLetter } from "#app/ingest/dead-letters/open-dead-letter.server.ts";
import { everyShop, replayOne } from "#app/ingest/dead-letters/operate-dead-letters.server.ts";
import { replayDeadLetters } from "#app/ingest/dead-letters/replay-dead-letters.server.ts";
import { openBytes, sealWithDeploymentKey, type ShopKeys } from "#app/shop/seal.ts";
import { systemPool, systemPrisma } from "#app/system-db.server.ts";
import { makeDelivery } from "#tests/factories/delivery.ts";
import { makeShop } from "#tests/factories/shop.ts";

const root = path.resolve(import.meta.dirname, "../..");
const BODY = { id: 1, note: "hello" };

beforeEach(async () => {
  await systemPool.query("TRUNCATE webhook_deliveries, inbound_messages, jobs");
});

async function makeDead(keys: ShopKeys, domain: string, receivedAt = new Date()) {
  const id = await makeDelivery(keys, { topic: "orders/updated", body: BODY, domain, receivedAt });
  await systemPrisma.webhookDelivery.update({
    where: { id },
    data: { state: "quarantined", reason: "the body does not fit the topic", handledAt: new Date() },
  });
  return { kind: "webhook" as const, id };
}

const makeDeadJob = async (shopId: string, data: object, name = "draftReply") => {
  const job = await systemPrisma.job.create({
    data: {
      shopId,
      event: "message-understood",
      name,
      data,
      state: "quarantined",
      attempts: 15,
      fence: 15,
      error: "Error",
    },
  });
  return { kind: "job" as const, id: String(job.id) };
};

const list = (shopId: string, after: Parameters<typeof listDeadLetters>[1]["after"] = null, limit = 50) =>
  forShop(shopId)((tx) => listDeadLetters(sqlOf(tx), { after, limit }));

describe("what was set aside", () => {
  it("is listed for its shop only, the newest first, page by page", async () => {
    const [{ shop, keys }, other] = [await makeShop(), await makeShop()];
    const refs = [];
    for (let hour = 0; hour < 5; hour += 1)
      refs.unshift(await makeDead(keys, shop.domain, new Date(Date.UTC(2026, 10, 20, hour))));
    await makeDead(other.keys, other.shop.domain);
    const seen: string[] = [];
    let after: Parameters<typeof listDeadLetters>[1]["after"] = null;
    do {
      const page = await list(shop.id, after, 2);
      seen.push(...page.items.map(({ id }) => id));
      after = page.next;
    } while (after);
    expect(seen).toEqual(refs.map(({ id }) => id));
    expect((await listDeadLetters(everyShop, { limit: 50 })).items).toHaveLength(6);
    expect(
      (await listDeadLetters(everyShop, { limit: 50, shopDomain: other.shop.domain })).items,
    ).toHaveLength(1);
  });

  it("shows a webhook whose job gave up once, as the webhook", async () => {
    const { shop, keys } = await makeShop();
    const dead = await makeDead(keys, shop.domain);
    await makeDeadJob(shop.id, { shopId: shop.id, deliveryId: dead.id }, "mirrorDelivery");
    const job = await makeDeadJob(shop.id, { shopId: shop.id, messageId: randomUUID() });
    const { items } = await list(shop.id);
    expect(items.map(({ kind, id }) => ({ kind, id }))).toEqual(expect.arrayContaining([dead, job]));
    expect(items).toHaveLength(2);
  });

  it("is handed in again once, with its job, and leaves the list", async () => {
    const { shop, keys } = await makeShop();
    const dead = await makeDead(keys, shop.domain);
    const stale = await makeDeadJob(shop.id, { shopId: shop.id, deliveryId: dead.id }, "mirrorDelivery");
    const job = await makeDeadJob(shop.id, { shopId: shop.id, messageId: randomUUID() });
    const replay = () => forShop(shop.id)((tx) => replayDeadLetters(sqlOf(tx), shop.id, [dead, job]));
    expect([await replay(), await replay()]).toEqual([2, 0]);
    const delivery = await systemPrisma.webhookDelivery.findUniqueOrThrow({ where: { id: dead.id } });
    expect(delivery).toMatchObject({ state: "recorded", reason: null, handledAt: null });
    const jobs = await systemPrisma.job.findMany({ orderBy: { id: "asc" } });
    expect(jobs.find(({ id }) => String(id) === stale.id)).toMatchObject({ state: "done" });
    expect(jobs.find(({ id }) => String(id) === job.id)).toMatchObject({
      state: "waiting",
      attempts: 0,
      fence: 16,
    });
    expect(jobs.filter(({ event }) => event === "webhook-recorded")).toMatchObject([
      { state: "waiting", data: { shopId: shop.id, deliveryId: dead.id } },
    ]);
    expect((await list(shop.id)).items).toEqual([]);
  });

  it("stays where it is for another shop's hands", async () => {
    const [{ shop, keys }, other] = [await makeShop(), await makeShop()];
    const dead = await makeDead(keys, shop.domain);
    const inOther = forShop(other.shop.id);
    expect(await inOther((tx) => replayDeadLetters(sqlOf(tx), shop.id, [dead]))).toBe(0);
    expect(await inOther((tx) => dismissDeadLetters(sqlOf(tx), [dead], { shopId: shop.id, by: "7" }))).toBe(
      0,
    );
    expect(await inOther((tx) => openDeadLetter(sqlOf(tx), dead, "7"))).toEqual({ outcome: "gone" });
    expect((await list(shop.id)).items).toHaveLength(1);
  });

  it("is dismissed with who did it, and is not handed in after that", async () => {
    const { shop, keys } = await makeShop();
    const dead = await makeDead(keys, shop.domain);
    const inShop = forShop(shop.id);
    expect(await inShop((tx) => dismissDeadLetters(sqlOf(tx), [dead], { shopId: shop.id, by: "7" }))).toBe(1);
    expect(await inShop((tx) => replayDeadLetters(sqlOf(tx), shop.id, [dead]))).toBe(0);
    const row = await systemPrisma.webhookDelivery.findUniqueOrThrow({ where: { id: dead.id } });
    expect(row).toMatchObject({ state: "dismissed", dismissedBy: "7" });
  });

  it("is opened for a person's eyes", async () => {
    const { shop, keys } = await makeShop();
    const dead = await makeDead(keys, shop.domain);
    const opened = await forShop(shop.id)((tx) => openDeadLetter(sqlOf(tx), dead, "7"));
    expect(opened).toEqual({ outcome: "opened", content: JSON.stringify(BODY, null, 2), cut: false });
  });
});

/** A webhook that came before its shop had the app. */
async function makeOrphan(domain: string) {
  const id = randomUUID();
  const context = `webhook_deliveries.sealed_body:${id}`;
  await systemPrisma.webhookDelivery.create({
    data: {
      id,
      shopDomain: domain,
      topic: "orders/create",
      webhookId: randomUUID(),
      sealedBody: sealWithDeploymentKey(env.ENCRYPTION_KEY, context, Buffer.from(JSON.stringify(BODY))),
      state: "quarantined",
      reason: "unknown shop",
    },
  });
  return { kind: "webhook" as const, id };
}

describe("an operator", () => {
  it("hands in a webhook of a shop that was unknown, once the shop is there", async () => {
    const domain = `late-${randomUUID().slice(0, 8)}.myshopify.com`;
    const orphan = await makeOrphan(domain);
    expect(await replayOne(orphan)).toEqual({ outcome: "unknown-shop", domain });
    const { shop, keys } = await makeShop({ domain });
    expect(await replayOne(orphan)).toEqual({ outcome: "done" });
    const row = await systemPrisma.webhookDelivery.findUniqueOrThrow({ where: { id: orphan.id } });
    expect(row).toMatchObject({ state: "recorded", shopId: shop.id });
    const body = openBytes(keys, `webhook_deliveries.sealed_body:${orphan.id}`, row.sealedBody);
    expect(JSON.parse(body.toString("utf8"))).toEqual(BODY);
    expect(await replayOne(orphan)).toEqual({ outcome: "gone" });
  });

  const command = async (...args: string[]) => {
    const run = promisify(execFile)(process.execPath, ["scripts/dead-letters.ts", ...args], { cwd: root });
    return run.then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      (error: { code: number; stdout: string; stderr: string }) => error,
    );
  };

  it("sees, mends and hands in by command", async () => {
    const { shop, keys } = await makeShop();
    const dead = await makeDead(keys, shop.domain);
    const listed = await command("list", "--shop", shop.domain, "--json");
    expect(JSON.parse(listed.stdout)).toMatchObject({ ref: `webhook:${dead.id}`, what: "orders/updated" });
    expect(JSON.parse((await command("show", `webhook:${dead.id}`)).stdout)).toEqual(BODY);
    const folder = mkdtempSync(path.join(tmpdir(), "attune-dead-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = path.join(folder, "body.json");
    writeFileSync(file, JSON.stringify({ id: 2 }));
    const replaced = await command("replay", `webhook:${dead.id}`, "--body", file);
    expect(replaced).toMatchObject({ code: 0 });
    const corrected = /webhook:(\S+)/.exec(replaced.stdout)?.[1] ?? "";
    const row = await systemPrisma.webhookDelivery.findUniqueOrThrow({ where: { id: corrected } });
    expect(row).toMatchObject({ state: "recorded", topic: "orders/updated" });
    const body = openBytes(keys, `webhook_deliveries.sealed_body:${corrected}`, row.sealedBody);
    expect(JSON.parse(body.toString("utf8"))).toEqual({ id: 2 });
    const before = await systemPrisma.webhookDelivery.findUniqueOrThrow({ where: { id: dead.id } });
    expect(before).toMatchObject({ state: "dismissed", dismissedBy: "operator" });
    expect(before.reason).toContain(corrected);
  });

  it("hands in all of a kind, and dismisses one", async () => {
    const { shop, keys } = await makeShop();
    const [first, second] = [await makeDead(keys, shop.domain), await makeDead(keys, shop.domain)];
    expect(await command("dismiss", `webhook:${first.id}`)).toMatchObject({ code: 0 });
    expect(await command("replay", "--all")).toMatchObject({ code: 2 });
    expect(await command("replay", "--all", "--yes", "--kind", "webhook")).toMatchObject({ code: 0 });
    const state = async (id: string) =>
      (await systemPrisma.webhookDelivery.findUniqueOrThrow({ where: { id } })).state;
    expect([await state(first.id), await state(second.id)]).toEqual(["dismissed", "recorded"]);
    expect((await command("list")).stderr).toContain("Nothing is set aside");
  });

  it.each([
    [["list", "--kind", "order"], "--kind"],
    [["show", "webhook:42"], "webhook:42"],
    [["show"], "REF"],
    [["replay", `webhook:${randomUUID()}`, "--body", "/none"], "--body"],
    [["bury"], "bury"],
    [["list", "--nothing"], "--nothing"],
  ])("is told what is wrong with %j", async (args, named) => {
    const answer = await command(...args);
    expect(answer).toMatchObject({ code: 2, stdout: "" });
    expect(answer.stderr).toContain(named);
  });
});
