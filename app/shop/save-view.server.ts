import { randomUUID } from "node:crypto";
import type { Tx } from "#app/db.server.ts";
import { listViews } from "#app/shop/list-views.server.ts";
import { MOST_VIEWS, type SavedView } from "#app/shop/saved-view.ts";
import { sealJson, type ShopKeys } from "#app/shop/seal.ts";

/** Who asks, and whether they may change what the whole team sees. */
export type ViewKeeper = { staffId: string; mayShare: boolean };

export type ViewSaved =
  | { outcome: "saved"; id: string }
  | { outcome: "too_many" }
  /** Another view that whoever asks sees is called so, in whatever case. What is called so already may go on. */
  | { outcome: "name_taken" }
  | { outcome: "not_found" }
  | { outcome: "not_allowed" };

type Given = {
  by: ViewKeeper;
  /** Without an id it is a new one. */
  view: Pick<SavedView, "name" | "query" | "shared"> & { id?: string | undefined };
  at: Date;
};

/** Keeps a view, or changes one. Somebody else's own view is nobody else's business: it is not found. */
export async function saveView(tx: Tx, keys: ShopKeys, { by, view, at }: Given): Promise<ViewSaved> {
  const { shopId } = keys;
  const { name, query, shared } = view;
  if (shared && !by.mayShare) return { outcome: "not_allowed" };
  // One at a time of a shop, so that two clicks do not pass the limit.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('saved_views'), hashtext(${shopId}))`;
  const before = view.id ? await changeable(tx, { id: view.id, shopId, by }) : null;
  if (before?.outcome === "not_found" || before?.outcome === "not_allowed") return before;
  const id = view.id ?? randomUUID();
  const seen = await listViews(tx, keys, by.staffId);
  const called = seen.filter((one) => isSame(one.name, name));
  if (called.length > 0 && !called.some((one) => one.id === id)) return { outcome: "name_taken" };
  const sealed = sealJson(keys, `saved_views.sealed:${id}`, { name, query });
  const others = await tx.savedView.count({
    where: { shopId, id: { not: id }, shared, ...(shared ? {} : { ownerId: by.staffId }) },
  });
  if (others >= MOST_VIEWS) return { outcome: "too_many" };
  const last = { shopId, ownerId: by.staffId, position: others };
  if (before) await tx.savedView.update({ where: { id }, data: { shared, sealed } });
  else await tx.savedView.create({ data: { ...last, id, shared, sealed, createdAt: at } });
  return { outcome: "saved", id };
}

const isSame = (one: string, other: string) =>
  one.normalize("NFKC").toLowerCase() === other.normalize("NFKC").toLowerCase();

type Asked = { id: string; shopId: string; by: ViewKeeper };

/** Whether this view may be changed by who asks. */
export async function changeable(
  tx: Tx,
  { id, shopId, by }: Asked,
): Promise<{ outcome: "changeable" } | { outcome: "not_found" } | { outcome: "not_allowed" }> {
  const row = await tx.savedView.findFirst({
    where: { id, shopId },
    select: { ownerId: true, shared: true },
  });
  if (!row || (!row.shared && row.ownerId !== by.staffId)) return { outcome: "not_found" };
  return row.shared && !by.mayShare ? { outcome: "not_allowed" } : { outcome: "changeable" };
}
