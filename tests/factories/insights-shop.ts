import { randomUUID } from "node:crypto";
import { forShop } from "#app/db.server.ts";
import { days, type Duration } from "#app/lib/duration.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeOrder } from "#tests/factories/order.ts";
import { makeShop } from "#tests/factories/shop.ts";

/** A conversation as it is to be counted; what is not told is not there. */
export type Told = {
  wroteAt: Date;
  channel?: string;
  language?: string;
  status?: string;
  intent?: string;
  about?: string;
  answeredAfter?: Duration;
  closedAfter?: Duration;
  /** The emotion of the first message, and of one written after the answer. */
  felt?: [first: string, last: string];
  order?: { product: string; carrier: string };
  draft?: "as_drafted" | "lightly_edited" | "rewritten" | "declined";
  promise?: "kept" | "late" | "broken";
  rating?: number;
};

/** A shop whose conversations are told in the words of what is counted of them. What they say is nothing. */
export async function insightsShop() {
  const place = await makeShop();
  const { shop } = place;
  return {
    ...place,
    inShop: forShop(shop.id),
    tell: async (told: Told) => {
      const id = await begin(shop.id, told, told.order ? await orderOf(place, told.order) : null);
      const firstMessageId = await say(shop.id, { id, told });
      await decide(shop.id, { id, told, messageId: firstMessageId });
      return { id, firstMessageId };
    },
  };
}

type Place = Awaited<ReturnType<typeof makeShop>>;
type Given = { id: string; told: Told };

const sealed = Buffer.from("nothing");
const later = (at: Date, by: Duration) => new Date(at.getTime() + by);

async function orderOf({ shop, keys }: Place, { product, carrier }: { product: string; carrier: string }) {
  const id = String(Math.floor(Math.random() * 1e12));
  await makeOrder(shop, keys, {
    id,
    lines: [
      {
        id: `${id}1`,
        title: product,
        variantTitle: null,
        sku: null,
        quantity: 1,
        currentQuantity: 1,
        price: "10.00",
      },
    ],
  });
  await systemPrisma.fulfillment.create({
    data: { shopId: shop.id, id: `f${id}`, orderId: id, trackingCompany: carrier, updatedAt: new Date() },
  });
  return id;
}

async function begin(shopId: string, told: Told, orderId: string | null): Promise<string> {
  const { wroteAt, channel = "email", language = "en", intent = "order_status", closedAfter } = told;
  const id = randomUUID();
  await systemPrisma.conversation.create({
    data: {
      ...{ id, shopId, channel, language, intent, replyToken: id, sealed },
      ...{ status: told.status ?? (closedAfter === undefined ? "open" : "closed") },
      ...{ orderIds: orderId ? [orderId] : [], createdAt: wroteAt, updatedAt: wroteAt },
    },
  });
  if (closedAfter !== undefined)
    await systemPrisma.conversationEvent.create({
      data: { shopId, conversationId: id, kind: "closed", by: "42", at: later(wroteAt, closedAfter) },
    });
  return id;
}

async function say(shopId: string, { id, told }: Given): Promise<string> {
  const { wroteAt, answeredAfter, felt, about } = told;
  const messages = [
    { direction: "in", at: wroteAt, emotion: felt?.[0] },
    ...(answeredAfter === undefined ? [] : [{ direction: "out", at: later(wroteAt, answeredAfter) }]),
    ...(felt ? [{ direction: "in", at: later(wroteAt, days(1)), emotion: felt[1] }] : []),
  ].map((one) => ({ ...one, id: randomUUID() }));
  await systemPrisma.message.createMany({
    data: messages.map(({ id: messageId, direction, at }) => ({
      ...{ id: messageId, shopId, conversationId: id, direction, channel: "email", at, sealed },
    })),
  });
  await systemPrisma.reading.createMany({
    data: messages.flatMap(({ id: messageId, at, ...one }) =>
      "emotion" in one && one.emotion
        ? [
            {
              ...{
                messageId,
                shopId,
                conversationId: id,
                madeAt: at,
                emotion: one.emotion,
                about: about ?? null,
              },
              ...{ unsure: false, agreed: true, expiresAt: later(at, days(90)), sealed },
            },
          ]
        : [],
    ),
  });
  return messages[0]?.id ?? "";
}

async function decide(shopId: string, { id, told, messageId }: Given & { messageId: string }): Promise<void> {
  const { draft, promise, rating, wroteAt: at } = told;
  const conversationId = id;
  if (draft) {
    const draftId = randomUUID();
    const edited = draft === "lightly_edited" || draft === "rewritten";
    await systemPrisma.draft.create({
      data: {
        ...{
          id: draftId,
          shopId,
          conversationId,
          messageId,
          version: 1,
          language: "en",
          maker: "composer",
          sealed,
        },
        ...{ status: draft === "declined" ? "declined" : "sent", editedBy: edited ? "42" : null },
        ...{
          declineReason: draft === "declined" ? "I write it myself" : null,
          decidedAt: at,
          decidedBy: "42",
        },
      },
    });
    const of = { as_drafted: null, lightly_edited: "greeting", rewritten: "rewritten", declined: "declined" }[
      draft
    ];
    if (of)
      await systemPrisma.draftEdit.create({
        data: {
          ...{
            id: `${draftId}-0`,
            shopId,
            conversationId,
            draftId,
            class: of,
            language: "en",
            intent: "other",
          },
          ...{ removed: 1, added: 1, sealed, by: "42", at },
        },
      });
  }
  if (promise)
    await systemPrisma.promise.create({
      data: {
        ...{ shopId, conversationId, sealed, madeAt: at, state: promise === "kept" ? "kept" : "broken" },
        keptAt: promise === "broken" ? null : at,
      },
    });
  if (rating) await rate(shopId, { conversationId, rating, at });
}

async function rate(
  shopId: string,
  given: { conversationId: string; rating: number; at: Date },
): Promise<void> {
  const { conversationId, rating, at } = given;
  const deliveryId = randomUUID();
  await systemPrisma.delivery.create({
    data: {
      ...{
        id: deliveryId,
        shopId,
        key: `csat:${conversationId}`,
        purpose: "csat",
        conversationId,
        status: "sent",
      },
      ...{ mailMessageId: deliveryId, recipientIndex: "", sealed, approvedBy: "attune", at },
    },
  });
  await systemPrisma.csatRequest.create({
    data: {
      ...{ id: randomUUID(), shopId, conversationId, state: "rated", scale: 5, language: "en", closedAt: at },
      ...{ askedAt: at, deliveryId, rating, ratedAt: at },
    },
  });
}
