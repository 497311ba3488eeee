import { draftContentSchema } from "#app/care/draft/draft.ts";
import { makeDraft } from "#app/care/draft/make-draft.server.ts";
import { decideLesson, type LessonDecision } from "#app/care/learn/decide-lesson.server.ts";
import { learnFromDecline } from "#app/care/learn/learn-from-decline.server.ts";
import { learnFromReply } from "#app/care/learn/learn-from-reply.server.ts";
import { listLessons } from "#app/care/learn/list-lessons.server.ts";
import { approveDraft } from "#app/care/review/approve-draft.server.ts";
import { declineDraft } from "#app/care/review/decline-draft.server.ts";
import { settleDelivery } from "#app/care/review/settle-delivery.server.ts";
import type { Reading } from "#app/care/understand/reading.ts";
import { forShop } from "#app/db.server.ts";
import type { Ports } from "#app/ports.ts";
import { openJson } from "#app/shop/seal.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeRun } from "#tests/factories/delivery.ts";
import { makeReading } from "#tests/factories/reading.ts";
import { makeConversation } from "#tests/factories/reply.ts";
import { makeShop } from "#tests/factories/shop.ts";

const NOW = new Date("2026-11-23T10:00:00Z");
const staff = { id: "42", name: "Mia" };

export type Letter = { name?: string; text?: string; hint?: string; reading?: Partial<Reading> };
type Drafted = { conversationId: string; messageId: string; draftId: string; text: string };

/** A shop that answers letters, edits its drafts and learns, through the stages' own functions and jobs. */
export async function learningShop() {
  const { shop, keys } = await makeShop();
  const shopId = shop.id;
  const inShop = forShop(shopId);
  const clock = { now: NOW };
  const ports = { inShop, now: () => clock.now };
  let written = 0;

  /** A calm question about products, and its draft. */
  async function letter({ name = "Ada Berg", text, hint, reading }: Letter = {}): Promise<Drafted> {
    const from = { name, address: `shopper-${(written += 1)}@example.com` };
    const { conversation, messageId } = await makeConversation(
      { keys },
      { from, at: clock.now, text: text ?? "How do I wash the wool blanket?" },
    );
    const place = { conversationId: conversation.id, messageId };
    const calm = { label: "neutral" as const, intensity: 0.2, confidence: 0.9 };
    const base = await makeReading(keys, place, { intent: "product_question", ...reading });
    const row = await systemPrisma.reading.findFirstOrThrow({ where: { messageId } });
    await systemPrisma.reading.delete({ where: { id: row.id } });
    await makeReading(keys, place, { ...base, emotion: { ...base.emotion, ...calm } });
    const made = await makeDraft(ports, { shopId, messageId, hint });
    if (made.outcome !== "drafted") throw new Error(`Nothing was drafted: ${made.outcome}`);
    const draft = await systemPrisma.draft.findUniqueOrThrow({ where: { id: made.draftId } });
    const sealed = { context: `drafts.sealed:${draft.id}` as const, bytes: draft.sealed };
    return { ...place, draftId: draft.id, text: openJson(keys, sealed, draftContentSchema).text };
  }

  /** Sends a draft with these words; resolves to what learning from it said. */
  async function send({ conversationId, draftId }: Drafted, text?: string): Promise<string> {
    const overrule = { reason: "They know" };
    const approved = await approveDraft(ports, { shopId, conversationId, draftId, text, overrule, staff });
    if (approved.outcome !== "approved") throw new Error(`Not approved: ${JSON.stringify(approved)}`);
    const { deliveryId } = approved;
    await systemPrisma.delivery.update({ where: { id: deliveryId }, data: { status: "uncertain" } });
    await settleDelivery(ports, { shopId, deliveryId, as: "sent", staff });
    return learn(deliveryId);
  }

  const learn = (deliveryId: string) => learnFromReply({} as Ports, makeRun(shopId), { shopId, deliveryId });

  async function decline({ conversationId, draftId }: Drafted, reason?: string): Promise<string> {
    await declineDraft(ports, { shopId, conversationId, draftId, reason, staff });
    return learnFromDecline({} as Ports, makeRun(shopId), { shopId, draftId });
  }

  /** Three letters whose drafts are edited alike, and what learning from the last one said. */
  async function editThrice(edit: (draft: string) => string, letters: Letter = {}): Promise<string> {
    let said = "";
    for (const name of ["Ada Berg", "Bob Lind", "Cleo Roy"]) {
      const drafted = await letter({ name, ...letters });
      said = await send(drafted, edit(drafted.text));
    }
    return said;
  }

  const lessons = async (rule?: string) => {
    const { items } = await inShop((tx) => listLessons(tx, keys, { limit: 100 }));
    return items.filter((one) => rule === undefined || one.rule === rule);
  };
  const decide = (
    id: string,
    decision: LessonDecision["decision"],
    words: { text?: string; title?: string } = {},
  ) => decideLesson(ports, { shopId, id, decision, staff, ...words });

  return {
    shop,
    keys,
    shopId,
    inShop,
    clock,
    ports,
    letter,
    send,
    learn,
    decline,
    editThrice,
    lessons,
    decide,
  };
}
