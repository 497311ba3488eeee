import type { Tx } from "#app/db.server.ts";
import { mentions, type Person } from "#app/privacy/person.ts";
import { savedViewSchema } from "#app/shop/saved-view.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";

/** Saved views whose name, or what they search for, names the person. There are at most some dozens. */
export async function removeViews(tx: Tx, keys: ShopKeys, person: Person): Promise<void> {
  const { shopId } = keys;
  const rows = await tx.savedView.findMany({ where: { shopId }, select: { id: true, sealed: true } });
  const naming = rows.filter(({ id, sealed }) => {
    const { name, query } = openJson(
      keys,
      { context: `saved_views.sealed:${id}`, bytes: sealed },
      savedViewSchema,
    );
    // As it was typed: an address stands in another form in an address.
    return mentions([name, ...new URLSearchParams(query).values()].join("\n"), person);
  });
  await tx.savedView.deleteMany({ where: { shopId, id: { in: naming.map(({ id }) => id) } } });
}
