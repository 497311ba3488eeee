import { randomUUID } from "node:crypto";
import { draftEditContentSchema } from "#app/care/learn/draft-edit-content.ts";
import type { LessonContent } from "#app/care/learn/lesson-content.ts";
import { coverage, similarity } from "#app/care/learn/similar.ts";
import type { Teaching } from "#app/care/learn/teaching.ts";
import { titleOf } from "#app/care/learn/title-of.ts";
import { isInForce } from "#app/care/learn/voice-change.ts";
import type { Tx } from "#app/db.server.ts";
import { days } from "#app/lib/duration.ts";
import { openJson, sealJson, type ShopKeys } from "#app/shop/seal.ts";
import type { Settings } from "#app/shop/settings.ts";

/** The same correction in so many conversations within so long is no chance. */
export const REPEATED = 3;
const WITHIN = days(60);
/** Two answers as alike as this say the same. */
const SAME_ANSWER = 0.5;
const ALREADY_WRITTEN = 0.8;
/** So many answers to one kind of question are compared. */
const MOST_COMPARED = 200;

type Given = {
  editId: string;
  signature: string;
  teaching: Teaching;
  language: string;
  at: Date;
  settings: Settings;
};

/** Proposes what a correction teaches once it has been made often enough, and ties the corrections to it. Answers whether it did. */
export async function proposeLesson(tx: Tx, keys: ShopKeys, given: Given): Promise<boolean> {
  return given.teaching.rule === "article" ? proposeArticle(tx, keys, given) : proposeVoice(tx, keys, given);
}

async function proposeVoice(tx: Tx, keys: ShopKeys, given: Given): Promise<boolean> {
  const { editId, signature, teaching, language, at, settings } = given;
  const { shopId } = keys;
  const known = await tx.lesson.findUnique({ where: { shopId_signature: { shopId, signature } } });
  if (known) {
    await tx.draftEdit.update({ where: { id: editId }, data: { lessonId: known.id } });
    return false;
  }
  const { rule, key: _key, ...content } = teaching;
  if (rule === "article" || isInForce(settings, { rule, language, content })) return false;
  const since = new Date(at.getTime() - WITHIN);
  const where = { shopId, signature, at: { gte: since } };
  const made = await tx.draftEdit.groupBy({
    by: ["conversationId"],
    where,
    orderBy: { conversationId: "asc" },
    take: REPEATED,
  });
  if (made.length < REPEATED) return false;
  const id = await writeLesson(tx, keys, { ...given, content });
  await tx.draftEdit.updateMany({ where, data: { lessonId: id } });
  return true;
}

type Answer = { id: string; conversationId: string; lessonId: string | null; text: string };

/** Answers to one kind of question are told apart by what they say. */
async function proposeArticle(tx: Tx, keys: ShopKeys, given: Given): Promise<boolean> {
  const { editId, signature, teaching, at } = given;
  const { shopId } = keys;
  const alike = (await recentAnswers(tx, keys, { signature, at })).filter(
    ({ text }) => similarity(text, teaching.text) >= SAME_ANSWER,
  );
  const lessonId = alike.find((one) => one.lessonId !== null)?.lessonId;
  if (lessonId) {
    await tx.draftEdit.update({ where: { id: editId }, data: { lessonId } });
    return false;
  }
  const isRepeated = new Set(alike.map(({ conversationId }) => conversationId)).size >= REPEATED;
  if (!isRepeated || (await isWritten(tx, shopId, teaching.text))) return false;
  // Many answers share a signature: each lesson has its own.
  const content = { text: teaching.text, title: titleOf(teaching.text) };
  const id = await writeLesson(tx, keys, { ...given, signature: randomUUID(), content });
  await tx.draftEdit.updateMany({
    where: { shopId, id: { in: alike.map((one) => one.id) } },
    data: { lessonId: id },
  });
  return true;
}

async function recentAnswers(
  tx: Tx,
  keys: ShopKeys,
  { signature, at }: { signature: string; at: Date },
): Promise<Answer[]> {
  const since = new Date(at.getTime() - WITHIN);
  const rows = await tx.draftEdit.findMany({
    where: { shopId: keys.shopId, signature, at: { gte: since } },
    orderBy: [{ at: "desc" }, { id: "asc" }],
    take: MOST_COMPARED,
  });
  return rows.map(({ id, conversationId, lessonId, sealed }) => {
    const context = `draft_edits.sealed:${id}` as const;
    const { after } = openJson(keys, { context, bytes: sealed }, draftEditContentSchema);
    return { id, conversationId, lessonId, text: after ?? "" };
  });
}

/** Whether the shop has written it down already. */
async function isWritten(tx: Tx, shopId: string, text: string): Promise<boolean> {
  const articles = await tx.article.findMany({ where: { shopId, retiredAt: null }, select: { body: true } });
  return articles.some(({ body }) => coverage(text, body) >= ALREADY_WRITTEN);
}

async function writeLesson(
  tx: Tx,
  keys: ShopKeys,
  { signature, teaching, language, at, content }: Given & { content: LessonContent },
): Promise<string> {
  const id = randomUUID();
  await tx.lesson.create({
    data: {
      ...{ id, shopId: keys.shopId, rule: teaching.rule, language, signature, proposedAt: at },
      sealed: sealJson(keys, `lessons.sealed:${id}`, content),
    },
  });
  return id;
}
