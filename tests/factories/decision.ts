import { decideOutreach } from "#app/care/decide/decide-outreach.server.ts";
import { reasonSchema } from "#app/care/decide/outreach.ts";
import type { Ports } from "#app/ports.ts";
import type { OutreachChange } from "#app/shop/outreach-settings.ts";
import { saveSettings } from "#app/shop/save-settings.server.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { forShop } from "#app/db.server.ts";
import { makeRun } from "#tests/factories/delivery.ts";
import { makeIssue, type GivenIssue } from "#tests/factories/issue.ts";
import { makeConversation } from "#tests/factories/message.ts";
import { makeOrder, type GivenOrder } from "#tests/factories/order.ts";
import { makeShop } from "#tests/factories/shop.ts";

/** A Friday noon in Berlin. */
export const NOON = new Date("2026-11-20T11:00:00.000Z");

export const hence = (hours: number, from: Date = NOON): Date => new Date(from.getTime() + hours * 3_600_000);

/** Ports of a stage that needs the clock alone. */
export const clock = (now: Date): Ports => ({
  now: () => now,
  sendMail: () => Promise.reject(new Error("nothing is to be sent here")),
  callWebhook: () => Promise.reject(new Error("nobody is to be called here")),
  shopAdmin: () => Promise.reject(new Error("Shopify is not to be asked here")),
  readBulkResult: () => Promise.reject(new Error("no bulk result is read here")),
  parseMail: () => Promise.reject(new Error("no mail is read here")),
  readingModel: null,
  draftingModel: null,
});

/** Runs the decision of an issue, as the worker would. */
export const decide = (issue: { id: string; shopId: string }, now: Date = NOON): Promise<string> =>
  decideOutreach(clock(now), makeRun(issue.shopId), { shopId: issue.shopId, issueId: issue.id });

/** What was decided of an issue, oldest first, and the rules that spoke against it. */
export async function decisionsOf(issue: { id: string }) {
  const rows = await systemPrisma.outreach.findMany({
    where: { issueId: issue.id },
    orderBy: [{ decidedAt: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ({
    ...row,
    against: reasonSchema
      .array()
      .parse(row.reasons)
      .filter(({ outcome }) => outcome !== "pass")
      .map(({ rule }) => rule),
  }));
}

/** The jobs that an event caused, by the ids they carry. */
export const jobsOf = async (shopId: string, event: string) =>
  (await systemPrisma.job.findMany({ where: { shopId, event }, orderBy: { id: "asc" } })).map(
    ({ data, runAt }) => ({
      data,
      runAt,
    }),
  );

export const setOutreach = (shopId: string, outreach: OutreachChange) =>
  forShop(shopId)((tx) => saveSettings(tx, shopId, { outreach }));

export const stateOf = async (issue: { id: string }) =>
  (await decisionsOf(issue)).map(({ stage, state }) => [stage, state]);
export const againstOf = async (issue: { id: string }) => (await decisionsOf(issue)).at(-1)?.against;

/** A shop in which orders go wrong, an hour ago. */
export async function decidingShop() {
  const { shop, keys } = await makeShop();
  const anOrder = async (given: GivenOrder = {}) => (await makeOrder(shop, keys, given)).order;
  const anIssue = async ({ email, ...given }: Partial<GivenIssue> & { email?: string } = {}) => {
    const orderId = given.orderId ?? (await anOrder(email ? { person: { email } } : {})).id;
    return makeIssue(keys, { openedAt: hence(-1), ...given, orderId });
  };
  /** As the stage that writes leaves it: a conversation nobody sees, and a draft that waits in it. */
  const aWaitingDraft = async (
    issue: { id: string; orderId: string },
    outreachId: string,
  ): Promise<string> => {
    const { conversationId, messageId } = await makeConversation({ keys, orderIds: [issue.orderId] });
    await systemPrisma.message.delete({ where: { id: messageId } });
    const unsent = { unsent: true, issueId: issue.id };
    await systemPrisma.conversation.update({ where: { id: conversationId }, data: unsent });
    const { id } = await systemPrisma.draft.create({
      data: {
        ...{
          shopId: shop.id,
          conversationId,
          issueId: issue.id,
          version: 1,
          language: "de",
          maker: "composer",
        },
        sealed: Buffer.from("sealed"),
      },
    });
    const data = { state: "waiting", conversationId, draftId: id };
    await systemPrisma.outreach.update({ where: { id: outreachId }, data });
    return id;
  };
  return { shop, shopId: shop.id, keys, anOrder, anIssue, aWaitingDraft };
}
