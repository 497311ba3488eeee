import { composeDraft } from "#app/care/draft/compose-draft.ts";
import { draftContentSchema } from "#app/care/draft/draft.ts";
import { dropRaised } from "#app/care/draft/drop-raised.server.ts";
import { findTarget, type Target } from "#app/care/draft/find-target.server.ts";
import {
  consultDraftingModel,
  type DraftingDeps,
  type Said,
} from "#app/care/draft/model/consult-drafting-model.server.ts";
import { finishDraft } from "#app/care/draft/model/finish-draft.server.ts";
import type { NoDraft } from "#app/care/draft/no-draft.ts";
import { keepWantsReply } from "#app/care/draft/keep-wants-reply.server.ts";
import { gather } from "#app/care/draft/gather.server.ts";
import { keepDraft, type KeptDraft } from "#app/care/draft/keep-draft.server.ts";
import { gatherOwed } from "#app/care/draft/outreach/gather-owed.server.ts";
import { retellOutreach } from "#app/care/draft/outreach/retell-outreach.server.ts";
import { supersedeDrafts } from "#app/care/draft/supersede-drafts.server.ts";
import { readConversation } from "#app/conversation/read-conversation.server.ts";
import { sqlOf, type Tx } from "#app/db.server.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";

export type MakeDraftInput = {
  shopId: string;
  messageId: string;
  /** What a reviewer asks of the next version. */
  hint?: string | undefined;
  /** Set by jobs: without a person asking, what was closed, answered or declined stays so. */
  automatic?: boolean | undefined;
};

export type MadeDraft =
  | KeptDraft
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
    await retellOutreach(tx, keys, { conversationId: conversation.id, statuses: ["stale"] });
    return { outcome: "nothing", reason: target.reason };
  }
  if (target.afterNoise && (await revive(tx, keys, { conversationId: conversation.id, ...target })))
    return { outcome: "nothing", reason: "spam" };
  const { message } = target;
  const told = { conversationId: conversation.id, statuses: ["waiting" as const, "stale" as const] };
  // What waits to be told there says what is owed, too.
  if (!message && (await retellOutreach(tx, keys, told))) return { outcome: "nothing", reason: "answered" };
  const about = { conversation, now: now(), hint: input.hint };
  const gathered = message
    ? await gather(tx, keys, { ...about, message })
    : await gatherOwed(tx, keys, about);
  if (!gathered) return { outcome: "nothing", reason: message ? "not_read_yet" : "answered" };
  const isAnswer = gathered.input.purpose === "answer";
  // Something has to be told in this conversation, but not to whoever wrote last.
  if (target.answered && isAnswer) return { outcome: "nothing", reason: "answered" };
  const drafted = composeDraft(gathered.input);
  if (drafted.without && (!isAnswer || (!asked && !(await isDrafted(tx, message?.id))))) {
    await supersedeDrafts(tx, { conversationId: conversation.id, now: now() });
    if (isAnswer) await keepWanting(tx, { conversation, message, without: drafted.without });
    return { outcome: "nothing", ...drafted.without };
  }
  const finished = await finishDraft(tx, keys, {
    input: gathered.input,
    drafted,
    said,
    model: deps.draftingModel,
  });
  if (finished.outcome === "changed") return finished;
  if (isAnswer) await keepWanting(tx, { conversation, message, without: drafted.without });
  return keepDraft(tx, keys, {
    ...finished,
    language: drafted.language,
    conversationId: conversation.id,
    messageId: message?.id ?? null,
    orderIds: gathered.orderIds,
    asked,
    now: now(),
  });
}

type Wanting = {
  conversation: { id: string; shopId: string };
  message: { id: string } | null;
  without: NoDraft | null;
};

/** What is asked for a draft by a person wants an answer as little as before. */
async function keepWanting(tx: Tx, { conversation, message, without }: Wanting): Promise<void> {
  if (!message) return;
  const wantsReply = without?.reason !== "no_reply_needed";
  const { id: conversationId, shopId } = conversation;
  await keepWantsReply(tx, { shopId, conversationId, messageId: message.id, wantsReply });
}

/** Whether the draft that turned stale when noise came answers the message before it still, and so waits again. */
async function revive(
  tx: Tx,
  keys: ShopKeys,
  {
    conversationId,
    message,
  }: { conversationId: string } & Pick<Exclude<Target, { reason: unknown }>, "message">,
): Promise<boolean> {
  const newest = await tx.draft.findFirst({ where: { conversationId }, orderBy: { version: "desc" } });
  if (newest?.status !== "stale" || newest.messageId !== (message?.id ?? null)) return false;
  const context = `drafts.sealed:${newest.id}` as const;
  const { staleBecause = [] } = openJson(keys, { context, bytes: newest.sealed }, draftContentSchema);
  if (staleBecause.length > 0) return false;
  await tx.draft.update({ where: { id: newest.id }, data: { status: "waiting" } });
  return true;
}

/** Whether a draft for this very message waits: a person asked for it, or the message was read otherwise then. */
async function isDrafted(tx: Tx, messageId: string | undefined): Promise<boolean> {
  if (messageId === undefined) return false;
  return (await tx.draft.count({ where: { messageId, status: { in: ["waiting", "stale"] } } })) > 0;
}
