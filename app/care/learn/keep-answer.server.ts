import { draftContentSchema, knownFacts, type Draft, type DraftContent } from "#app/care/draft/draft.ts";
import { impersonal, isImpersonal, type Case } from "#app/care/learn/impersonal.ts";
import { peopleIn } from "#app/care/learn/people-in.server.ts";
import { generalIntents } from "#app/care/learn/teaching.ts";
import { titleOf } from "#app/care/learn/title-of.ts";
import { sqlOf, type InShop, type Tx } from "#app/db.server.ts";
import { faultsOf, type Fault } from "#app/lib/fault.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import { sentencesOf } from "#app/mirror/passages.ts";
import type { Now } from "#app/ports.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";
import { articleSchema } from "#app/voice/article.ts";
import { saveArticle } from "#app/voice/save-article.server.ts";

type InDraft = { shopId: string; conversationId: string; draftId: string };

export type AnswerToKeep =
  | { outcome: "suggested"; title: string; text: string }
  | { outcome: "nothing_general" } // a person added nothing that others could be told
  | { outcome: "not_found" }; // no such draft, or it was not sent

export type KeptAnswer =
  | { outcome: "kept" }
  | { outcome: "refused"; field: "title" | "text"; fault: Fault }
  | { outcome: "not_found" };

/** What of a sent reply others could be told who ask the same; a person reads it before it is kept. */
export async function suggestAnswer(inShop: InShop, given: InDraft): Promise<AnswerToKeep> {
  const keys = await shopKeys(given.shopId);
  return inShop(async (tx): Promise<AnswerToKeep> => {
    const sent = await sentReply(tx, keys, given);
    if (!sent) return { outcome: "not_found" };
    const { content, about } = sent;
    const sentences = generalIntents.has(content.plan.intent)
      ? impersonal(content.text, content.sentences, about)
      : [];
    const text = sentences.join(about.language === "ja" ? "" : " ");
    return text === ""
      ? { outcome: "nothing_general" }
      : { outcome: "suggested", title: titleOf(text), text };
  });
}

/**
 * Keeps what a person made of a sent reply among the shop's texts, as an answer that drafts can cite. It is checked once more that nothing
 * in it is of the shopper's case. Kept again, it is changed.
 */
export async function keepAnswer(
  { inShop, now }: { inShop: InShop; now: Now },
  given: InDraft & { title: string; text: string; staff: { id: string } },
): Promise<KeptAnswer> {
  const keys = await shopKeys(given.shopId);
  return inShop(async (tx): Promise<KeptAnswer> => {
    await lockAgainstRedaction(sqlOf(tx), given.shopId);
    const sent = await sentReply(tx, keys, given);
    if (!sent) return { outcome: "not_found" };
    const parsed = articleSchema.safeParse({
      ...{ kind: "answer", language: sent.about.language, title: given.title, body: given.text },
    });
    if (!parsed.success) {
      const { title, body } = faultsOf(parsed.error);
      return title
        ? { outcome: "refused", field: "title", fault: title }
        : { outcome: "refused", field: "text", fault: body ?? { code: "invalid" } };
    }
    const { title, body } = parsed.data;
    const personal = personalIn(title, sent.about) ?? personalIn(body, sent.about);
    if (personal !== null)
      return {
        outcome: "refused",
        field: personalIn(title, sent.about) === null ? "text" : "title",
        fault: { code: "personal", values: { words: personal } },
      };
    const known = await tx.article.findUnique({ where: { id: idOf(given) }, select: { id: true } });
    const as = known ? { id: known.id } : { newId: idOf(given) };
    const saved = await saveArticle(tx, given.shopId, {
      ...{ ...as, staffId: given.staff.id, article: parsed.data, now: now() },
    });
    return saved.outcome === "saved"
      ? { outcome: "kept" }
      : { outcome: "refused", field: "text", fault: { code: "too_many_answers" } };
  });
}

/** The draft whose reply may be kept as an answer, and whether it was; null where it was not sent, or answers one shopper only. */
export async function answerToKeep(
  inShop: InShop,
  draft: Pick<Draft, "id" | "messageId" | "status" | "plan"> | null,
): Promise<{ draftId: string; kept: boolean } | null> {
  // What nobody asked for answers nothing that others could ask.
  if (draft?.status !== "sent" || draft.messageId === null || !generalIntents.has(draft.plan.intent))
    return null;
  const inUse = await inShop((tx) =>
    tx.article.count({ where: { id: idOf({ draftId: draft.id }), retiredAt: null } }),
  );
  return { draftId: draft.id, kept: inUse > 0 };
}

const idOf = ({ draftId }: { draftId: string }) => `answer-${draftId}`;

const personalIn = (text: string, about: Case) =>
  sentencesOf(text)
    .map((sentence) => sentence.trim())
    .find((sentence) => sentence !== "" && !isImpersonal(sentence, about)) ?? null;

async function sentReply(
  tx: Tx,
  keys: ShopKeys,
  { conversationId, draftId }: InDraft,
): Promise<{ content: DraftContent; about: Case } | null> {
  const draft = await tx.draft.findFirst({ where: { id: draftId, conversationId, status: "sent" } });
  if (!draft) return null;
  const content = openJson(
    keys,
    { context: `drafts.sealed:${draft.id}`, bytes: draft.sealed },
    draftContentSchema,
  );
  const { shopper, staff } = await peopleIn(tx, keys, { conversationId, content });
  const facts = knownFacts(content);
  return { content, about: { names: [...shopper, ...staff], facts, language: draft.language } };
}
