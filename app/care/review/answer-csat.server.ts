import type { CsatRequest } from "@prisma/client";
import { csatChoices, csatScaleOf, isLow, type CsatScale } from "#app/care/review/csat-choices.ts";
import { csatContentSchema, LONGEST_COMMENT } from "#app/care/review/csat-content.ts";
import { openAlert } from "#app/care/triage/open-alert.server.ts";
import { csatLinkOf, isCsatProven } from "#app/conversation/csat-link.ts";
import { joinedInto } from "#app/conversation/joined-into.server.ts";
import { logEvent } from "#app/conversation/log-event.server.ts";
import { suppress } from "#app/conversation/suppressions.server.ts";
import { forShop, sqlOf, type Tx } from "#app/db.server.ts";
import { days } from "#app/lib/duration.ts";
import { wellFormed } from "#app/lib/well-formed.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import type { Now } from "#app/ports.ts";
import { findShopById } from "#app/shop/find-shop.server.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import { openJson, sealJson, type ShopKeys } from "#app/shop/seal.ts";
import { settingsSchema } from "#app/shop/settings.ts";

export type CsatAct =
  { act: "show" } | { act: "rate"; answer: number } | { act: "comment"; text: string } | { act: "stop" };

export type CsatAnswered =
  | { outcome: "not_found" }
  | {
      outcome: "known";
      shopName: string;
      form: "formal" | "friendly";
      language: string;
      scale: CsatScale;
      /** Null: they have not answered yet. */
      rating: number | null;
      commented: boolean;
      stopped: boolean;
      /** It is too late to answer. */
      over: boolean;
    };

/** So long after it was asked a question can be answered, and the answer changed. */
const OPEN_FOR = days(30);

/**
 * What a shopper does with the link of a question: looks at it, answers, adds words, or asks to be asked no more. Each may be done again.
 * An answer that says that it went badly opens the conversation again and has somebody told, once.
 */
export async function answerCsat(
  { now }: { now: Now },
  token: string,
  given: CsatAct,
): Promise<CsatAnswered> {
  const named = csatLinkOf(token);
  const shop = named && (await findShopById(named.shopId));
  const keys = shop && (await shopKeys(shop.id));
  if (!named || !shop || !keys || !isCsatProven(keys, token)) return { outcome: "not_found" };
  const { formality: form } = settingsSchema.parse(shop.settings).voice;
  return forShop(shop.id)(async (tx): Promise<CsatAnswered> => {
    await lockAgainstRedaction(sqlOf(tx), shop.id);
    const request = await hold(tx, named.requestId);
    if (!request?.askedAt) return { outcome: "not_found" };
    const at = now();
    const over = at.getTime() - request.askedAt.getTime() > OPEN_FOR;
    if (!over) await act(tx, keys, { request, given, at });
    if (given.act === "stop") await stop(tx, request);
    const answered = await tx.csatRequest.findUniqueOrThrow({ where: { id: request.id } });
    const scale = csatScaleOf(request.scale);
    const { contactIndex, language, rating, sealed } = answered;
    const stopped = await tx.suppression.count({
      where: { contactIndex: contactIndex ?? "", scope: { in: ["all", "outreach", "csat"] } },
    });
    return {
      ...{ outcome: "known", shopName: shop.name, form, scale, rating, over },
      ...{ language: language ?? "en", commented: sealed !== null, stopped: stopped > 0 },
    };
  });
}

/** Its conversation first, as everywhere. Of one that was merged, the one it was merged into: what comes of an answer is told there. */
async function hold(tx: Tx, id: string): Promise<CsatRequest | null> {
  const found = await tx.csatRequest.findUnique({ where: { id }, select: { conversationId: true } });
  if (!found) return null;
  const lock = (conversationId: string) =>
    tx.$executeRaw`SELECT 1 FROM conversations WHERE id = ${conversationId} FOR UPDATE`;
  await lock(found.conversationId);
  const into = await joinedInto(tx, found.conversationId);
  if (into !== null) await lock(into);
  await tx.$executeRaw`SELECT 1 FROM csat_requests WHERE id = ${id} FOR UPDATE`;
  const request = await tx.csatRequest.findUnique({ where: { id } });
  return request && { ...request, conversationId: into ?? request.conversationId };
}

async function act(
  tx: Tx,
  keys: ShopKeys,
  { request, given, at }: { request: CsatRequest; given: CsatAct; at: Date },
): Promise<void> {
  const { id } = request;
  if (given.act === "comment" && request.rating !== null) {
    const comment = wellFormed(given.text).trim().slice(0, LONGEST_COMMENT);
    if (comment === "") return;
    const context = `csat_requests.sealed:${id}` as const;
    await tx.csatRequest.update({ where: { id }, data: { sealed: sealJson(keys, context, { comment }) } });
  }
  if (given.act === "rate") await rate(tx, { request, answer: given.answer, at });
}

async function rate(
  tx: Tx,
  { request, answer, at }: { request: CsatRequest; answer: number; at: Date },
): Promise<void> {
  const { id, shopId, conversationId } = request;
  const scale = csatScaleOf(request.scale);
  const isChoice = csatChoices(scale).some((one) => one.answer === answer);
  if (!isChoice || request.rating === answer) return;
  await tx.csatRequest.update({ where: { id }, data: { state: "rated", rating: answer, ratedAt: at } });
  const event = { shopId, conversationId, by: "shopper", at };
  await logEvent(tx, { ...event, kind: "rated", data: { rating: answer, scale } });
  if (!isLow(scale, answer)) return;
  const { count } = await tx.conversation.updateMany({
    where: { id: conversationId, status: "closed" },
    data: { status: "open", updatedAt: at },
  });
  if (count > 0)
    await logEvent(tx, { ...event, kind: "reopened", data: { from: "closed", to: "open", why: "rated" } });
  const { alerts } = settingsSchema.parse(
    (await tx.shop.findUniqueOrThrow({ where: { id: shopId }, select: { settings: true } })).settings,
  ).serviceLevels;
  if (alerts.on)
    await openAlert(tx, { shopId, key: `rated:${id}`, reason: "low_rating", conversationId, at });
}

async function stop(tx: Tx, { shopId, contactIndex }: CsatRequest): Promise<void> {
  if (contactIndex) await suppress(tx, { shopId, contactIndex, scope: "csat", reason: "unsubscribed" });
}

/** The words that somebody added to their answer; null where they added none. */
export function commentOf(keys: ShopKeys, { id, sealed }: Pick<CsatRequest, "id" | "sealed">): string | null {
  if (!sealed) return null;
  return openJson(keys, { context: `csat_requests.sealed:${id}`, bytes: sealed }, csatContentSchema).comment;
}
