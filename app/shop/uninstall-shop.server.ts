import { systemPrisma } from "#app/system-db.server.ts";

/**
 * Blocks sending and the API at once and removes the shop's tokens. Nothing else goes: opening the app again restores it, and
 * the data goes on `shop/redact`. The caller emits `shop-uninstalled`.
 */
export async function uninstallShop(
  domain: string,
  at: Date,
): Promise<"uninstalled" | "already" | "unknown"> {
  return systemPrisma.$transaction(async (tx) => {
    await tx.session.deleteMany({ where: { shop: domain } });
    const { count } = await tx.shop.updateMany({
      where: { domain, uninstalledAt: null },
      data: { uninstalledAt: at },
    });
    if (count > 0) return "uninstalled";
    return (await tx.shop.findUnique({ where: { domain }, select: { id: true } })) ? "already" : "unknown";
  });
}
