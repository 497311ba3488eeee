const ADMIN = "https://admin.shopify.com";

/** Where a page of this app opens in the shop's admin. `origin`: another admin's, where the shop is one for development. */
export function adminLink(
  { domain, apiKey, origin = ADMIN }: { domain: string; apiKey: string; origin?: string | undefined },
  path: string,
): string {
  const handle = domain.replace(/\.myshopify\.com$/u, "");
  return `${origin}/store/${handle}/apps/${apiKey}${path}`;
}
