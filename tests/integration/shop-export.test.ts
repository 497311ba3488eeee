import { crc32, inflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { forShop } from "#app/db.server.ts";
import { askExport } from "#app/privacy/ask-export.server.ts";
import { exportShop } from "#app/privacy/export-shop.server.ts";
import { listExports, readExport } from "#app/privacy/read-exports.server.ts";
import { eraseExpiredExports, removeExports } from "#app/privacy/remove-exports.server.ts";
import { loader } from "#app/routes/settings/shop-export.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { ports } from "#app/wiring.server.ts";
import { inhabitedShop } from "#tests/factories/inhabited-shop.ts";
import { keepSession, openDoor } from "#tests/factories/open-screen.ts";

const AT = new Date("2026-11-20T10:00:00Z");
const later = (days: number) => new Date(AT.getTime() + days * 86_400_000);

async function exportingShop() {
  const { shop, keys } = await inhabitedShop();
  const shopId = shop.id;
  const inShop = forShop(shopId);
  await inShop((tx) => removeExports(tx, shopId));
  const run = {
    ...{ shopId, inShop, attempt: 1, signal: new AbortController().signal },
    inShopSql: () => Promise.reject(new Error("not used")),
  };
  const part = (exportId: string) => exportShop({ ...ports, now: () => AT }, run, { shopId, exportId });
  return {
    ...{ shop, keys, inShop, part },
    ask: () => inShop((tx) => askExport(tx, { shopId, by: "7", at: AT })),
    list: (at = AT) => inShop((tx) => listExports(tx, shopId, at)),
    take: (id: string, at = AT) => readExport({ inShop, keys }, { id, by: "7", now: at }),
    make: async (exportId: string) => {
      for (let said = ""; said !== "the copy is ready"; said = await part(exportId));
    },
  };
}

async function asked(shop: Awaited<ReturnType<typeof exportingShop>>) {
  await shop.ask();
  const [newest] = await shop.list();
  if (!newest) throw new Error("nothing was asked");
  return newest.id;
}

/** The files of an archive, found by its directory as programs do. */
function unzip(zip: Buffer): Record<string, string> {
  const end = zip.length - 22;
  expect(zip.readUInt32LE(end)).toBe(0x06054b50);
  let at = zip.readUInt32LE(end + 16);
  const files: Record<string, string> = {};
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    expect(zip.readUInt32LE(at)).toBe(0x02014b50);
    const [packed, length, offset] = [
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
      zip.readUInt32LE(at + 42),
    ];
    const name = zip.subarray(at + 46, at + 46 + length).toString();
    const from = offset + 30 + zip.readUInt16LE(offset + 26);
    const content = inflateRawSync(zip.subarray(from, from + packed));
    expect(crc32(content)).toBe(zip.readUInt32LE(at + 16));
    expect(content.length).toBe(zip.readUInt32LE(at + 24));
    files[name] = content.toString("utf8");
    at += 46 + length;
  }
  return files;
}

describe("a copy of everything", () => {
  it("holds each conversation with what was said and made of it, and what the shop decided", async () => {
    const shop = await exportingShop();
    const id = await asked(shop);
    expect(await shop.take(id)).toBeNull();
    await shop.part(id);
    expect((await shop.list())[0]).toMatchObject({ state: "running", done: 3, total: 3 });
    await shop.make(id);
    expect((await shop.list())[0]).toMatchObject({ state: "ready", done: 3, takenAt: [] });

    const zip = await shop.take(id);
    const files = unzip(Buffer.from(await new Response(zip).arrayBuffer()));
    expect(Object.keys(files)).toEqual(["conversations-00001.jsonl", "shop.jsonl"]);
    const lines = (files["conversations-00001.jsonl"] ?? "")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatchObject({ messages: expect.any(Array), drafts: expect.any(Array) });
    expect(files["conversations-00001.jsonl"]).toContain("jonna.canary@example.com");
    expect(files["shop.jsonl"]).toContain(shop.shop.domain);
    expect(files["shop.jsonl"]).not.toContain("wrappedKey");
    expect((await shop.list())[0]?.takenAt).toEqual([AT.toISOString()]);
  });

  it("is made once for two wishes, and a part that is made twice stands in it once", async () => {
    const shop = await exportingShop();
    expect((await Promise.all([shop.ask(), shop.ask()])).toSorted()).toEqual(["asked", "under_way"]);
    const [one] = await shop.list();
    await Promise.all(
      [shop.part(one?.id ?? ""), shop.part(one?.id ?? "")].map((made) => made.catch(() => "again")),
    );
    await shop.make(one?.id ?? "");
    const parts = await systemPrisma.shopExportPart.findMany({ where: { exportId: one?.id ?? "" } });
    expect(parts.map(({ name }) => name).toSorted()).toEqual(["conversations-00001.jsonl", "shop.jsonl"]);
  });

  it("is gone after its days, with what it held, and when a shopper is redacted", async () => {
    const shop = await exportingShop();
    const id = await asked(shop);
    await shop.make(id);
    expect(await shop.take(id, later(8))).toBeNull();
    expect((await shop.list(later(8)))[0]?.state).toBe("expired");
    await eraseExpiredExports(later(8));
    expect(await systemPrisma.shopExportPart.count({ where: { exportId: id } })).toBe(0);
  });

  it("is for owners alone, and of their own shop", async () => {
    const shop = await exportingShop();
    const other = await exportingShop();
    const id = await asked(shop);
    await shop.make(id);
    for (const { shop: one } of [shop, other]) await keepSession(one.domain);
    const door = (given: Parameters<typeof loader>[0]) => loader({ ...given, params: { id } });
    const open = (domain: string, staff: string) => openDoor(door as never, { shop: domain, staff });
    expect((await open(shop.shop.domain, "1")).status).toBe(200);
    expect((await open(other.shop.domain, "1")).status).toBe(404);
    expect((await open(shop.shop.domain, "2")).status).toBe(403);
  });
});
