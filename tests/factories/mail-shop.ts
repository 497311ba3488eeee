import { makeDraft } from "#app/care/draft/make-draft.server.ts";
import { readDraft } from "#app/care/draft/read-draft.server.ts";
import { forShop } from "#app/db.server.ts";
import { showConversation } from "#app/desk/show-conversation.server.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeConversation } from "#tests/factories/message.ts";
import { makeOrder } from "#tests/factories/order.ts";
import { makeShop } from "#tests/factories/shop.ts";
import { understand } from "#tests/factories/thread.ts";

/** Eva's mails, each of which begins a conversation. All people and orders are invented. */
export const eva = { name: "Eva Lindqvist", address: "eva@shopper.example" };
const ASKED = new Date("2026-11-13T09:00:00Z");
export const later = (minutes: number) => new Date(ASKED.getTime() + minutes * 60_000);
const parcel = {
  updatedAt: "2026-11-12T08:00:00.000Z",
  events: [{ status: "in_transit", city: "Hamburg", happenedAt: "2026-11-12T07:00:00.000Z" }],
};

export type Mail = Partial<Parameters<typeof makeConversation>[0]> & { text: string };
export type MailShop = Awaited<ReturnType<typeof mailShop>>;

/** A shop to which Eva writes, and what a test does with her mails. */
export async function mailShop() {
  const { shop, keys } = await makeShop();
  const shopId = shop.id;
  const inShop = forShop(shopId);

  /** An order of hers that is on its way. */
  const anOrder = async () => {
    const person = { email: eva.address, customerName: eva.name };
    return (await makeOrder(shop, keys, { person, locale: "en", fulfillments: [parcel] })).order;
  };
  const mail = ({ at = ASKED, ...given }: Mail) =>
    makeConversation({ keys, contact: eva, subject: "My parcel", at, ...given });
  /** A mail, read. */
  const readMail = async (given: Mail) => {
    const place = await mail(given);
    return { ...place, said: await understand(shopId, place.messageId, given.at ?? ASKED) };
  };
  const drafted = (messageId: string, at: Date) =>
    makeDraft({ inShop, now: () => at }, { shopId, messageId, automatic: true });
  /** A question that waits with its draft, and a second mail about the same order that was read after it. */
  const twoMails = async () => {
    const order = await anOrder();
    const first = await readMail({ text: `Where is my order ${order.name}? It has still not arrived.` });
    await drafted(first.messageId, later(1));
    const text = `How can I return the bottle of order ${order.name} once it is here?`;
    const second = await readMail({ subject: "A return", text, at: later(20) });
    return { order, first, second };
  };
  return {
    ...{ shopId, domain: shop.domain, keys, inShop, anOrder, mail, readMail, drafted, twoMails },
    placeOf: async (messageId: string) =>
      (await systemPrisma.message.findUniqueOrThrow({ where: { id: messageId } })).conversationId,
    shownDraft: (conversationId: string) => inShop((tx) => readDraft(tx, keys, conversationId)),
    conversations: () => systemPrisma.conversation.findMany({ where: { shopId } }),
    joins: () => systemPrisma.conversationJoin.findMany({ where: { shopId } }),
    /** What a draft says of the shopper's other conversations. */
    notes: async (conversationId: string) => {
      const shown = await showConversation({ inShop, keys, now: () => later(60) }, conversationId);
      return shown?.draft?.checks.filter(({ rule }) => rule === "also_wrote") ?? [];
    },
  };
}
