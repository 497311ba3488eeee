import { randomUUID } from "node:crypto";
import type { Tx } from "#app/db.server.ts";
import { emit } from "#app/emit.server.ts";
import { MOST_MACROS, searchedAs, type Macro, type MacroInput } from "#app/voice/macro.ts";
import { readMacro } from "#app/voice/read-macro.server.ts";
import { writeArticlePassages } from "#app/voice/write-article-passages.server.ts";

export type SaveMacro = {
  shopId: string;
  /** Absent: a new one. */
  id?: string | undefined;
  /** The version that was changed: another one means that somebody changed it meanwhile. Absent: whatever it is. */
  version?: number | undefined;
  macro: MacroInput;
  by: string;
  at: Date;
};
export type MacroSaved =
  { outcome: "saved"; macro: Macro } | { outcome: "not_found" | "too_many" | "changed_since" };

/** Writes a new macro, or changes one; a language that it is not written in any more goes. Waiting drafts that cite it are looked at again. */
export async function saveMacro(tx: Tx, given: SaveMacro): Promise<MacroSaved> {
  const { shopId, id: known, version, macro, by, at } = given;
  const id = known ?? randomUUID();
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`macros|${shopId}`}, 0))`;
  const before = await tx.macro.findFirst({ where: { shopId, id, removedAt: null } });
  if (known !== undefined && !before) return { outcome: "not_found" };
  if (before && version !== undefined && version !== before.version) return { outcome: "changed_since" };
  if (!before && (await tx.macro.count({ where: { shopId, removedAt: null } })) >= MOST_MACROS)
    return { outcome: "too_many" };
  const { name, texts, tags, closes } = macro;
  const search = searchedAs([name, ...Object.values(texts)].join(" "));
  const written = { name, tags, closes, search, writtenBy: by, updatedAt: at };
  if (before) await tx.macro.update({ where: { id }, data: { ...written, version: before.version + 1 } });
  else await tx.macro.create({ data: { ...written, id, shopId, createdAt: at } });
  if (await writeTexts(tx, { ...given, id })) await emit(tx, "knowledge-changed", { data: { shopId } });
  const saved = await readMacro(tx, shopId, id);
  return saved ? { outcome: "saved", macro: saved } : { outcome: "not_found" };
}

/** Makes the articles of a macro those of its texts now. Answers whether a passage changed. */
async function writeTexts(
  tx: Tx,
  { shopId, id: macroId, macro: { name: title, texts }, by, at }: SaveMacro & { id: string },
): Promise<boolean> {
  const known = await tx.article.findMany({ where: { shopId, macroId }, orderBy: { id: "asc" } });
  const languages = new Set([...Object.keys(texts), ...known.map(({ language }) => language)]);
  let changed = false;
  for (const language of languages) {
    const body = texts[language];
    // Of a language that was written twice one stays.
    const [article, ...doubled] = known.filter((one) => one.language === language);
    const written = { kind: "macro", language, title, macroId, writtenBy: by, updatedAt: at };
    const id = article?.id ?? randomUUID();
    const gone = [...doubled, ...(article && body === undefined ? [article] : [])];
    if (body !== undefined && article)
      await tx.article.update({ where: { id }, data: { ...written, body, retiredAt: null } });
    else if (body !== undefined)
      await tx.article.create({ data: { ...written, id, shopId, body, createdAt: at } });
    await tx.article.updateMany({
      where: { shopId, id: { in: gone.map((one) => one.id) }, retiredAt: null },
      data: { retiredAt: at },
    });
    const passages = [
      ...(body === undefined ? [] : [{ id, body }]),
      ...gone.map((one) => ({ id: one.id, body: "" })),
    ];
    for (const passage of passages) {
      const words = { ...passage, kind: "macro" as const, language, title };
      if (await writeArticlePassages(tx, shopId, words)) changed = true;
    }
  }
  return changed;
}
