import type { Handler } from "#app/job.ts";
import { applyPayload } from "#app/mirror/apply-payload.server.ts";
import type { Effect, Occasion } from "#app/mirror/effect.ts";
import { openDelivery } from "#app/mirror/open-delivery.server.ts";
import { understandDelivery } from "#app/mirror/understand-delivery.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import { sealBytes } from "#app/shop/seal.ts";

/**
 * Does what one recorded webhook says, also what rows do not say whole (mirrorDeliveries hands that on): Shopify is asked, a
 * record goes, the shop itself changes. What cannot be understood, or contradicts itself, causes nothing and is set aside with
 * a reason that an operator sees; what is older than what is known changes nothing.
 */
export const mirrorDelivery: Handler<"mirrorDelivery"> = async (ports, run, { deliveryId }) => {
  const keys = await shopKeys(run.shopId);
  const { delivery, shop } = await run.inShop(async (tx) => ({
    delivery: await openDelivery(tx, keys, deliveryId),
    shop: await tx.shop.findUniqueOrThrow({ where: { id: run.shopId } }),
  }));
  if (!delivery) return "there is no such delivery";
  if (delivery.state !== "recorded") return `the delivery is ${delivery.state} already`;
  const occasion: Occasion = { ports, run, keys, delivery, shop };
  const read = understandDelivery(delivery, {
    domain: shop.domain,
    uninstalled: shop.uninstalledAt !== null,
  });
  const effect = read.outcome === "none" ? read : await applyPayload(occasion, read.understood);
  return `${delivery.topic}: ${await settle(occasion, effect)}`;
};

/** The effect and the delivery's new state commit together. */
async function settle({ ports, run, keys, delivery }: Occasion, effect: Effect): Promise<string> {
  return run.inShop(async (tx) => {
    const written = effect.state === "mirrored" ? await effect.write(tx) : { phrase: effect.phrase };
    const emptied = written.heldBack
      ? { sealedBody: sealBytes(keys, `webhook_deliveries.sealed_body:${delivery.id}`, Buffer.from("{}")) }
      : {};
    await tx.webhookDelivery.update({
      where: { id: delivery.id },
      data: { state: effect.state, reason: written.phrase, handledAt: ports.now(), ...emptied },
    });
    return written.phrase;
  });
}
