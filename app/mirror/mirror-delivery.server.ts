import type { Handler } from "#app/job.ts";
import { applyPayload } from "#app/mirror/apply-payload.server.ts";
import type { Effect, Occasion } from "#app/mirror/effect.ts";
import { mirrorOrderAgain } from "#app/mirror/mirror-order.server.ts";
import { namesOtherShop } from "#app/mirror/names-other-shop.ts";
import { openDelivery } from "#app/mirror/open-delivery.server.ts";
import { parseBody } from "#app/mirror/parse-body.ts";
import { afterUninstall, topicOf } from "#app/mirror/topics.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import { sealBytes } from "#app/shop/seal.ts";

/**
 * Does what a recorded webhook says. What cannot be understood, or contradicts itself, causes nothing and is set aside with
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
  const effect = await effectOf(occasion, shop.uninstalledAt !== null);
  const readAgain = await settle(occasion, effect);
  for (const orderId of readAgain.orderIds) {
    const again = await mirrorOrderAgain(occasion, orderId, {});
    if (again.state === "mirrored") await run.inShop((tx) => again.write(tx));
  }
  return `${delivery.topic}: ${readAgain.phrase}`;
};

async function effectOf(occasion: Occasion, uninstalled: boolean): Promise<Effect> {
  const { delivery, shop } = occasion;
  const meaning = topicOf(delivery.topic);
  if (!meaning) return { state: "quarantined", phrase: "the topic is unknown" };
  const parsed = readBody(delivery.body);
  if (parsed.outcome === "unreadable") return { state: "quarantined", phrase: "the body is not JSON" };
  if (namesOtherShop(parsed.body, shop.domain))
    return { state: "quarantined", phrase: "the body names another shop" };
  if (uninstalled && !afterUninstall.has(meaning))
    return { state: "skipped", phrase: "the app is uninstalled" };
  return applyPayload(meaning, occasion, parsed.body);
}

function readBody(bytes: Buffer): { outcome: "read"; body: unknown } | { outcome: "unreadable" } {
  try {
    return { outcome: "read", body: parseBody(bytes.toString("utf8")) };
  } catch {
    return { outcome: "unreadable" };
  }
}

/** The effect and the delivery's new state commit together. */
async function settle({ ports, run, keys, delivery }: Occasion, effect: Effect) {
  return run.inShop(async (tx) => {
    const written = effect.state === "mirrored" ? await effect.write(tx) : { phrase: effect.phrase };
    const emptied = written.heldBack
      ? { sealedBody: sealBytes(keys, `webhook_deliveries.sealed_body:${delivery.id}`, Buffer.from("{}")) }
      : {};
    await tx.webhookDelivery.update({
      where: { id: delivery.id },
      data: { state: effect.state, reason: written.phrase, handledAt: ports.now(), ...emptied },
    });
    return { phrase: written.phrase, orderIds: written.readAgain ?? [] };
  });
}
