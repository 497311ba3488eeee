import type { Tx } from "#app/db.server.ts";

/** The shop's IANA time zone; UTC until Shopify said it. */
export async function readTimeZone(tx: Tx, shopId: string): Promise<string> {
  const shop = await tx.shop.findUniqueOrThrow({ where: { id: shopId }, select: { timezone: true } });
  return shop.timezone ?? "UTC";
}
