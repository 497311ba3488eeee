import type { Tx } from "#app/db.server.ts";

/** More than a list to choose from holds. */
const MOST = 500;

/** The macros that are in use, by their titles. */
export async function listMacros(
  tx: Tx,
  shopId: string,
): Promise<{ id: string; title: string; language: string }[]> {
  return tx.article.findMany({
    where: { shopId, kind: "macro", retiredAt: null },
    select: { id: true, title: true, language: true },
    orderBy: [{ title: "asc" }, { id: "asc" }],
    take: MOST,
  });
}
