import { crc32, deflateRaw } from "node:zlib";
import { promisify } from "node:util";
import type { ShopExport } from "@prisma/client";
import type { Tx } from "#app/db.server.ts";
import { emit } from "#app/emit.server.ts";
import type { Handler } from "#app/job.ts";
import { readPolicies } from "#app/mirror/read-policies.server.ts";
import { collectConversation } from "#app/privacy/collect-conversations.server.ts";
import { EXPORT_LIVES, PART_BYTES, PART_CONVERSATIONS } from "#app/privacy/shop-export.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import { sealBytes, type ShopKeys } from "#app/shop/seal.ts";

const pack = promisify(deflateRaw);

/**
 * Makes one part of a shop's copy and goes on with the next: a file of conversations, in the order of their ids, or at the end one of what
 * the shop itself has. A part is written with where to go on from, so a run that is repeated writes it once.
 */
export const exportShop: Handler<"exportShop"> = async (ports, run, { exportId }) => {
  const keys = await shopKeys(run.shopId);
  const gathered = await run.inShop((tx) => gather(tx, keys, exportId));
  if (!gathered) return "the copy is no more, or made";
  const { row, part, after, isLast } = gathered;
  const content = Buffer.from(part.lines.map((line) => `${line}\n`).join(""), "utf8");
  const packed = await pack(content);
  const id = `${exportId}-${row.parts + 1}`;
  return run.inShop(async (tx) => {
    const now = ports.now();
    const { count } = await tx.shopExport.updateMany({
      where: { id: exportId, parts: row.parts, state: { not: "ready" } },
      data: {
        ...{ parts: row.parts + 1, after, total: gathered.total, done: { increment: part.conversations } },
        ...(isLast
          ? { state: "ready", readyAt: now, expiresAt: new Date(now.getTime() + EXPORT_LIVES) }
          : { state: "running" }),
      },
    });
    if (count === 0) return "another run made this part";
    await tx.shopExportPart.create({
      data: {
        ...{ id, shopId: run.shopId, exportId, number: row.parts + 1, name: part.name },
        ...{ crc: BigInt(crc32(content)), size: content.length, packedSize: packed.length },
        sealed: sealBytes(keys, `shop_export_parts.sealed:${id}`, packed),
      },
    });
    if (!isLast) await emit(tx, "export-advanced", { data: { shopId: run.shopId, exportId } });
    return isLast ? "the copy is ready" : `conversations ${part.conversations}`;
  });
};

type Part = { name: string; lines: string[]; conversations: number };
type Gathered = { row: ShopExport; total: number; part: Part; after: string | null; isLast: boolean };

async function gather(tx: Tx, keys: ShopKeys, exportId: string): Promise<Gathered | null> {
  const { shopId } = keys;
  const row = await tx.shopExport.findFirst({ where: { id: exportId, shopId, state: { not: "ready" } } });
  if (!row) return null;
  const total = row.parts === 0 ? await tx.conversation.count({ where: { shopId } }) : row.total;
  const ids = await tx.conversation.findMany({
    where: { shopId, ...(row.after ? { id: { gt: row.after } } : {}) },
    orderBy: { id: "asc" },
    select: { id: true },
    take: PART_CONVERSATIONS,
  });
  if (ids.length === 0) {
    const lines = await linesOfShop(tx, shopId);
    return {
      row,
      total,
      part: { name: "shop.jsonl", lines, conversations: 0 },
      after: row.after,
      isLast: true,
    };
  }
  const lines: string[] = [];
  let [bytes, after] = [0, row.after];
  for (const { id } of ids) {
    const conversation = await tx.conversation.findUnique({ where: { id } });
    if (conversation) {
      const line = JSON.stringify(await collectConversation(tx, keys, conversation));
      lines.push(line);
      bytes += line.length;
    }
    after = id;
    if (bytes > PART_BYTES) break;
  }
  const name = `conversations-${String(row.parts + 1).padStart(5, "0")}.jsonl`;
  return { row, total, part: { name, lines, conversations: lines.length }, after, isLast: false };
}

/** What the shop decided and wrote, one thing a line. */
async function linesOfShop(tx: Tx, shopId: string): Promise<string[]> {
  const shop = await tx.shop.findUniqueOrThrow({
    where: { id: shopId },
    select: { domain: true, name: true, currency: true, timezone: true, settings: true },
  });
  const articles = await tx.article.findMany({ where: { shopId }, orderBy: { id: "asc" } });
  const rules = await tx.triageRule.findMany({ where: { shopId }, orderBy: { position: "asc" } });
  const addresses = await tx.sendingAddress.findMany({ where: { shopId }, orderBy: { createdAt: "asc" } });
  const policies = await readPolicies(tx);
  return [
    { shop },
    ...articles.map(({ shopId: _shop, ...article }) => ({ article })),
    ...rules.map(({ shopId: _shop, ...rule }) => ({ rule })),
    ...addresses.map(({ shopId: _shop, ...address }) => ({ address })),
    ...policies.map((policy) => ({ policy })),
  ].map((one) => JSON.stringify(one));
}
