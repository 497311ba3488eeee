import { z } from "zod";

const naming = z.object({
  shop_domain: z.string().nullish(),
  myshopify_domain: z.string().nullish(),
});

/**
 * Whether a body names another shop than its header did. The signature covers the body only, so the header's shop counts
 * only as far as the body does not contradict it. Most topics name no shop.
 */
export function namesOtherShop(body: unknown, domain: string): boolean {
  const parsed = naming.safeParse(body);
  if (!parsed.success) return false;
  const named = parsed.data.shop_domain ?? parsed.data.myshopify_domain;
  return typeof named === "string" && named.toLowerCase() !== domain.toLowerCase();
}
