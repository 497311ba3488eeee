import { z } from "zod";
import type { Handler, Run } from "#app/job.ts";
import { forgetShopKeys } from "#app/shop/keys.server.ts";
import { systemPool, systemPrisma } from "#app/system-db.server.ts";
import { uninstallShop } from "#app/shop/uninstall-shop.server.ts";

/** Records without a person in them: that a webhook came, and which jobs ran. Bodies go with the shop's key. */
const KEPT = new Set(["jobs", "webhook_deliveries"]);
const BATCH = 5_000;

/**
 * `shop/redact`: removes everything of a shop, its key with it. Every table that names a shop is emptied, so that one that is
 * added later cannot be forgotten. Opening the app again starts from nothing.
 */
export const redactShop: Handler<"redactShop"> = async (ports, run) => {
  const shop = await systemPrisma.shop.findUnique({ where: { id: run.shopId }, select: { domain: true } });
  if (!shop) return "the shop was redacted before";
  await uninstallShop(shop.domain, ports.now());
  await endOtherJobs(run);
  const tables = (await tenantTables()).filter((table) => !KEPT.has(table));
  for (const table of tables) await emptyTable(run, table);
  await run.inShop((tx) =>
    tx.webhookDelivery.updateMany({
      where: { shopId: run.shopId },
      data: { sealedBody: new Uint8Array(), reason: "redacted" },
    }),
  );
  await systemPrisma.$transaction([
    systemPrisma.session.deleteMany({ where: { shop: shop.domain } }),
    systemPrisma.shop.delete({ where: { id: run.shopId } }),
  ]);
  forgetShopKeys(run.shopId);
  return `redacted: tables ${tables.length}`;
};

/** A job without its row finds its fence gone: what is still running writes nothing after this. */
async function endOtherJobs(run: Run): Promise<void> {
  await systemPool.query("DELETE FROM jobs WHERE shop_id = $1 AND name <> 'redactShop' AND state <> 'done'", [
    run.shopId,
  ]);
}

async function tenantTables(): Promise<string[]> {
  const { rows } = await systemPool.query(
    "SELECT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'shop_id' ORDER BY table_name",
  );
  return z
    .array(z.object({ table_name: z.string().regex(/^[a-z_]+$/) }))
    .parse(rows)
    .map(({ table_name }) => table_name);
}

/** In pieces, so that a large shop does not hold a lock or run into the statement's timeout. */
async function emptyTable(run: Run, table: string): Promise<void> {
  for (;;) {
    const removed = await run.inShop((tx) =>
      tx.$executeRawUnsafe(
        `DELETE FROM "${table}" WHERE ctid IN (SELECT ctid FROM "${table}" WHERE shop_id = $1 LIMIT ${BATCH})`,
        run.shopId,
      ),
    );
    if (removed < BATCH) return;
  }
}
