import type { Prisma } from "@prisma/client";
import { systemPrisma } from "#app/system-db.server.ts";

/** What a door needs to know of a shop before it may act for it. */
export type KnownShop = {
  id: string;
  domain: string;
  name: string;
  inboundKey: string;
  scopes: string[];
  currency: string | null;
  /** IANA name, e.g. `Europe/Berlin`. */
  timezone: string | null;
  /** As stored: parse with settingsSchema (app/shop/settings.ts). */
  settings: Prisma.JsonValue;
  /** Set while the app is uninstalled: nothing is sent and the API answers nobody. */
  uninstalledAt: Date | null;
};

const select = {
  id: true,
  domain: true,
  name: true,
  inboundKey: true,
  scopes: true,
  currency: true,
  timezone: true,
  settings: true,
  uninstalledAt: true,
} as const;

/** The shop of a `*.myshopify.com` domain, also when the app is uninstalled there; null when we never saw it. */
export async function findShop(domain: string): Promise<KnownShop | null> {
  return systemPrisma.shop.findUnique({ where: { domain: domain.toLowerCase() }, select });
}

/** The shop of an inbound address' local part (before any `+`); null when no shop has it. */
export async function findShopByInboundKey(inboundKey: string): Promise<KnownShop | null> {
  return systemPrisma.shop.findUnique({ where: { inboundKey: inboundKey.toLowerCase() }, select });
}

/** The shop of one of our own ids, also when the app is uninstalled there; null when there is none. */
export async function findShopById(id: string): Promise<KnownShop | null> {
  return systemPrisma.shop.findUnique({ where: { id }, select });
}
