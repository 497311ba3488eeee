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
type Taken = { edit: Edit; teaching: Teaching | null };

/** Writes down what a person changed in a draft, a row per change, and proposes what was changed alike often enough. */
export async function keepEdits(tx: Tx, keys: ShopKeys, given: Given): Promise<string> {
  const { draft, content, edits, at } = given;
  if (edits.length === 0) return "nothing was changed";
  const { language, conversationId } = draft;
  const { settings, ...people } = await peopleIn(tx, keys, { conversationId, content });
  const taught: Taught = {
    ...{ language, form: content.form, intent: content.plan.intent, people },
    facts: knownFacts(content),
  };
  const taken = inOneAnswer(edits.map((edit) => ({ edit, teaching: teachingOf(edit, taught) })));
  const kept = onceEach(taken).map((one, index) => ({ ...one, id: `${draft.id}-${index}` }));
  const data = kept.map((one) => rowOf(keys, given, one));
  const { count } = await tx.draftEdit.createMany({ data, skipDuplicates: true });
  if (count === 0) return "its changes were written down before";
  await lockLearning(tx, keys.shopId);
  let proposed = 0;
  for (const { id: editId, teaching } of kept) {
    if (!teaching) continue;
    const signature = signatureOf(keys, teaching);
    if (await proposeLesson(tx, keys, { editId, signature, teaching, language, at, settings })) proposed += 1;
  }
  return `wrote down: changes ${count}, lessons proposed ${proposed}`;
}

function rowOf(keys: ShopKeys, given: Given, { id, edit, teaching }: Taken & { id: string }) {
  const { draft, content, by, at } = given;
  const words: DraftEditContent = { before: edit.before, after: edit.after };
  return {
    ...{ id, shopId: keys.shopId, conversationId: draft.conversationId, draftId: draft.id },
    ...{ class: edit.class, language: draft.language, intent: content.plan.intent, by, at },
    removed: edit.before?.length ?? 0,
    added: edit.after?.length ?? 0,
    signature: teaching && signatureOf(keys, teaching),
    sealed: sealJson(keys, `draft_edits.sealed:${id}`, words),
  };
}

const signatureOf = (keys: ShopKeys, { key }: Teaching) => contentDigest(keys, `lesson|${key}`, 20);

/** The same correction in several sentences of one draft is one. Answers are told apart by what they say. */
function onceEach(taken: Taken[]): Taken[] {
  const seen = new Set<string>();
  return taken.map(({ edit, teaching }) => {
    if (!teaching || teaching.rule === "article") return { edit, teaching };
    const isFirst = !seen.has(teaching.key);
    seen.add(teaching.key);
    return { edit, teaching: isFirst ? teaching : null };
  });
}

/** The sentences that a person added for an answer are one answer. */
function inOneAnswer(taken: Taken[]): Taken[] {
  const isAnswer = ({ edit, teaching }: Taken) => edit.class === "fact_added" && teaching?.rule === "article";
  const sentences = taken.filter(isAnswer);
  const [first] = sentences;
  if (!first?.teaching) return taken;
  const text = sentences.map(({ teaching }) => teaching?.text ?? "").join(" ");
  const whole = { edit: { ...first.edit, after: text }, teaching: { ...first.teaching, text } };
  return [...taken.filter((one) => !isAnswer(one)), whole];
}
