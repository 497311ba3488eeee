import type { Tx } from "#app/db.server.ts";
import { searchedAs } from "#app/voice/macro.ts";

type Written = { shopId: string; articleId: string; by: string; at: Date };

/**
 * Makes the macro that a text belongs to what its texts are now: a text that is written as a macro by itself is one of its own, and a
 * macro without a text in use is none.
 */
export async function keepMacroOf(tx: Tx, { shopId, articleId, by, at }: Written): Promise<void> {
  const article = await tx.article.findFirst({ where: { shopId, id: articleId } });
  if (!article) return;
  const isMacro = article.kind === "macro";
  const macroId = article.macroId ?? (isMacro ? article.id : null);
  if (macroId === null) return;
  const next = isMacro ? macroId : null;
  if (next !== article.macroId)
    await tx.article.update({ where: { id: articleId }, data: { macroId: next } });
  const texts = await tx.article.findMany({ where: { shopId, macroId, retiredAt: null } });
  const before = await tx.macro.findFirst({ where: { shopId, id: macroId } });
  // The name is everybody's; a text that is the only one brings its own.
  const name = isMacro && (texts.length <= 1 || !before) ? article.title : (before?.name ?? article.title);
  const written = {
    ...{ name, writtenBy: by, updatedAt: at },
    search: searchedAs([name, ...texts.map(({ body }) => body)].join(" ")),
    removedAt: texts.length === 0 ? (before?.removedAt ?? at) : null,
  };
  if (before)
    await tx.macro.update({ where: { id: macroId }, data: { ...written, version: before.version + 1 } });
  else await tx.macro.create({ data: { ...written, id: macroId, shopId, createdAt: at } });
}
