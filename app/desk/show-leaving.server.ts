import type { Delivery } from "@prisma/client";
import { listFiles } from "#app/care/review/files/read-files.server.ts";
import { outgoingContentSchema } from "#app/care/review/outgoing-content.ts";
import type { Tx } from "#app/db.server.ts";
import type { ShownLeaving } from "#app/desk/outgoing-shapes.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";

/** What was approved and is on its way, by conversation; a code's mail is no word of one. */
export async function showLeaving(
  tx: Tx,
  keys: ShopKeys,
  { conversationIds, now }: { conversationIds: string[]; now: Date },
): Promise<Map<string, ShownLeaving[]>> {
  const rows = await tx.delivery.findMany({
    where: {
      conversationId: { in: conversationIds },
      ...{ purpose: { not: "code" }, status: { in: ["queued", "sending"] } },
    },
    orderBy: { createdAt: "asc" },
  });
  const leaving = new Map<string, ShownLeaving[]>(conversationIds.map((id) => [id, []]));
  for (const row of rows)
    leaving.get(row.conversationId ?? "")?.push(await leavingOf(tx, keys, { row, now }));
  return leaving;
}

async function leavingOf(
  tx: Tx,
  keys: ShopKeys,
  { row, now }: { row: Delivery; now: Date },
): Promise<ShownLeaving> {
  const { id: deliveryId, purpose, status, fence, nextAttemptAt, sealed: bytes } = row;
  const mail = openJson(keys, { context: `deliveries.sealed:${deliveryId}`, bytes }, outgoingContentSchema);
  return {
    ...{ deliveryId, purpose, text: mail.parts.text, to: mail.to, copies: mail.cc ?? [] },
    files: await listFiles(tx, keys, { deliveryId }),
    leavesInMs: status === "queued" ? Math.max(nextAttemptAt.getTime() - now.getTime(), 0) : 0,
    undoable: status === "queued" && fence === 0,
  };
}
