import type { z } from "zod";
import { TryAgainAt } from "#app/job.ts";
import type { AdminAnswer, AdminRequest, Ports } from "#app/ports.ts";

/** Shopify could not be asked, for reasons of its own or on the way. */
export class ShopifyUnavailable extends Error {
  override name = "ShopifyUnavailable";
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
