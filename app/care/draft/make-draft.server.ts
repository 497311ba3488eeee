import { randomUUID } from "node:crypto";
import { composeDraft } from "#app/care/draft/compose-draft.ts";
import { citedFacts, draftContentSchema, type DraftContent, type Fact } from "#app/care/draft/draft.ts";
import { ANSWER_BY } from "#app/care/draft/facts/answer-by.ts";
import { dropRaised } from "#app/care/draft/drop-raised.server.ts";
import { findTarget } from "#app/care/draft/find-target.server.ts";
import {
  consultDraftingModel,
  type DraftingDeps,
  type Said,
} from "#app/care/draft/model/consult-drafting-model.server.ts";
import { finishDraft } from "#app/care/draft/model/finish-draft.server.ts";
import type { NoDraft } from "#app/care/draft/no-draft.ts";
import { gather } from "#app/care/draft/gather.server.ts";
import { readConversation, type ReadConversation } from "#app/conversation/read-conversation.server.ts";
import { sqlOf, type Tx } from "#app/db.server.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import { openJson, sealJson, type ShopKeys } from "#app/shop/seal.ts";

export type MakeDraftInput = {
  shopId: string;
  messageId: string;
  /** What a reviewer asks of the next version. */
  hint?: string | undefined;
  /** Set by jobs: without a person asking, what was closed, answered or declined stays so. */
  automatic?: boolean | undefined;
};

export type MadeDraft =
  | { outcome: "drafted"; draftId: string; version: number }
  | { outcome: "unchanged"; draftId: string } // the waiting draft says the same from the same facts
  | {
      outcome: "nothing";
      reason: "unknown_message" | "automatic" | "spam" | "closed" | "answered" | "not_read_yet";
    }
  | ({ outcome: "nothing" } & NoDraft); // a person who asks for one gets it all the same

/** The records may change while a model thinks; after so many questions the composer writes from what is true now. */
const MOST_QUESTIONS = 2;

/**
 * Drafts the answer to a conversation's newest incoming message (a newer one than the given is answered instead). What was
 * waiting before is superseded. It answers what its writer asked since our last reply, and says what has to be told unasked; where all is
 * answered, that alone. Made twice from the same facts it is made once: that ends the facts-changed loop. Where the shop
 * accepted a model it is asked first, outside of the transaction; what it says holds only for the facts that it was asked about.
 */
export async function makeDraft(deps: DraftingDeps, input: MakeDraftInput): Promise<MadeDraft> {
  const keys = await shopKeys(input.shopId);
  for (let questions = 1; ; questions += 1) {
    const said: Said =
      questions > MOST_QUESTIONS
        ? { outcome: "composer" }
        : await consultDraftingModel(deps, { keys, ...input });
    const made = await deps.inShop((tx) => draftFrom(tx, keys, { deps, input, said }));
    if (made.outcome !== "changed") return made;
  }
}

type From = { deps: DraftingDeps; input: MakeDraftInput; said: Said };

async function draftFrom(
  tx: Tx,
  keys: ShopKeys,
  { deps, input, said }: From,
): Promise<MadeDraft | { outcome: "changed" }> {
  const { now } = deps;
  const asked = !input.automatic;
  await lockAgainstRedaction(sqlOf(tx), input.shopId);
  const found = await tx.message.findUnique({
    where: { id: input.messageId },
    select: { conversationId: true },
  });
  if (!found) return { outcome: "nothing", reason: "unknown_message" };
  // One draft of a conversation at a time: versions count up without a gap.
  await tx.$executeRaw`SELECT 1 FROM conversations WHERE id = ${found.conversationId} FOR UPDATE`;
  const conversation = await readConversation(tx, keys, found.conversationId);
  if (!conversation) return { outcome: "nothing", reason: "unknown_message" };
  const target = await findTarget(tx, keys, { conversation, asked, now: now() });
  if ("reason" in target) {
    await dropRaised(tx, keys, { conversation, now: now() });
    return { outcome: "nothing", reason: target.reason };
  }
  if (target.afterNoise && (await revive(tx, keys, { conversationId: conversation.id, ...target })))
    return { outcome: "nothing", reason: "spam" };
  const gathered = await gather(tx, keys, {
    conversation,
    message: target.message,
    now: now(),
    hint: input.hint,
  });
  if (!gathered) return { outcome: "nothing", reason: "not_read_yet" };
  const isAnswer = gathered.input.purpose === "answer";
  // Something has to be told in this conversation, but not to whoever wrote last.
  if (target.answered && isAnswer) return { outcome: "nothing", reason: "answered" };
  const drafted = composeDraft(gathered.input);
  if (drafted.without && (!isAnswer || (!asked && !(await isDrafted(tx, target.message.id))))) {
    await supersede(tx, { conversationId: conversation.id, now: now() });
    return { outcome: "nothing", ...drafted.without };
  }
  const finished = await finishDraft(tx, keys, {
    input: gathered.input,
    drafted,
    said,
    model: deps.draftingModel,
  });
  if (finished.outcome === "changed") return finished;
  return store(tx, keys, {
    ...finished,
    language: drafted.language,
    conversation,
    messageId: target.message.id,
    orderIds: gathered.orderIds,
    asked,
    now: now(),
  });
}

/** Whether the draft that turned stale when noise came answers the message before it still, and so waits again. */
async function revive(
  tx: Tx,
  keys: ShopKeys,
  { conversationId, message }: { conversationId: string; message: { id: string } },
): Promise<boolean> {
  const newest = await tx.draft.findFirst({ where: { conversationId }, orderBy: { version: "desc" } });
  if (newest?.status !== "stale" || newest.messageId !== message.id) return false;
  const context = `drafts.sealed:${newest.id}` as const;
  const { staleBecause = [] } = openJson(keys, { context, bytes: newest.sealed }, draftContentSchema);
  if (staleBecause.length > 0) return false;
  await tx.draft.update({ where: { id: newest.id }, data: { status: "waiting" } });
  return true;
}

/** Whether a draft for this very message waits: a person asked for it, or the message was read otherwise then. */
async function isDrafted(tx: Tx, messageId: string): Promise<boolean> {
  return (await tx.draft.count({ where: { messageId, status: { in: ["waiting", "stale"] } } })) > 0;
}

/** What waited before can no longer be sent: a newer message or draft took its place. */
async function supersede(
  tx: Tx,
  { conversationId, now, but }: { conversationId: string; now: Date; but?: string },
): Promise<void> {
  await tx.draft.updateMany({
    where: {
      conversationId,
      status: { in: ["waiting", "stale"] },
      ...(but === undefined ? {} : { id: { not: but } }),
    },
    data: { status: "superseded", decidedAt: now },
  });
}

type Storing = {
  content: DraftContent;
  maker: string;
  language: string;
  conversation: ReadConversation;
  messageId: string;
  orderIds: string[];
  asked: boolean;
  now: Date;
};

async function store(
  tx: Tx,
  keys: ShopKeys,
  { content, maker, language, conversation, messageId, orderIds, asked, now }: Storing,
): Promise<MadeDraft> {
  const conversationId = conversation.id;
  const [newest] = await tx.draft.findMany({
    where: { conversationId },
    orderBy: { version: "desc" },
    take: 1,
  });
  // A person's decision stands until the facts change, or a person asks again.
  const standing = asked ? ["waiting"] : ["waiting", "declined", "sent"];
  if (newest?.messageId === messageId && standing.includes(newest.status)) {
    const before = openJson(
      keys,
      { context: `drafts.sealed:${newest.id}`, bytes: newest.sealed },
      draftContentSchema,
    );
    // By itself the day of an answer moves on with the clock: that alone reopens nothing a person decided.
    const same = newest.status === "waiting" ? saysTheSame(before, content) : restsOnTheSame(before, content);
    if (same) return { outcome: "unchanged", draftId: newest.id };
  }
  const id = randomUUID();
  const version = (newest?.version ?? 0) + 1;
  await tx.draft.create({
    data: {
      id,
      shopId: keys.shopId,
      conversationId,
      messageId,
      version,
      language,
      maker,
      factOrderIds: orderIds,
      sealed: sealJson(keys, `drafts.sealed:${id}`, content),
      createdAt: now,
    },
  });
  // After the new one came: that a draft waits for review does not change then.
  await supersede(tx, { conversationId, now, but: id });
  return { outcome: "drafted", draftId: id, version };
}

/** Of a model's draft the words are not compared: it writes others each time, and with none the composer does. */
function restsOnTheSame(before: DraftContent, after: DraftContent): boolean {
  if (!before.restsOn && !after.restsOn) return saysTheSame(withoutDay(before), withoutDay(after));
  return (
    before.proof === after.proof &&
    (before.hint ?? "") === (after.hint ?? "") &&
    planned(before) === planned(after)
  );
}

/** What the plan of a draft rests on, whoever wrote it. */
function planned(draft: DraftContent): string {
  const ids = new Set(draft.restsOn ?? draft.sentences.flatMap(({ cites }) => cites));
  return valuesOf(draft.facts.filter(({ id }) => ids.has(id) && id !== ANSWER_BY));
}

const valuesOf = (facts: Fact[]): string => facts.map(({ id, value }) => `${id}=${value}`).join("\n");

function withoutDay(draft: DraftContent): DraftContent {
  const day = draft.facts.find(({ id }) => id === ANSWER_BY);
  if (!day || !draft.sentences.some(({ cites }) => cites.includes(ANSWER_BY))) return draft;
  const facts = draft.facts.map((fact) => (fact === day ? { ...day, value: "" } : fact));
  return { ...draft, facts, text: draft.text.replaceAll(day.value, "") };
}

function saysTheSame(before: DraftContent, after: DraftContent): boolean {
  return (
    before.text === after.text &&
    before.proof === after.proof &&
    (before.hint ?? "") === (after.hint ?? "") &&
    valuesOf(citedFacts(before)) === valuesOf(citedFacts(after))
  );
}
