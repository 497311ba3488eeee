import type { z } from "zod";
import type { Tx } from "#app/db.server.ts";
import { openDelivery } from "#app/mirror/open-delivery.server.ts";
import { parseBody } from "#app/mirror/parse-body.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

/** What a compliance webhook asks for; null when its body was removed by a redaction since. */
export async function openRequest<T extends z.ZodType>(
  tx: Tx,
  keys: ShopKeys,
  { deliveryId, schema }: { deliveryId: string; schema: T },
): Promise<z.infer<T> | null> {
  const delivery = await openDelivery(tx, keys, deliveryId);
  if (!delivery) return null;
  const parsed = schema.safeParse(parseBody(delivery.body.toString("utf8")));
  return parsed.success ? parsed.data : null;
}
