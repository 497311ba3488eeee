import type { Draft } from "@prisma/client";
import type { DraftContent } from "#app/care/draft/draft.ts";
import { knownFacts } from "#app/care/draft/draft.ts";
import type { Edit } from "#app/care/learn/classify-edit.ts";
import type { DraftEditContent } from "#app/care/learn/draft-edit-content.ts";
import { lockLearning } from "#app/care/learn/lock-learning.server.ts";
import { peopleIn } from "#app/care/learn/people-in.server.ts";
import { proposeLesson } from "#app/care/learn/propose-lesson.server.ts";
import { teachingOf, type Teaching, type Taught } from "#app/care/learn/teaching.ts";
import type { Tx } from "#app/db.server.ts";
import { contentDigest, sealJson, type ShopKeys } from "#app/shop/seal.ts";

type Given = { draft: Draft; content: DraftContent; edits: Edit[]; by: string; at: Date };
type Kept = { edit: Edit; teaching: Teaching | null };

/** Writes down what a person changed in a draft, a row per change, and proposes what was changed alike often enough. */
export async function keepEdits(tx: Tx, keys: ShopKeys, given: Given): Promise<string> {
  const { draft, content, edits, by, at } = given;
  if (edits.length === 0) return "nothing was changed";
  const { shopId } = keys;
  const { id: draftId, conversationId, language } = draft;
  const people = await peopleIn(tx, keys, { conversationId, content });
  const taught: Taught = {
    ...{ language, form: content.form, intent: content.plan.intent, people },
    facts: knownFacts(content),
  };
  const kept = inOneAnswer(edits.map((edit) => ({ edit, teaching: teachingOf(edit, taught) })));
  const rows = kept.map(({ edit, teaching }, index) => {
    const id = `${draftId}-${index}`;
    const words: DraftEditContent = { before: edit.before, after: edit.after };
    return {
      ...{ id, shopId, conversationId, draftId, class: edit.class, language, by, at },
      intent: content.plan.intent,
      removed: edit.before?.length ?? 0,
      added: edit.after?.length ?? 0,
      signature: teaching && signatureOf(keys, teaching),
      sealed: sealJson(keys, `draft_edits.sealed:${id}`, words),
    };
  });
  const { count } = await tx.draftEdit.createMany({ data: rows, skipDuplicates: true });
  if (count === 0) return "its changes were written down before";
  await lockLearning(tx, shopId);
  const known = new Map(
    kept.flatMap(({ teaching }) => (teaching ? [[signatureOf(keys, teaching), teaching]] : [])),
  );
  let proposed = 0;
  for (const [signature, teaching] of known)
    if (
      await proposeLesson(tx, keys, { signature, teaching, language, draftId, at, settings: people.settings })
    )
      proposed += 1;
  return `wrote down: changes ${count}, lessons proposed ${proposed}`;
}

const signatureOf = (keys: ShopKeys, { key }: Teaching) => contentDigest(keys, `lesson|${key}`, 20);

/** The sentences that a person added for an answer are one answer. */
function inOneAnswer(kept: Kept[]): Kept[] {
  const isAnswer = ({ edit, teaching }: Kept) => edit.class === "fact_added" && teaching?.rule === "article";
  const sentences = kept.filter(isAnswer);
  const [first] = sentences;
  if (!first?.teaching) return kept;
  const text = sentences.map(({ teaching }) => teaching?.text ?? "").join(" ");
  const whole = { edit: { ...first.edit, after: text }, teaching: { ...first.teaching, text } };
  return [...kept.filter((one) => !isAnswer(one)), whole];
}
