import { beginMessage, type BeginInput } from "#app/care/draft/message/begin-message.server.ts";
import { deliverReply } from "#app/care/deliver/deliver-reply.server.ts";
import { approveReply, type Additions, type ApproveInput } from "#app/care/review/approve-draft.server.ts";
import { keepFile } from "#app/care/review/files/keep-file.server.ts";
import { undoSend } from "#app/care/review/undo-send.server.ts";
import { writeAside, type AsideInput } from "#app/care/review/side/write-aside.server.ts";
import { readConversation } from "#app/conversation/read-conversation.server.ts";
import { forShop } from "#app/db.server.ts";
import type { MailOutcome, Ports } from "#app/ports.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeRun } from "#tests/factories/delivery.ts";
import { makeOrder } from "#tests/factories/order.ts";
import { accepted, mailServer } from "#tests/factories/queued-reply.ts";
import { makeConversation, makeDraftRow } from "#tests/factories/reply.ts";
import { makeShop } from "#tests/factories/shop.ts";

export const staff = { id: "42", name: "Mia" };
export const ADA = "ada@shopper.example.test";
export const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

export type OutgoingShop = Awaited<ReturnType<typeof outgoingShop>>;

/** A shop whose person writes to others, and the worker that sends it. */
export async function outgoingShop(...answers: MailOutcome[]) {
  const made = await makeShop();
  const shopId = made.shop.id;
  const inShop = forShop(shopId);
  const clock = { now: new Date() };
  const deps = { inShop, now: () => clock.now };
  const mail = mailServer(...(answers.length > 0 ? answers : [accepted]));

  /** An order of Ada's, shipped. */
  const order = async (email = ADA) =>
    (
      await makeOrder(made.shop, made.keys, {
        locale: "en",
        person: { email, customerName: "Ada Berg" },
        fulfillments: [{ trackingNumber: "JD0146000030", trackingCompany: "DHL", events: [{}] }],
      })
    ).order;

  /** A conversation with a draft that waits. */
  const asked = async (given: Parameters<typeof makeConversation>[1] = {}) => {
    const { conversation, messageId } = await makeConversation(made, given);
    const draft = await makeDraftRow(made, { conversationId: conversation.id, messageId });
    return { conversation, messageId, conversationId: conversation.id, draftId: draft.id };
  };
  const approve = (
    place: { conversationId: string; draftId: string },
    given: Partial<ApproveInput & Additions> = {},
  ) =>
    approveReply(deps, {
      ...{ shopId, staff, ...given },
      ...{ conversationId: place.conversationId, draftId: place.draftId },
    });
  const begin = (given: Partial<BeginInput> = {}) =>
    beginMessage(deps, {
      ...{ shopId, conversationId: null, orderId: null, subject: "Your order", language: "en", from: "hand" },
      to: { name: "Ada Berg", address: ADA },
      ...given,
    });
  const aside = (parentId: string, given: Partial<AsideInput> = {}) =>
    writeAside(deps, {
      ...{ shopId, parentId, sideId: null, askId: "ask-1", told: [], staff },
      to: { name: "Carrier", address: "service@carrier.example" },
      ...{ subject: "A parcel", text: "Where is parcel JD0146000030?", ...given },
    });
  const undo = (deliveryId: string) => undoSend(deps, { shopId, deliveryId, staff });
  const file = (conversationId: string, given: { id?: string; name?: string; bytes?: Uint8Array } = {}) =>
    keepFile(deps, { shopId, conversationId, name: "label.png", bytes: PNG, staff, ...given });
  const send = async () => {
    const queued = await systemPrisma.delivery.findMany({ where: { shopId, status: "queued" } });
    const ports = { sendMail: mail.sendMail, now: () => clock.now } as Ports;
    const run = { ...makeRun(shopId), signal: new AbortController().signal };
    const said = [];
    for (const { id } of queued) said.push(await deliverReply(ports, run, { shopId, deliveryId: id }));
    return said;
  };
  return {
    ...{ ...made, shopId, inShop, clock, mail, deps },
    ...{ order, asked, approve, begin, aside, undo, file, send },
    read: (id: string) => inShop((tx) => readConversation(tx, made.keys, id)),
    deliveries: () => systemPrisma.delivery.findMany({ where: { shopId }, orderBy: { createdAt: "asc" } }),
  };
}
