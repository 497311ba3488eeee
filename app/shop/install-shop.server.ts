import { randomBytes, randomUUID } from "node:crypto";
import { emit } from "#app/emit.server.ts";
import { inboundKeyOf } from "#app/shop/inbound-key.ts";
import { newWrappedKey } from "#app/shop/keys.server.ts";
import { systemPrisma } from "#app/system-db.server.ts";

export type Installed = { outcome: "installed" | "restored" | "known"; shopId: string };

/**
 * Registers a shop, or takes it up again after an uninstall: a data key, an inbound address and the event that starts the
 * backfill. Called after every token exchange, so a known shop costs one read.
 */
export async function installShop(given: {
  domain: string;
  name?: string;
  scopes: string[];
}): Promise<Installed> {
  const domain = given.domain.toLowerCase();
  const scopes = [...new Set(given.scopes)].toSorted();
  const known = await systemPrisma.shop.findUnique({ where: { domain } });
  if (known && !known.uninstalledAt && known.scopes.join() === scopes.join()) {
    await retryFailedBackfill(known.id);
    return { outcome: "known", shopId: known.id };
  }
  return systemPrisma.$transaction(async (tx) => {
    // Two loaders of the first visit arrive together: the second one finds what the first wrote.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`install|${domain}`}, 0))`;
    const shop = await tx.shop.findUnique({ where: { domain } });
    if (shop && !shop.uninstalledAt) {
      await tx.shop.update({ where: { id: shop.id }, data: { scopes } });
      return { outcome: "known", shopId: shop.id };
    }
    const shopId = shop?.id ?? randomUUID();
    if (shop) {
      // What happened in the shop meanwhile was never delivered: the backfill starts over.
      await tx.shop.update({
        where: { id: shopId },
        data: { scopes, uninstalledAt: null, installedAt: new Date() },
      });
      await tx.backfill.deleteMany({ where: { shopId } });
      // What privacy/close-shop.server.ts parked goes on.
      await tx.$executeRaw`UPDATE jobs SET run_at = now() WHERE shop_id = ${shopId} AND state = 'waiting' AND run_at >= '9000-01-01'`;
    } else {
      await tx.shop.create({
        data: {
          id: shopId,
          domain,
          name: given.name ?? domain.replace(/\.myshopify\.com$/, ""),
          scopes,
          inboundKey: inboundKeyOf(domain, randomBytes(10)),
          wrappedKey: newWrappedKey(shopId),
        },
      });
    }
    await tx.backfill.create({ data: { shopId } });
    await emit(tx, "shop-installed", { data: { shopId } });
    // What was to be told when the app was removed is decided anew.
    if (shop) await emit(tx, "outreach-settings-changed", { data: { shopId } });
    return { outcome: shop ? "restored" : "installed", shopId };
  });
}

/** A backfill that failed starts over when the app is opened next. Its row goes only together with the job that begins anew. */
async function retryFailedBackfill(shopId: string): Promise<void> {
  await systemPrisma.$transaction(async (tx) => {
    const { count } = await tx.backfill.deleteMany({ where: { shopId, state: "failed" } });
    if (count > 0) await emit(tx, "shop-installed", { data: { shopId } });
  });
}
