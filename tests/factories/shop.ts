import { randomUUID } from "node:crypto";
import { newWrappedKey, shopKeys } from "#app/shop/keys.server.ts";
import { systemPrisma } from "#app/system-db.server.ts";

/** An installed shop with keys of its own. */
export async function makeShop(given: { domain?: string; name?: string } = {}) {
  const id = randomUUID();
  const shop = await systemPrisma.shop.create({
    data: {
      id,
      domain: given.domain ?? `shop-${id.slice(0, 8)}.myshopify.com`,
      name: given.name ?? "Fernweh Supply",
      currency: "EUR",
      timezone: "Europe/Berlin",
      scopes: ["read_orders"],
      inboundKey: id.replaceAll("-", "").slice(0, 16),
      wrappedKey: newWrappedKey(id),
    },
  });
  return { shop, keys: await shopKeys(id) };
}
