import type { DraftInput } from "#app/care/draft/compose-draft.ts";
import type { GatheredShop } from "#app/care/draft/gather-shop.server.ts";
import { recordReading } from "#app/care/understand/record-reading.ts";
import type { Intent } from "#app/care/understand/reading.ts";
import type { MirroredOrder } from "#app/mirror/order.ts";

type Given = Pick<DraftInput, "purpose" | "hint" | "outreach"> & {
  shop: GatheredShop;
  /** Whom it goes to: the address is the order's own, which is all that it proves. */
  contact: { name: string; address: string };
  /** The order it is about, and others of the same shopper that it names. */
  order: MirroredOrder;
  others: MirroredOrder[];
  intent: Intent;
  /** What chooses among wordings: the same thing is always told in the same words. */
  seed: string;
  facts: Pick<DraftInput["facts"], "issue" | "raised" | "mirroredAt" | "said">;
  now: Date;
};

/**
 * What a message is composed from that answers nobody, pure. There is no text to read: the matter is what the record says, and the tone what
 * the record lets expect.
 */
export function unaskedInput(given: Given): DraftInput {
  const { shop, contact, order, others, intent, seed, now } = given;
  return {
    ...shop.input,
    ...{ nobodyWrote: true, text: "", purpose: given.purpose, hint: given.hint, outreach: given.outreach },
    reading: {
      ...{ language: order.locale ?? "und", intent, intentConfidence: 1, unsure: false },
      ...{ claims: [], riskFlags: [], identity: "address_match" },
      orderRefs: [{ kind: "order_name", value: order.name, start: 0, end: 0, orderId: order.id }],
      cause: { about: "unknown", blamed: "nobody", quote: "" },
      emotion: { label: recordReading(order, { now })?.label ?? "neutral" },
    },
    facts: {
      ...given.facts,
      writer: { proof: "address_match", email: contact.address, customerId: null },
      message: {
        ...{ id: seed, contactName: contact.name, attachments: 0 },
        namedBy: { entity: "order", id: order.id, field: "customer" },
      },
      // An order without an address of its own has its customer's.
      orders: [{ ...order, email: contact.address }, ...others],
      policies: [],
      promises: [],
      shop: shop.shop,
      now,
    },
  };
}
