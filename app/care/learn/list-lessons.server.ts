import type { Lesson } from "@prisma/client";
import { z } from "zod";
import { draftEditContentSchema } from "#app/care/learn/draft-edit-content.ts";
import { lessonContentSchema, lessonStates, type LessonState } from "#app/care/learn/lesson-content.ts";
import { lessonRules, type LessonRule } from "#app/care/learn/teaching.ts";
import { isInForce } from "#app/care/learn/voice-change.ts";
import type { Tx } from "#app/db.server.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";
import { settingsSchema, staffName, type Settings } from "#app/shop/settings.ts";

/** A correction that a lesson rests on, in the words of the draft and of the person. */
export type LessonEvidence = {
  conversationId: string;
  at: string;
  before: string | null;
  after: string | null;
};

export type ListedLesson = {
  id: string;
  rule: LessonRule;
  language: string;
  state: LessonState;
  text: string;
  title: string | null;
  form: "formal" | "friendly" | null;
  /** Whether drafts are made so now; an approved one may have been set otherwise since. */
  inUse: boolean;
  /** How many corrections it rests on, and the newest of them. */
  corrections: number;
  evidence: LessonEvidence[];
  proposedAt: string;
  decidedAt: string | null;
  decidedBy: { id: string; name: string } | null;
};
export type ListedLessons = { items: ListedLesson[]; nextCursor: string | null };

const MOST_SHOWN = 3;

/** The shop's lessons in the order of their ids, of one state or of all, each with what it rests on. */
export async function listLessons(
  tx: Tx,
  keys: ShopKeys,
  {
    state,
    cursor,
    limit = 20,
  }: { state?: LessonState | undefined; cursor?: string | undefined; limit?: number } = {},
): Promise<ListedLessons> {
  const { shopId } = keys;
  const rows = await tx.lesson.findMany({
    where: { shopId, ...(state ? { state } : {}), ...(cursor === undefined ? {} : { id: { gt: cursor } }) },
    orderBy: { id: "asc" },
    take: limit + 1,
  });
  const page = rows.slice(0, limit);
  const counts = await tx.draftEdit.groupBy({
    by: ["lessonId"],
    where: { shopId, lessonId: { in: page.map(({ id }) => id) } },
    _count: true,
  });
  const used = await tx.article.findMany({
    where: { shopId, id: { in: page.flatMap(({ articleId }) => articleId ?? []) }, retiredAt: null },
    select: { id: true },
  });
  const shop = await tx.shop.findUniqueOrThrow({
    where: { id: shopId },
    select: { name: true, settings: true },
  });
  const known = {
    ...{ settings: settingsSchema.parse(shop.settings), shopName: shop.name },
    articles: new Set(used.map(({ id }) => id)),
  };
  const items: ListedLesson[] = [];
  for (const row of page)
    items.push({
      ...shown(keys, row, known),
      corrections: counts.find(({ lessonId }) => lessonId === row.id)?._count ?? 0,
      evidence: await evidenceOf(tx, keys, row.id),
    });
  return { items, nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null };
}

type Known = { settings: Settings; shopName: string; articles: ReadonlySet<string> };

function shown(
  keys: ShopKeys,
  row: Lesson,
  { settings, shopName, articles }: Known,
): Omit<ListedLesson, "corrections" | "evidence"> {
  const { id, language, articleId, sealed } = row;
  const content = openJson(keys, { context: `lessons.sealed:${id}`, bytes: sealed }, lessonContentSchema);
  const rule = z.enum(lessonRules).parse(row.rule);
  const state = z.enum(lessonStates).parse(row.state);
  const isMade =
    rule === "article"
      ? articleId !== null && articles.has(articleId)
      : isInForce(settings, { rule, language, content });
  return {
    ...{ id, rule, language, state },
    text: content.text,
    title: content.title ?? null,
    form: content.form ?? null,
    inUse: state === "approved" && isMade,
    proposedAt: row.proposedAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    decidedBy: row.decidedBy
      ? { id: row.decidedBy, name: staffName({ id: row.decidedBy, settings, shopName }) }
      : null,
  };
}

async function evidenceOf(tx: Tx, keys: ShopKeys, lessonId: string): Promise<LessonEvidence[]> {
  const edits = await tx.draftEdit.findMany({
    where: { shopId: keys.shopId, lessonId },
    orderBy: [{ at: "desc" }, { id: "asc" }],
    take: MOST_SHOWN,
  });
  return edits.map(({ id, conversationId, at, sealed }) => ({
    ...{ conversationId, at: at.toISOString() },
    ...openJson(keys, { context: `draft_edits.sealed:${id}`, bytes: sealed }, draftEditContentSchema),
  }));
}
