import { tokenBuckets } from "#app/shop/token-bucket.ts";

type Limit = Parameters<typeof tokenBuckets>[0];

/**
 * Whether the link of a mail (`<shop>.<secret>`) is opened too often: by one address, or of one shop. Who tries secrets out gets no
 * further than this. One process's own count.
 */
export function linkLimit(limits: { perVisitor: Limit; perShop: Limit }) {
  const perVisitor = tokenBuckets(limits.perVisitor);
  const perShop = tokenBuckets(limits.perShop);
  return (request: Request, token: string): boolean => {
    const now = new Date();
    const visitor = request.headers.get("x-forwarded-for")?.split(",")[0]?.trim();
    const taken = [perShop(token.split(".")[0] ?? "", now), ...(visitor ? [perVisitor(visitor, now)] : [])];
    return taken.some(({ outcome }) => outcome === "limited");
  };
}
