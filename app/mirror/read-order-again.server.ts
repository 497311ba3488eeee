import type { z } from "zod";
import { TryAgainAt } from "#app/job.ts";
import { orderAnswer, ownerAnswer } from "#app/mirror/admin-answers.ts";
import { orderNodeRows } from "#app/mirror/admin-node.ts";
import { FIND_ORDER_OF } from "#app/mirror/operations/find-order-of.ts";
import { READ_ORDER } from "#app/mirror/operations/read-order.ts";
import type { MirrorRows } from "#app/mirror/rows.ts";
import type { AdminAnswer, AdminRequest, Ports } from "#app/ports.ts";

export type ReadAgain =
  | { outcome: "rows"; rows: MirrorRows }
  | { outcome: "gone" } // Shopify says that there is no such order (or none that the app may see)
  | { outcome: "refused" }
  | { outcome: "uninstalled" };

/**
 * The order as Shopify has it now. For what has no version of its own this is the only way that is right in any order of
 * arrival: the last webhook's read begins after the last change.
 *
 * Throws TryAgainAt when throttled, an Error when Shopify is not available.
 */
export async function readOrderAgain(ports: Ports, shopId: string, orderId: string): Promise<ReadAgain> {
  const readAt = ports.now().toISOString();
  const answer = await ask(ports, {
    shopId,
    document: READ_ORDER,
    variables: { id: `gid://shopify/Order/${orderId}` },
    data: orderAnswer,
  });
  if (answer.outcome !== "answered") return { outcome: answer.outcome };
  const { order } = answer.data;
  return order ? { outcome: "rows", rows: orderNodeRows(order, readAt) } : { outcome: "gone" };
}

/** Shopify could not be asked, for reasons of its own or on the way. */
export class ShopifyUnavailable extends Error {
  override name = "ShopifyUnavailable";
}

/** The id of the order that a return or a fulfillment order belongs to; null when Shopify does not say. */
export async function findOrderOf(ports: Ports, shopId: string, gid: string): Promise<string | null> {
  const answer = await ask(ports, {
    shopId,
    document: FIND_ORDER_OF,
    variables: { id: gid },
    data: ownerAnswer,
  });
  return answer.outcome === "answered" ? answer.data.node : null;
}

type Settled<T> = Extract<AdminAnswer<T>, { outcome: "answered" | "refused" | "uninstalled" }>;

/** Asks, and puts the job off when Shopify wants it: what is left are answers that trying again does not change. */
export async function ask<T extends z.ZodType>(
  ports: Ports,
  request: AdminRequest<T>,
): Promise<Settled<z.infer<T>>> {
  const answer = await ports.shopAdmin(request);
  if (answer.outcome === "throttled") {
    throw new TryAgainAt(new Date(ports.now().getTime() + answer.retryAfter), "Shopify asked to wait");
  }
  if (answer.outcome === "unavailable")
    throw new ShopifyUnavailable(`Shopify is not available: ${answer.reason}`);
  return answer;
}
