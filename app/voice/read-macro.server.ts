import type { Macro as MacroRow } from "@prisma/client";
import type { Tx } from "#app/db.server.ts";
import type { Macro } from "#app/voice/macro.ts";

/** The macro that is in use under this id; null where none is. */
export async function readMacro(tx: Tx, shopId: string, id: string): Promise<Macro | null> {
  const row = await tx.macro.findFirst({ where: { shopId, id, removedAt: null } });
  const [macro] = row ? await withTexts(tx, shopId, [row]) : [];
  return macro ?? null;
}

/** Macros with their texts by language, in the order of their rows. */
export async function withTexts(tx: Tx, shopId: string, rows: readonly MacroRow[]): Promise<Macro[]> {
  const texts = await tx.article.findMany({
    where: { shopId, macroId: { in: rows.map(({ id }) => id) }, retiredAt: null },
    select: { macroId: true, language: true, body: true },
    orderBy: [{ language: "asc" }, { id: "asc" }],
  });
  const byMacro = Map.groupBy(texts, ({ macroId }) => macroId);
  return rows.map(({ id, version, name, tags, closes, writtenBy, updatedAt }) => ({
    ...{ id, version, name, tags, closes, writtenBy },
    texts: Object.fromEntries((byMacro.get(id) ?? []).map(({ language, body }) => [language, body])),
    updatedAt: updatedAt.toISOString(),
  }));
}
