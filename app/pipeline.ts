import { z } from "zod";

/**
 * THE MAP. Every event, what it carries (ids only), and the jobs that hear it, in the order data moves:
 *
 *   ingest → mirror ─────→ detect → decide ───┐
 *          → conversation → understand ───────┴→ draft → review → deliver → keep, learn
 *
 * A job's handler stands under its name in handlers.server.ts. An event marked `loop` goes back upstream; its stop
 * condition says why it ends. New fields of a payload are optional for one deploy: jobs in flight do not have them.
 */
const shop = { shopId: z.string() };

export const pipeline = {
  // shop
  "shop-installed": { data: z.object(shop), jobs: ["backfillShop"] },
  "shop-uninstalled": { data: z.object(shop), jobs: ["closeShop"] },
  "staff-removed": { data: z.object({ ...shop, staffId: z.string() }), jobs: ["unassignConversations"] },
  "mail-check-asked": { data: z.object({ ...shop, checkId: z.string() }), jobs: ["sendMailCheck"] },

  "export-advanced": {
    data: z.object({ ...shop, exportId: z.string() }),
    jobs: ["exportShop"],
    loop: "ends with the shop's last conversation: each part goes on after the one before",
  },

  // ingest
  "webhook-recorded": { data: z.object({ ...shop, deliveryId: z.string() }), jobs: ["mirrorDeliveries"] },
  "message-recorded": { data: z.object({ ...shop, inboundId: z.string() }), jobs: ["receiveMessage"] },

  // mirror
  "webhook-unclear": { data: z.object({ ...shop, deliveryId: z.string() }), jobs: ["mirrorDelivery"] },
  "order-unclear": {
    data: z.object({ ...shop, orderId: z.string() }),
    jobs: ["readOrder"],
    loop: "ends with one read: an answer of Shopify's is never unclear",
  },
  "backfill-advanced": {
    data: z.object(shop),
    jobs: ["backfillShop"],
    loop: "ends when the backfill's last stage is done or has failed",
  },
  "reconcile-due": { data: z.object(shop), jobs: ["reconcileShop"] },
  "order-mirrored": {
    data: z.object({ ...shop, orderId: z.string() }),
    jobs: ["refreshDrafts", "detectIssues"],
  },
  "knowledge-changed": { data: z.object(shop), jobs: ["refreshKnowledgeDrafts"] },
  "record-deleted": {
    data: z.object({ ...shop, entity: z.enum(["order", "customer"]), id: z.string() }),
    jobs: ["eraseDeleted"],
  },
  "redaction-requested": {
    data: z.object({ ...shop, deliveryId: z.string() }),
    jobs: ["redactCustomer"],
  },
  "shop-redaction-requested": { data: z.object({ ...shop, deliveryId: z.string() }), jobs: ["redactShop"] },
  "data-requested": { data: z.object({ ...shop, deliveryId: z.string() }), jobs: ["exportCustomerData"] },

  // conversation
  "message-received": { data: z.object({ ...shop, messageId: z.string() }), jobs: ["understandMessage"] },

  "words-outdated": {
    data: z.object(shop),
    jobs: ["rewriteOldWords"],
    loop: "ends when every conversation of the shop is found by words of today's form: each batch rewrites the next ones",
  },

  // care
  "snoozes-ended": {
    data: z.object(shop),
    jobs: ["wakeConversations"],
    loop: "ends when no conversation of the shop is snoozed beyond its time: each one that is woken is snoozed no more",
  },
  "message-understood": {
    data: z.object({ ...shop, messageId: z.string() }),
    jobs: ["draftReply", "decideAgain", "alertUrgent", "sendReceipt"],
  },
  "reading-changed": {
    data: z.object({ ...shop, messageId: z.string() }),
    jobs: ["triageConversation"],
  },
  "stakes-changed": {
    // `at`: the time it was put off to. A conversation that was judged since has another one.
    data: z.object({ ...shop, conversationId: z.string(), at: z.iso.datetime().optional() }),
    jobs: ["keepPriority"],
    loop: "ends when time changes nothing more of how urgent the conversation is: judging it changes no order, issue, promise or reply",
  },
  "occasion-said": { data: z.object({ ...shop, orderId: z.string() }), jobs: ["detectIssues"] },
  "facts-changed": {
    data: z.object({ ...shop, messageId: z.string() }),
    jobs: ["draftReply"],
    loop: "ends when the draft's cited facts equal the mirror's: a draft made from the same facts is not made again",
  },
  "service-levels-changed": { data: z.object(shop), jobs: ["recomputeLevels"] },
  "levels-to-look-at": {
    data: z.object(shop),
    jobs: ["watchLevels"],
    loop: "ends when no clock of the shop is due: each look moves its time on, or ends the watch",
  },
  "alerts-to-look-at": {
    data: z.object(shop),
    jobs: ["watchAlerts"],
    loop: "ends when somebody looked at what was told, or it was told as often as the shop wants",
  },
  "csat-to-ask": {
    data: z.object(shop),
    jobs: ["askCsat"],
    loop: "ends when every closed conversation was asked of, or is not to be: each is looked at once for each time it is closed",
  },
  "alert-due": { data: z.object({ ...shop, sendId: z.string() }), jobs: ["sendAlert"] },
  "detection-due": { data: z.object(shop), jobs: ["learnHabits"] },
  "business-days-changed": { data: z.object(shop), jobs: ["lookAtOpenIssues"] },
  "orders-to-look-at": {
    data: z.object(shop),
    jobs: ["sweepOrders"],
    loop: "ends when no watched order of the shop is due: each look moves its order's time on, or ends the watch",
  },
  "outreach-settings-changed": { data: z.object(shop), jobs: ["decideAgain"] },
  "stock-unclear": {
    data: z.object({ ...shop, orderId: z.string() }),
    jobs: ["readOrder"],
    loop: "an issue asks once, when it opens",
  },
  "issues-moved": { data: z.object(shop), jobs: ["keepIncidents"] },
  "issue-changed": { data: z.object({ ...shop, issueId: z.string() }), jobs: ["decideOutreach"] },
  "outreach-held": {
    data: z.object({ ...shop, issueId: z.string() }),
    jobs: ["decideOutreach"],
    loop: "ends when the issue is resolved, too old to be news, or a person decided",
  },
  "outreach-wanted": {
    data: z.object({ ...shop, outreachId: z.string() }),
    jobs: ["draftOutreach"],
    loop: "ends when a person decides, or it is no news any more: a draft that waits is written anew when a fact that it cites changes, or its day is over",
  },
  "writing-begun": { data: z.object({ ...shop, placeId: z.string() }), jobs: ["clearUnsent"] },
  "draft-approved": { data: z.object({ ...shop, deliveryId: z.string() }), jobs: ["deliverReply"] },
  "draft-declined": { data: z.object({ ...shop, draftId: z.string() }), jobs: ["learnFromDecline"] },
  "reply-delivered": {
    data: z.object({ ...shop, deliveryId: z.string() }),
    jobs: ["keepPromises", "learnFromReply"],
  },
  "receipt-sent": { data: z.object({ ...shop, deliveryId: z.string() }), jobs: ["keepReceipt"] },
  "told-order-mirrored": { data: z.object({ ...shop, orderId: z.string() }), jobs: ["watchOrder"] },
  "promise-due-soon": {
    // `at`: the time it was put off to. A promise that was moved since has another one.
    data: z.object({ ...shop, promiseId: z.string(), at: z.iso.datetime().optional() }),
    jobs: ["watchPromise"],
    loop: "ends when the promise is kept or its day is over: each due time is looked at twice, before and after",
  },
  "promise-at-risk": {
    data: z.object({ ...shop, messageId: z.string() }),
    jobs: ["draftReply"],
    loop: "ends when the promise is kept or the shopper was told: each day it was given for is told of once",
  },
  "correction-needed": {
    data: z.object({ ...shop, messageId: z.string() }),
    jobs: ["draftReply"],
    loop: "ends when a reply told what is true: each falsehood is told of once until the records say something else again",
  },
} as const satisfies Record<string, { data: z.ZodType; jobs: readonly string[]; loop?: string }>;

/**
 * The jobs that run together, and how many of one shop at most. Their handlers are `BatchHandler`s. Many rows are written by
 * one statement at little more than the cost of one, and are a small loss when the batch must run again one by one. A batch holds
 * the process for about a millisecond a webhook, in which others wait: twice as many are a tenth faster and make them wait twice
 * as long (`npm run bench -- fairness`).
 */
export const together = { mirrorDeliveries: 50, refreshDrafts: 100, detectIssues: 100 } as const satisfies {
  [J in JobName]?: number;
};

export type Pipeline = typeof pipeline;
export type EventName = keyof Pipeline;
export type EventData<E extends EventName> = z.infer<Pipeline[E]["data"]>;
export type JobName = Pipeline[EventName]["jobs"][number];

/** The events a job hears, so that its payload's type follows from the map. */
export type EventsOf<J extends JobName> = {
  [E in EventName]: J extends Pipeline[E]["jobs"][number] ? E : never;
}[EventName];
export type JobData<J extends JobName> = EventData<EventsOf<J>>;
