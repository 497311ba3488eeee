import { z } from "zod";
import type { Check } from "#app/care/draft/draft.ts";
import type { Fault } from "#app/lib/fault.ts";
import { approveDraft } from "#app/care/review/approve-draft.server.ts";
import { declineDraft } from "#app/care/review/decline-draft.server.ts";
import { correctReading } from "#app/care/understand/correct-reading.server.ts";
import { careEmotionSchema } from "#app/care/understand/reading.ts";
import { settleDelivery } from "#app/care/review/settle-delivery.server.ts";
import type { StaffSession } from "#app/staff.server.ts";
import { refused, type Refusal } from "#app/words/refusal.ts";
import { answerKeep, answerSuggest } from "./answer-keep.server.ts";
import { answerAddFact, answerRemoveFact, factActs } from "./answer-facts.server.ts";
import { answerCorrection, answerPromise } from "./answer-keeping.server.ts";

const act = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("send"),
    draftId: z.string().min(1),
    text: z.string().max(50_000).optional(),
    overrule: z.string().trim().max(500).optional(),
  }),
  z.object({
    intent: z.literal("decline"),
    draftId: z.string().min(1),
    reason: z.string().trim().max(500).optional(),
  }),
  z.object({
    intent: z.literal("correct"),
    messageId: z.string().min(1),
    // Empty takes a correction back: a form has no null.
    emotion: z.union([z.literal("").transform(() => null), careEmotionSchema]),
  }),
  z.object({ intent: z.literal("settle"), deliveryId: z.string().min(1), as: z.enum(["sent", "resend"]) }),
  z.object({ intent: z.literal("promise"), promiseId: z.string().min(1), as: z.enum(["kept", "later"]) }),
  z.object({ intent: z.literal("corrected"), claimId: z.string().min(1) }),
  z.object({ intent: z.literal("suggest-answer"), draftId: z.string().min(1) }),
  z.object({
    intent: z.literal("keep-answer"),
    draftId: z.string().min(1),
    title: z.string(),
    text: z.string(),
  }),
  ...factActs,
]);

/** What the screen is told after a click; each outcome has its own words there. */
export type Answered =
  | { outcome: "sent"; deliveryId: string }
  | { outcome: "already_sent" }
  | { outcome: "stale" }
  | { outcome: "blocked"; checks: Check[] }
  | { outcome: "declined" }
  | { outcome: "settled" }
  | { outcome: "corrected" }
  | { outcome: "confirmed" }
  | { outcome: "uncorrected" }
  | { outcome: "promise_done" }
  | { outcome: "promise_moved" }
  | { outcome: "correction_settled" }
  | { outcome: "answer_suggested"; title: string; text: string }
  | { outcome: "answer_kept" }
  | { outcome: "answer_refused"; field: "title" | "text"; fault: Fault }
  | { outcome: "fact_added" }
  | { outcome: "fact_removed" }
  | Refusal;

/** One click on the conversation screen: parsed, done by the stage that owns it, answered by name. */
export async function answerConversation(
  session: StaffSession,
  conversationId: string,
  form: FormData,
): Promise<Answered> {
  const parsed = act.safeParse(Object.fromEntries(form));
  if (!parsed.success) return refused("notValid");
  const given = parsed.data;
  switch (given.intent) {
    case "send":
      return send(session, conversationId, given);
    case "decline":
      return decline(session, conversationId, given);
    case "correct":
      return correct(session, conversationId, given);
    case "settle":
      return settle(session, given);
    case "promise":
      return answerPromise(session, conversationId, given);
    case "corrected":
      return answerCorrection(session, conversationId, given);
    case "suggest-answer":
      return answerSuggest(session, conversationId, given);
    case "keep-answer":
      return answerKeep(session, conversationId, given);
    case "add-fact":
      return answerAddFact(session, conversationId, given);
    case "remove-fact":
      return answerRemoveFact(session, conversationId, given);
  }
}

type Given<I> = Extract<z.infer<typeof act>, { intent: I }>;

async function send(session: StaffSession, conversationId: string, given: Given<"send">): Promise<Answered> {
  const approved = await approveDraft(
    { inShop: session.inShop, now: () => new Date() },
    {
      shopId: session.shop.id,
      conversationId,
      draftId: given.draftId,
      text: given.text,
      overrule: given.overrule ? { reason: given.overrule } : undefined,
      staff: session.staff,
    },
  );
  switch (approved.outcome) {
    case "approved":
      return { outcome: "sent", deliveryId: approved.deliveryId };
    case "already_sent":
      return { outcome: "already_sent" };
    case "stale":
      return { outcome: "stale" };
    case "blocked":
      return { outcome: "blocked", checks: approved.checks };
    case "not_found":
      return refused("draftGone");
    case "no_address":
      return refused(approved.why);
    case "unwanted":
      return refused("unwanted", approved);
  }
}

async function decline(
  session: StaffSession,
  conversationId: string,
  given: Given<"decline">,
): Promise<Answered> {
  const declined = await declineDraft(
    { inShop: session.inShop, now: () => new Date() },
    {
      shopId: session.shop.id,
      conversationId,
      draftId: given.draftId,
      reason: given.reason || undefined,
      staff: session.staff,
    },
  );
  if (declined.outcome === "already_sent") return { outcome: "already_sent" };
  if (declined.outcome === "not_found") return refused("draftGone");
  return { outcome: "declined" };
}

async function correct(
  session: StaffSession,
  conversationId: string,
  { messageId, emotion }: Given<"correct">,
): Promise<Answered> {
  const corrected = await correctReading(
    { inShop: session.inShop, now: () => new Date() },
    { shopId: session.shop.id, conversationId, messageId, emotion, staff: session.staff },
  );
  switch (corrected.outcome) {
    case "corrected":
    case "unchanged":
      return { outcome: corrected.emotion === "as_read" ? "uncorrected" : corrected.emotion };
    case "expired":
      return refused("emotionGone");
    case "not_found":
      return refused("messageGone");
  }
}

async function settle(session: StaffSession, given: Given<"settle">): Promise<Answered> {
  const settled = await settleDelivery(
    { inShop: session.inShop, now: () => new Date() },
    { shopId: session.shop.id, deliveryId: given.deliveryId, as: given.as, staff: session.staff },
  );
  if (settled.outcome === "settled") return { outcome: "settled" };
  return refused("settledBefore");
}
