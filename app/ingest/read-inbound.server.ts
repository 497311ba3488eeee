import { z } from "zod";
import { openInbound, type InboundContent } from "#app/ingest/inbound-content.ts";
import type { ShopKeys } from "#app/shop/seal.ts";
import { systemPool } from "#app/system-db.server.ts";

const rowSchema = z.object({ state: z.string(), received_at: z.date(), bytes: z.number() });

/** The driver gets bytes as hexadecimal text and turns them back in one go: pieces keep the event loop free. */
const PIECE_BYTES = 2 * 1024 * 1024;

export type Inbound = { id: string; state: string; receivedAt: Date; content: InboundContent };

/**
 * A recorded message, opened; null when it is not there. Plain SQL, since raw mail of 25 MB would pass through Prisma as
 * text too.
 */
export async function readInbound(keys: ShopKeys, id: string): Promise<Inbound | null> {
  const found = await systemPool.query<Record<string, unknown>>(
    "SELECT state, received_at, octet_length(sealed) AS bytes FROM inbound_messages WHERE shop_id = $1 AND id = $2",
    [keys.shopId, id],
  );
  if (!found.rows[0]) return null;
  const row = rowSchema.parse(found.rows[0]);
  const pieces: Buffer[] = [];
  for (let from = 0; from < row.bytes; from += PIECE_BYTES) {
    const piece = await systemPool.query<{ piece: Buffer }>(
      "SELECT substring(sealed FROM $3::int FOR $4::int) AS piece FROM inbound_messages WHERE shop_id = $1 AND id = $2",
      [keys.shopId, id, from + 1, PIECE_BYTES],
    );
    if (!piece.rows[0]) return null;
    pieces.push(piece.rows[0].piece);
  }
  return {
    id,
    state: row.state,
    receivedAt: row.received_at,
    content: openInbound(keys, id, Buffer.concat(pieces)),
  };
}
