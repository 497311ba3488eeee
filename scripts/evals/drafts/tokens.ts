import type { DraftOrder } from "#app/care/draft/order-situation.ts";
import { allowedFacts } from "#app/care/draft/proof.ts";
import type { DraftContent } from "#app/care/draft/draft.ts";
import type { Brief } from "#app/care/draft/model/brief.ts";
import { draftSystem, draftTask } from "#app/care/draft/model/prompt.ts";
import { mirroredOrderSchema } from "#app/mirror/order.ts";

/**
 * No tokenizer works offline, so both sides are estimated alike: UTF-8 bytes through 3.5. Of two texts measured alike only the
 * ratio is told. Instructions are on neither side.
 */
const estimate = (text: string): number => Math.ceil(Buffer.byteLength(text) / 3.5);

/** What the naive way puts into a prompt: the whole order as the mirror has it, with every field and no padding. */
export function naiveTokens(orders: readonly DraftOrder[]): number {
  return estimate(JSON.stringify(orders.map(whole)));
}

/** What a prompt needs of the records: the facts that may be told, or only those that the draft came to cite. */
export function factTokens({ facts, sentences, proof }: Pick<DraftContent, "facts" | "sentences" | "proof">) {
  const cited = new Set(sentences.flatMap(({ cites }) => cites));
  const told = allowedFacts(facts, proof).map(({ id, label, value }) => ({ id, label, value }));
  return {
    allowed: estimate(JSON.stringify(told)),
    cited: estimate(JSON.stringify(told.filter(({ id }) => cited.has(id)))),
  };
}

/** What a model is sent of the records and the plan, beyond the shopper's words and what the provider keeps. */
export const promptTokens = (brief: Brief): number => estimate(draftTask(brief));

/** What the provider keeps, and a draft pays a twentieth of while it does. */
export const prefixTokens = (brief: Brief): number => estimate(draftSystem(brief).join("\n"));

/** The mirror's shape in full, empty where a case says nothing: never more than a real order has. */
function whole(order: DraftOrder) {
  return mirroredOrderSchema.parse({
    ...order,
    gid: `gid://shopify/Order/${order.id}`,
    cancelReason: null,
    closedAt: null,
    editedAt: null,
    tags: [],
    lines: order.lines.map((line) => ({
      ...line,
      variantTitle: null,
      sku: null,
      currentQuantity: line.quantity,
    })),
    refunds: order.refunds.map((refund) => ({ ...refund, settled: refund.settled ?? false })),
    fulfillments: order.fulfillments.map((parcel) => ({
      ...parcel,
      shipmentStatus: parcel.events[0]?.status ?? null,
      createdAt: parcel.events[0]?.at ?? null,
      events: parcel.events.map((event) => ({
        ...event,
        message: null,
        country: null,
        estimatedDeliveryAt: null,
      })),
    })),
    locale: null,
    shippingAddress: order.shippingAddress ?? null,
    note: null,
    attributes: [],
    statusPageUrl: null,
    fulfillmentOrders: (order.fulfillmentOrders ?? []).map((one) => ({
      requestStatus: null,
      fulfillAt: null,
      holds: [],
      ...one,
    })),
    returns: order.returns ?? [],
    disputes: (order.disputes ?? []).map((one) => ({
      type: null,
      reason: null,
      amount: null,
      evidenceDueBy: null,
      ...one,
    })),
  });
}
