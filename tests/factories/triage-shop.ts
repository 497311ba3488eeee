import { randomUUID } from "node:crypto";
import { didSchema } from "#app/care/triage/done.ts";
import { keepPriority } from "#app/care/triage/keep-priority.server.ts";
import { keptPrioritySchema, type KeptPriority } from "#app/care/triage/priority-reason.ts";
import type { RuleInput } from "#app/care/triage/rule.ts";
import { forShop } from "#app/db.server.ts";
import { hours, minutes } from "#app/lib/duration.ts";
import type { Ports } from "#app/ports.ts";
import { openJson } from "#app/shop/seal.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeRun } from "#tests/factories/delivery.ts";
import { makeConversation } from "#tests/factories/message.ts";
import { makeOrder, type GivenOrder } from "#tests/factories/order.ts";
import { makeShop } from "#tests/factories/shop.ts";
import { makeStaff } from "#tests/factories/staff.ts";
import { addMessage, understand } from "#tests/factories/thread.ts";

/** Later than the database's clock will ever be: what is due by it is due by this one. */
export const MONDAY = new Date("2031-11-24T09:00:00.000Z");
export const after = (count: number): Date => new Date(MONDAY.getTime() + hours(count));

type Letter = Partial<Parameters<typeof makeConversation>[0]> & { text: string };

/** A shop whose orders usually leave after a day, to which people write, with a clock that the test drives. */
export async function triageShop() {
  const { shop, keys } = await makeShop();
  const shopId = shop.id;
  const clock = { now: MONDAY };
  const now = () => clock.now;
  await systemPrisma.detection.create({
    data: { shopId, nextAt: after(24), usualHandlingMs: BigInt(hours(24)) },
  });

  /** An order of Eva's, placed so many hours ago, that has not left. */
  const anOrder = async (placed: number, given: GivenOrder = {}) => {
    const person = { email: "eva@shopper.example", customerName: "Eva Lindqvist", ...given.person };
    const placedAt = after(-placed).toISOString();
    return makeOrder(shop, keys, { placedAt, updatedAt: placedAt, locale: "en", ...given, person });
  };
  /** A mail, read and triaged. */
  const mail = async ({ at = clock.now, ...given }: Letter) => {
    const place = await makeConversation({ keys, at, ...given });
    await understand(shopId, place.messageId, clock.now);
    return place;
  };
  /** A minute later, another one of the same shopper. */
  const writeAgain = async (conversationId: string, text: string) => {
    clock.now = new Date(clock.now.getTime() + minutes(1));
    const messageId = await addMessage(keys, { conversationId, text, at: clock.now });
    await understand(shopId, messageId, clock.now);
    return messageId;
  };
  const rowOf = ({ conversationId }: { conversationId: string }) =>
    systemPrisma.conversation.findUniqueOrThrow({ where: { id: conversationId } });
  const keptOf = async ({ conversationId: id }: { conversationId: string }): Promise<KeptPriority> => {
    const { sealed } = await systemPrisma.conversationPriority.findUniqueOrThrow({ where: { id } });
    return openJson(
      keys,
      { context: `conversation_priorities.sealed:${id}`, bytes: sealed },
      keptPrioritySchema,
    );
  };
  const reasonsOf = async (place: { conversationId: string }) => (await keptOf(place)).reasons;
  const wakeUps = () =>
    systemPrisma.job.findMany({ where: { shopId, name: "keepPriority" }, orderBy: { id: "asc" } });
  /** Runs what is due by now of judging anew, as the queue would, and drops it. */
  const judgeDue = async (): Promise<string[]> => {
    const said: string[] = [];
    for (const { id, data } of (await wakeUps()).filter(({ runAt }) => runAt <= clock.now)) {
      await systemPrisma.job.delete({ where: { id } });
      const given = data as { shopId: string; conversationId: string; at?: string };
      said.push(await keepPriority({ now } as Ports, makeRun(shopId), given));
    }
    return said;
  };
  /** A rule of the team's, after those that there are. */
  const aRule = async (given: Partial<RuleInput> & Pick<RuleInput, "actions">): Promise<string> => {
    const { conditions = { match: "all", list: [] }, name = "Rule", ...rest } = given;
    const id = randomUUID();
    const position = await systemPrisma.triageRule.count({ where: { shopId } });
    const by = { createdBy: "1", createdAt: MONDAY, changedBy: "1", changedAt: MONDAY };
    await systemPrisma.triageRule.create({
      data: { ...{ id, shopId, position, name, conditions }, ...rest, ...by },
    });
    return id;
  };
  /** What rules did for a message, in order. */
  const didFor = async (messageId: string) => {
    const rows = await systemPrisma.triageApplication.findMany({
      where: { shopId, messageId },
      orderBy: [{ at: "asc" }, { place: "asc" }],
    });
    return rows.flatMap(({ did }) => didSchema.parse(did));
  };
  return {
    ...{ aRule, didFor },
    ...{ shop, shopId, domain: shop.domain, keys, inShop: forShop(shopId), clock, now },
    ...{ anOrder, mail, writeAgain, rowOf, keptOf, reasonsOf, wakeUps, judgeDue },
  };
}

/** Every message with one of these words. */
export const says = (...any: string[]) => ({
  match: "all" as const,
  list: [{ on: "words" as const, in: "anywhere" as const, any, not: false }],
});
export const tagging = (...tags: string[]) => [{ do: "add_tags" as const, tags }];

/** The same with a team of so many: the first is an owner, the others review. */
export async function triagedTeam(count = 4) {
  const place = await triageShop();
  const team = await Promise.all(
    Array.from({ length: count }, (_, n) =>
      makeStaff(place.keys, { id: `${n + 1}`, role: n === 0 ? "owner" : "reviewer" }),
    ),
  );
  const eventsOf = async ({ conversationId }: { conversationId: string }) => {
    const events = await systemPrisma.conversationEvent.findMany({
      where: { conversationId },
      orderBy: { seq: "asc" },
    });
    return events.map(({ kind, by }) => `${kind} ${by}`);
  };
  return { ...place, team, eventsOf };
}
