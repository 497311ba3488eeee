import { z } from "zod";
import type { Tx } from "#app/db.server.ts";
import { openDelivery } from "#app/mirror/open-delivery.server.ts";
import { parseBody } from "#app/mirror/parse-body.ts";
import { personSchema } from "#app/privacy/person.ts";
import { sealJson, type ShopKeys } from "#app/shop/seal.ts";

const placeSchema = z.object({ at: z.coerce.date(), id: z.string() });

/**
 * How far the redaction of a person has come. It stands, sealed, in the request's own row in place of its body: once the
 * mirror has forgotten the person, nothing else tells who they were.
 */
const redactionSchema = z.object({
  person: personSchema,
  /** How many conversations were removed. */
  conversations: z.number(),
  /** The last raw webhook that was looked at; null before the first. */
  after: placeSchema.nullable(),
  /** Webhooks about the person that were still to be handled when they were looked at. */
  waiting: z.array(z.string()),
});
export type Redaction = z.infer<typeof redactionSchema>;

const stateSchema = z.object({ redaction: redactionSchema });

/** The redaction that a run before this one began; null when none did. */
export async function readRedaction(tx: Tx, keys: ShopKeys, deliveryId: string): Promise<Redaction | null> {
  const delivery = await openDelivery(tx, keys, deliveryId);
  const parsed = stateSchema.safeParse(delivery && parseBody(delivery.body.toString("utf8")));
  return parsed.success ? parsed.data.redaction : null;
}

export async function saveRedaction(
  tx: Tx,
  keys: ShopKeys,
  { deliveryId, redaction }: { deliveryId: string; redaction: Redaction },
): Promise<void> {
  const state: z.input<typeof stateSchema> = { redaction };
  const sealedBody = sealJson(keys, `webhook_deliveries.sealed_body:${deliveryId}`, state);
  await tx.webhookDelivery.update({ where: { id: deliveryId }, data: { sealedBody } });
}
