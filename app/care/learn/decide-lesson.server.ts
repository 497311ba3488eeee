import type { Lesson } from "@prisma/client";
import { z } from "zod";
import { lessonContentSchema, type LessonContent } from "#app/care/learn/lesson-content.ts";
import { lockLearning } from "#app/care/learn/lock-learning.server.ts";
import { lessonRules } from "#app/care/learn/teaching.ts";
import { withLesson, withoutLesson, type VoiceLesson } from "#app/care/learn/voice-change.ts";
import { whyNoWording } from "#app/care/learn/why-no-wording.ts";
import { sqlOf, type InShop, type Tx } from "#app/db.server.ts";
import { faultOf, type Fault } from "#app/lib/fault.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import type { Now } from "#app/ports.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import { readSettings } from "#app/shop/read-settings.server.ts";
import { saveSettings } from "#app/shop/save-settings.server.ts";
import { openJson, sealJson, type ShopKeys } from "#app/shop/seal.ts";
import { articleSchema } from "#app/voice/article.ts";
import { retireArticle } from "#app/voice/retire-article.server.ts";
import { saveArticle } from "#app/voice/save-article.server.ts";

export type LessonDecision = {
  shopId: string;
  id: string;
  decision: "approve" | "decline" | "take_back";
  /** The words as the person left them; absent: as they were proposed. */
  text?: string | undefined;
  title?: string | undefined;
  staff: { id: string };
};

export type DecidedLesson =
  | { outcome: "decided" }
  | { outcome: "not_found" }
  | { outcome: "not_possible"; code: NotPossible; message: string } // it is in another state than the decision needs
  | ({ outcome: "refused"; field: "text" | "title"; message: string } & Fault);

const NOT_POSSIBLE = {
  in_use: "This is in use. Take it back instead.",
  not_in_use: "This is not in use.",
  too_many_texts: "There are too many texts. Retire or change one first.",
  text_gone: "The text that this became is no longer there.",
};
type NotPossible = keyof typeof NOT_POSSIBLE;

const notPossible = (code: NotPossible): DecidedLesson => ({
  ...{ outcome: "not_possible", code },
  message: NOT_POSSIBLE[code],
});

/**
 * A person's word on a lesson. Approved, a voice rule becomes one of the shop's settings and an article one of its texts, both used
 * in the next draft; taken back, they are as if it had not been.
 */
export async function decideLesson(
  { inShop, now }: { inShop: InShop; now: Now },
  given: LessonDecision,
): Promise<DecidedLesson> {
  const keys = await shopKeys(given.shopId);
  return inShop(async (tx): Promise<DecidedLesson> => {
    await lockAgainstRedaction(sqlOf(tx), given.shopId);
    await lockLearning(tx, given.shopId);
    const lesson = await tx.lesson.findUnique({ where: { id: given.id } });
    if (!lesson) return { outcome: "not_found" };
    const at = now();
    switch (given.decision) {
      case "approve":
        return approve(tx, keys, { lesson, given, at });
      case "decline":
        if (lesson.state === "approved") return notPossible("in_use");
        return settle(tx, { lesson, given, at }, { state: "declined" });
      case "take_back":
        if (lesson.state !== "approved") return notPossible("not_in_use");
        await undo(tx, keys, { lesson, at });
        return settle(tx, { lesson, given, at }, { state: "taken_back" });
    }
  });
}

type Deciding = { lesson: Lesson; given: LessonDecision; at: Date };

async function settle(
  tx: Tx,
  { lesson, given, at }: Deciding,
  data: { state: string; articleId?: string; sealed?: Uint8Array<ArrayBuffer> },
): Promise<DecidedLesson> {
  await tx.lesson.update({
    where: { id: lesson.id },
    data: { ...data, decidedAt: at, decidedBy: given.staff.id },
  });
  return { outcome: "decided" };
}

const ruleOf = ({ rule }: Lesson) => z.enum(lessonRules).parse(rule);

function contentOf(keys: ShopKeys, { id, sealed }: Lesson): LessonContent {
  return openJson(keys, { context: `lessons.sealed:${id}`, bytes: sealed }, lessonContentSchema);
}

async function approve(tx: Tx, keys: ShopKeys, deciding: Deciding): Promise<DecidedLesson> {
  const { lesson, given } = deciding;
  const rule = ruleOf(lesson);
  const proposed = contentOf(keys, lesson);
  if (rule === "article") return approveArticle(tx, keys, { ...deciding, proposed });
  const hasWords = rule !== "formality" && rule !== "shorter" && rule !== "no_exclamation";
  // Other words are no wording of the composer's message any more.
  const edited = hasWords && given.text !== undefined && given.text.trim() !== proposed.text;
  const content = edited
    ? { text: given.text?.trim() ?? "", ...(proposed.form ? { form: proposed.form } : {}) }
    : proposed;
  const refusal = hasWords ? whyNoWording(rule, content.text) : null;
  if (refusal !== null) return { outcome: "refused", field: "text", ...refusal };
  const settings = await readSettings(tx, given.shopId);
  await saveSettings(tx, given.shopId, withLesson(settings, { rule, language: lesson.language, content }));
  const kept = rule === "formality" ? { ...content, before: settings.voice.formality } : content;
  const sealed = sealJson(keys, `lessons.sealed:${lesson.id}`, kept);
  return settle(tx, deciding, { state: "approved", sealed });
}

async function approveArticle(
  tx: Tx,
  keys: ShopKeys,
  deciding: Deciding & { proposed: LessonContent },
): Promise<DecidedLesson> {
  const { lesson, given, at, proposed } = deciding;
  const parsed = articleSchema.safeParse({
    ...{ kind: "article", language: lesson.language },
    title: given.title ?? proposed.title ?? "",
    body: given.text ?? proposed.text,
  });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const field = issue?.path[0] === "title" ? "title" : "text";
    const fault = issue ? faultOf(issue) : { code: "invalid" };
    return { outcome: "refused", field, message: issue?.message ?? "It is not valid", ...fault };
  }
  const article = parsed.data;
  const saving = { id: lesson.articleId ?? undefined, staffId: given.staff.id, article, now: at };
  const saved = await saveArticle(tx, given.shopId, saving);
  if (saved.outcome === "too_many") return notPossible("too_many_texts");
  if (saved.outcome === "not_found") return notPossible("text_gone");
  const content: LessonContent = { text: article.body, title: article.title };
  const sealed = sealJson(keys, `lessons.sealed:${lesson.id}`, content);
  return settle(tx, deciding, { state: "approved", articleId: saved.id, sealed });
}

async function undo(tx: Tx, keys: ShopKeys, { lesson, at }: { lesson: Lesson; at: Date }): Promise<void> {
  const { shopId, language, articleId } = lesson;
  const rule = ruleOf(lesson);
  if (rule === "article") {
    if (articleId) await retireArticle(tx, shopId, { id: articleId, now: at });
    return;
  }
  const taught: VoiceLesson = { rule, language, content: contentOf(keys, lesson) };
  await saveSettings(tx, shopId, withoutLesson(await readSettings(tx, shopId), taught));
}
