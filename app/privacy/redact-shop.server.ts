import { z } from "zod";
import { Unretryable, type Handler, type Run } from "#app/job.ts";
import { tokenWorks } from "#app/mirror/token-works.server.ts";
import { forgetShopKeys } from "#app/shop/keys.server.ts";
import { systemPool, systemPrisma } from "#app/system-db.server.ts";
import { uninstallShop } from "#app/shop/uninstall-shop.server.ts";

/** Records without a person in them: that a webhook came, and which jobs ran. Bodies go with the shop's key. */
const KEPT = new Set(["jobs", "webhook_deliveries"]);
/** Sealed values may have megabytes each, and removing a row removes them with it. */
const BATCH = 500;

/**
 * `shop/redact`: removes everything of a shop, its key with it. Every table that names a shop is emptied, so that one that is
 * added later cannot be forgotten. Opening the app again starts from nothing. A shop that has the app keeps everything.
 */
export const redactShop: Handler<"redactShop"> = async (ports, run) => {
  const shop = await systemPrisma.shop.findUnique({ where: { id: run.shopId }, select: { domain: true } });
  if (!shop) return "the shop was redacted before";
  // A request without a date, replayed, must not delete a shop that is open: an operator decides.
  if (await tokenWorks(ports, run.shopId))
    throw new Unretryable("the app is installed in this shop and its token works: nothing was removed");
  await uninstallShop(shop.domain, ports.now());
  await endOtherJobs(run);
  const tables = (await tenantTables()).filter((table) => !KEPT.has(table));
  for (const table of tables) await emptyTable(run, table);
  await emptyBodies(run.shopId);
  await forgetUnknown(shop.domain);
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

/** Page by page: one statement over every body of a large shop would run into its timeout, and never get further. */
async function emptyBodies(shopId: string): Promise<void> {
  let after: { at: Date; id: string } | null = { at: new Date(0), id: "" };
  while (after) {
    const { rows }: { rows: unknown[] } = await systemPool.query(EMPTY_BODIES, [
      shopId,
      after.at,
      after.id,
      BATCH,
    ]);
    after = pageEndSchema.parse(rows)[0] ?? null;
  }
}

const pageEndSchema = z.array(z.object({ at: z.date(), id: z.string() }));

const EMPTY_BODIES = `
WITH page AS (
  SELECT id, received_at FROM webhook_deliveries
  WHERE shop_id = $1 AND received_at >= $2 AND (received_at, id) > ($2, $3)
  ORDER BY received_at, id LIMIT $4
), emptied AS (
  UPDATE webhook_deliveries SET sealed_body = '', reason = 'redacted'
  FROM page WHERE webhook_deliveries.id = page.id AND webhook_deliveries.sealed_body <> ''
)
SELECT received_at AS at, id FROM page ORDER BY received_at DESC, id DESC LIMIT 1`;

/** What came under its name while nobody knew the shop, sealed with the deployment's key. */
async function forgetUnknown(domain: string): Promise<void> {
  await systemPool.query(
    "UPDATE webhook_deliveries SET sealed_body = '', reason = 'redacted' WHERE shop_id IS NULL AND shop_domain = $1",
    [domain],
  );
}
