import type { ShownOutreach } from "#app/desk/issue-shapes.ts";
import type { Tx } from "#app/db.server.ts";
import { namesOfStaff } from "#app/shop/list-staff.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

type Decided = { status: string; resolvedBy: string | null; outreach: ShownOutreach | null };

/** Who of the team decided last about an issue or what is said of it; null: nobody, or it is not known by which name. */
export async function whoDecided(
  tx: Tx,
  keys: ShopKeys,
  { status, resolvedBy, outreach }: Decided,
): Promise<{ id: string; name: string } | null> {
  const id =
    status === "dismissed"
      ? (/^staff:(.+)$/u.exec(resolvedBy ?? "")?.[1] ?? null)
      : await changedBy(tx, outreach?.id);
  const name = id === null ? undefined : (await namesOfStaff(tx, keys, [id])).get(id);
  return id === null || name === undefined ? null : { id, name };
}

async function changedBy(tx: Tx, id: string | undefined): Promise<string | null> {
  if (id === undefined) return null;
  const row = await tx.outreach.findFirst({ where: { id }, select: { changedBy: true } });
  return row?.changedBy ?? null;
}
