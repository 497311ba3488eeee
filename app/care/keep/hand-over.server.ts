import { randomUUID } from "node:crypto";
import { z } from "zod";
import { composedLanguage, renderMessage } from "#app/care/draft/catalogue/catalogue.ts";
import { refreshDraft } from "#app/care/draft/refresh-drafts.server.ts";
import { formatDate, localeFor } from "#app/care/draft/format-value.ts";
import { promiseContentSchema } from "#app/care/keep/promise-content.ts";
import { wakeForPromise } from "#app/care/keep/wake-for-promise.server.ts";
import { warnAt } from "#app/care/keep/warn-at.ts";
import { changeConversations } from "#app/care/triage/change-conversations.server.ts";
import { doneBefore } from "#app/conversation/done-before.server.ts";
import { holdConversation } from "#app/conversation/hold-conversation.server.ts";
import { logEvent } from "#app/conversation/log-event.server.ts";
import { areMembers, writeNote } from "#app/conversation/write-note.server.ts";
import type { Tx } from "#app/db.server.ts";
import { days } from "#app/lib/duration.ts";
import { activeTrace } from "#app/lib/trace.server.ts";
import { openJson, sealJson, type ShopKeys } from "#app/shop/seal.ts";
import { settingsSchema } from "#app/shop/settings.ts";

export type HandOver = {
  conversationId: string;
  /** The member of staff who answers. */
  to: string;
  /** By when. */
  until: Date;
  /** What they need to know, in words; empty: nothing. */
  note: string;
  by: string;
  at: Date;
  /** By the same one it is done once. */
  changeId: string;
};
export type HandedOver =
  /** `again`: it was done before, and nothing was done now. */
  | { outcome: "handed_over"; promiseId: string; again: boolean }
  | { outcome: "not_in_future" | "too_far" | "no_such_member" | "is_spam" | "not_found" };

/** Nobody waits longer for an answer. */
const MOST = days(60);
/** What of a hand-over stands in its event. */
const handedSchema = z.object({ promiseId: z.string() });

/**
 * Gives a conversation to somebody who answers by a time. That is a promise of the shop's, watched like those of its replies, of which
 * the shopper knows nothing yet: the next draft that says when they will hear names this day, and once it is sent the promise is told.
 * Whoever has it already gets a new time; of one conversation there is one such promise.
 */
export async function handOver(tx: Tx, keys: ShopKeys, given: HandOver): Promise<HandedOver> {
  const { conversationId, to, until, note, by, at, changeId } = given;
  const { shopId } = keys;
  if (!(await holdConversation(tx, { shopId, conversationId }))) return { outcome: "not_found" };
  const before = await doneBefore(tx, { conversationId, changeId, kind: "handed_over" });
  if (before) return { outcome: "handed_over", again: true, ...handedSchema.parse(before.data) };
  if (until <= at) return { outcome: "not_in_future" };
  if (until.getTime() - at.getTime() > MOST) return { outcome: "too_far" };
  if (!(await areMembers(tx, shopId, [to]))) return { outcome: "no_such_member" };
  const conversation = await tx.conversation.findUniqueOrThrow({
    where: { id: conversationId },
    select: { status: true, assigneeId: true, language: true },
  });
  if (conversation.status === "spam") return { outcome: "is_spam" };
  if (note.trim() !== "")
    await writeNote(tx, keys, {
      ...{ conversationId, text: note, mentions: [to], by, at, changeId, key: changeId },
    });
  const open = conversation.status === "open" ? {} : { status: "open" as const };
  const change = { assigneeId: to, ...open };
  await changeConversations(tx, keys, { ids: [conversationId], change, by, at, changeId });
  const { id: promiseId, moved } = await keepWord(tx, keys, { ...given, language: conversation.language });
  const data = { from: conversation.assigneeId, to, until: until.toISOString(), promiseId, moved };
  await logEvent(tx, { shopId, conversationId, kind: "handed_over", by, at, data, changeId });
  await refreshWaiting(tx, keys, conversationId);
  return { outcome: "handed_over", promiseId, again: false };
}

/** A draft that waits may name another day. */
async function refreshWaiting(tx: Tx, keys: ShopKeys, conversationId: string): Promise<void> {
  const where = { shopId: keys.shopId, conversationId, status: "waiting" };
  const waiting = await tx.draft.findMany({ where, select: { id: true } });
  for (const { id } of waiting) await refreshDraft(tx, keys, { id, conversationId, trace: activeTrace() });
}

type Promising = HandOver & { language: string | null };

/** The promise as a row: the one that nobody was told of yet, moved, or a new one. */
async function keepWord(tx: Tx, keys: ShopKeys, given: Promising): Promise<{ id: string; moved: boolean }> {
  const { conversationId, to: owner, until: dueAt, at: madeAt } = given;
  const { shopId } = keys;
  const shop = await tx.shop.findUniqueOrThrow({
    where: { id: shopId },
    select: { name: true, timezone: true, settings: true },
  });
  const timeZone = shop.timezone ?? "UTC";
  const before = await untoldPromise(tx, keys, conversationId);
  const id = before ?? randomUUID();
  const text = inWords({ ...given, shop, timeZone });
  const sealed = sealJson(keys, `promises.sealed:${id}`, { text, before: [], told: false });
  const warned = warnAt({ madeAt, dueAt }, timeZone);
  const data = { owner, sealed, dueAt, warnAt: warned, madeAt };
  if (before) await tx.promise.update({ where: { id }, data });
  else
    await tx.promise.create({
      data: { ...data, id, shopId, conversationId, kind: "write", saidBy: "person" },
    });
  await wakeForPromise(tx, { shopId, promiseId: id, at: warned });
  return { id, moved: before !== null };
}

/** The open promise of a conversation that no reply has told. */
async function untoldPromise(tx: Tx, keys: ShopKeys, conversationId: string): Promise<string | null> {
  const { shopId } = keys;
  const rows = await tx.promise.findMany({
    where: { shopId, conversationId, state: "open", keptAt: null, deliveryId: null },
    select: { id: true, sealed: true },
  });
  const untold = rows.find(({ id, sealed }) => {
    const context = `promises.sealed:${id}` as const;
    return !openJson(keys, { context, bytes: sealed }, promiseContentSchema).told;
  });
  return untold?.id ?? null;
}

type Wording = Promising & {
  shop: { name: string; settings: unknown };
  timeZone: string;
};

/** As a reply would say it, in the shopper's language. */
function inWords({ shop, timeZone, language: spoken, until, at }: Wording): string {
  const { voice } = settingsSchema.parse(shop.settings);
  const language = composedLanguage(spoken);
  const locale = localeFor(language, null);
  return renderMessage("promise.by", {
    language,
    pick: 0,
    values: {
      v: voice.formality,
      team: voice.teamName || shop.name,
      by: formatDate(until.toISOString(), { locale, timeZone, now: at }),
    },
  });
}
