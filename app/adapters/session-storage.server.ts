import { Session } from "@shopify/shopify-api";
import type { SessionStorage } from "@shopify/shopify-app-session-storage";
import { z } from "zod";
import { env } from "#app/env.server.ts";
import { logger } from "#app/lib/logger.server.ts";
import { openWithDeploymentKey, sealWithDeploymentKey } from "#app/shop/seal.ts";
import { systemPrisma } from "#app/system-db.server.ts";

const propertiesSchema = z.array(z.tuple([z.string(), z.union([z.string(), z.number(), z.boolean()])]));

/** More sessions of one shop than anybody has: the library asks for all of a shop's. */
const MOST_SESSIONS = 100;

/**
 * Shopify's sessions, tokens included, sealed with the deployment's key. A session that does not open any more (a key that
 * was taken out of ENCRYPTION_KEY) counts as absent: the next visit exchanges a new token.
 */
export const sessionStorage: SessionStorage = {
  async storeSession(session) {
    const sealed = sealWithDeploymentKey(
      env.ENCRYPTION_KEY,
      contextOf(session.id),
      Buffer.from(JSON.stringify(session.toPropertyArray(true))),
    );
    const values = { shop: session.shop, expires: session.expires ?? null, sealed };
    await systemPrisma.session.upsert({
      where: { id: session.id },
      create: { id: session.id, ...values },
      update: values,
    });
    return true;
  },

  async loadSession(id) {
    const row = await systemPrisma.session.findUnique({ where: { id } });
    return row ? open(row) : undefined;
  },

  async deleteSession(id) {
    await systemPrisma.session.deleteMany({ where: { id } });
    return true;
  },

  async deleteSessions(ids) {
    await systemPrisma.session.deleteMany({ where: { id: { in: ids } } });
    return true;
  },

  async findSessionsByShop(shop) {
    const rows = await systemPrisma.session.findMany({ where: { shop }, take: MOST_SESSIONS });
    return rows.flatMap((row) => open(row) ?? []);
  },
};

const contextOf = (id: string) => `sessions.sealed:${id}`;

function open(row: { id: string; sealed: Uint8Array }): Session | undefined {
  try {
    const json = openWithDeploymentKey(env.ENCRYPTION_KEY, contextOf(row.id), row.sealed).toString("utf8");
    return Session.fromPropertyArray(propertiesSchema.parse(JSON.parse(json)), true);
  } catch (err) {
    logger.warn({ err, sessionId: row.id }, "a stored session does not open");
    return undefined;
  }
}
