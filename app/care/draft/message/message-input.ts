import type { DraftInput } from "#app/care/draft/compose-draft.ts";
import type { GatheredShop } from "#app/care/draft/gather-shop.server.ts";

type Given = Pick<DraftInput, "hint"> & {
  shop: GatheredShop;
  contact: { name: string; address: string };
  language: string;
  /** What chooses among wordings. */
  seed: string;
  said: NonNullable<DraftInput["facts"]["said"]>;
  now: Date;
};

/** What a message is judged by that is about no order, pure: the shop's own facts, and nothing of anybody's orders. */
export function messageInput({ shop, contact, language, seed, said, now, hint }: Given): DraftInput {
  return {
    ...shop.input,
    ...{ nobodyWrote: true, text: "", purpose: "message", hint },
    reading: {
      ...{ language, intent: "other", intentConfidence: 1, unsure: false },
      ...{ claims: [], riskFlags: [], identity: "none", orderRefs: [] },
      cause: { about: "unknown", blamed: "nobody", quote: "" },
      emotion: { label: "neutral" },
    },
    facts: {
      writer: { proof: "none", email: contact.address, customerId: null },
      message: { id: seed, contactName: contact.name, attachments: 0 },
      ...{ orders: [], policies: [], promises: [], said, now },
      shop: shop.shop,
    },
  };
}
