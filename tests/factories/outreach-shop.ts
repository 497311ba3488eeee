import { findIssues } from "#app/care/detect/find-issues.ts";
import { approveOutreach } from "#app/care/review/approve-outreach.server.ts";
import { draftContentSchema } from "#app/care/draft/draft.ts";
import { showConversation } from "#app/desk/show-conversation.server.ts";
import { handlers } from "#app/handlers.server.ts";
import { TryAgainAt } from "#app/job.ts";
import { hours } from "#app/lib/duration.ts";
import type { MailOutcome, OutgoingMail, Ports } from "#app/ports.ts";
import { openJson } from "#app/shop/seal.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeRun } from "#tests/factories/delivery.ts";
import { clock as portsOf } from "#tests/factories/decision.ts";
import { lookedShop } from "#tests/factories/looked-shop.ts";
import { orderRowsOf, type GivenOrder } from "#tests/factories/order.ts";

/** A Friday noon in Berlin, later than the database's clock will ever be: what is due by it is due by this one. */
export const FRIDAY = new Date("2031-11-21T11:00:00.000Z");
export const STAFF = { id: "42", name: "Mia" };
export const SHOPPER = "mara.lindqvist@example.com";

export const after = (count: number, from: Date = FRIDAY): Date => new Date(from.getTime() + hours(count));
/** An order of ten days before whose parcel was last scanned in Hamburg eight days before. */
export function standsStill(given: GivenOrder = {}, from: Date = FRIDAY) {
  const day = (count: number) => after(-24 * count, from).toISOString();
  return orderRowsOf({
    placedAt: day(11),
    updatedAt: day(8),
    fulfillments: [
      { createdAt: day(10), updatedAt: day(8), events: [{ happenedAt: day(8), updatedAt: day(8) }] },
    ],
    ...given,
  });
}

type Job = { id: bigint; name: string; data: unknown };

/** What runs of what these tests are about, as the worker would: one job at a time, until none is due. */
const RUNS = new Set<string>([
  ...["detectIssues", "refreshDrafts", "decideOutreach", "decideAgain", "draftOutreach"],
  ...["deliverReply", "keepPromises", "learnFromReply", "learnFromDecline", "draftReply", "watchOrder"],
  ...["watchPromise", "understandMessage"],
]);
const BATCHES = new Set(["detectIssues", "refreshDrafts"]);

/** A shop in Berlin in which an order goes wrong, whose whole way to the shopper runs on a clock that the test drives. */
export async function outreachShop(at = FRIDAY) {
  const shop = await lookedShop(at, findIssues);
  const { shopId, keys, inShop, clock } = shop;
  const now = () => clock.now;
  const deps = { inShop, now };
  const mailbox: OutgoingMail[] = [];
  const server: { answer: MailOutcome | (() => Promise<MailOutcome>) } = {
    answer: { outcome: "accepted", response: "250 ok" },
  };
  const ports: Ports = {
    ...portsOf(at),
    now,
    sendMail: async (mail) => {
      const { answer } = server;
      const outcome = typeof answer === "function" ? await answer() : answer;
      if (outcome.outcome === "accepted") mailbox.push(mail);
      return outcome;
    },
  };

  const due = (): Promise<Job[]> =>
    systemPrisma.job.findMany({
      where: {
        shopId,
        state: { in: ["waiting", "queued"] },
        name: { in: [...RUNS] },
        runAt: { lte: clock.now },
      },
      orderBy: { id: "asc" },
    });

  /** Runs all that is due by now, and what that causes. Answers what the jobs said, each with its name. */
  async function work(): Promise<string[]> {
    const said: string[] = [];
    for (let [job] = await due(); job; [job] = await due()) {
      if (said.length > 200) throw new Error(`It does not end: ${said.slice(-6).join("; ")}`);
      said.push(`${job.name}: ${await run(job)}`);
    }
    return said;
  }

  async function run({ id, name, data }: Job): Promise<string> {
    await systemPrisma.job.delete({ where: { id } });
    const handler: unknown = Reflect.get(handlers, name);
    if (typeof handler !== "function") throw new Error(`Nobody does ${name}`);
    const given: unknown = BATCHES.has(name) ? [{ data, trace: null }] : data;
    try {
      return String(await Reflect.apply(handler, null, [ports, makeRun(shopId), given]));
    } catch (error) {
      if (!(error instanceof TryAgainAt)) throw error;
      const again = { shopId, name, event: "test", data: data as object, runAt: error.at };
      await systemPrisma.job.create({ data: again });
      return `put off: ${error.message}`;
    }
  }

  /** The order is mirrored, and everything that follows from it happens. */
  async function happens(rows: Parameters<typeof shop.arrive>[0]): Promise<string[]> {
    await shop.arrive(rows);
    return work();
  }

  const outreaches = () =>
    systemPrisma.outreach.findMany({ where: { shopId }, orderBy: [{ decidedAt: "asc" }, { id: "asc" }] });
  const drafts = () =>
    systemPrisma.draft.findMany({ where: { shopId }, orderBy: [{ createdAt: "asc" }, { version: "asc" }] });
  const deliveries = () =>
    systemPrisma.delivery.findMany({ where: { shopId }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
  const conversations = () =>
    systemPrisma.conversation.findMany({ where: { shopId }, orderBy: { createdAt: "asc" } });
  const contentOf = (draft: { id: string; sealed: Uint8Array }) =>
    openJson(keys, { context: `drafts.sealed:${draft.id}`, bytes: draft.sealed }, draftContentSchema);
  const approve = (issueId: string, given: { text?: string; draftId?: string } = {}) =>
    approveOutreach(deps, { shopId, issueId, staff: STAFF, ...given });
  const shown = (conversationId: string) => showConversation({ inShop, keys, now }, conversationId);

  /** A parcel that stands still, with the draft that tells of it. */
  async function waiting(given: GivenOrder = {}, from = at) {
    const rows = standsStill(given, from);
    await happens(rows);
    const orderId = rows.orders[0]?.id ?? "";
    const issue = await systemPrisma.orderIssue.findFirstOrThrow({ where: { shopId, orderId } });
    const outreach = await systemPrisma.outreach.findFirstOrThrow({ where: { issueId: issue.id } });
    const draft = await systemPrisma.draft.findFirstOrThrow({ where: { issueId: issue.id } });
    return { rows, orderId, issue, outreach, draft, conversationId: draft.conversationId };
  }

  return {
    ...shop,
    ...{ now, deps, mailbox, server, ports, work, happens },
    ...{ outreaches, drafts, deliveries, conversations, contentOf, approve, shown, waiting },
  };
}

export type OutreachShop = Awaited<ReturnType<typeof outreachShop>>;

/** The next scan of the order's parcel, of that kind. */
export function scanned(
  rows: ReturnType<typeof standsStill>,
  { id, status, at }: { id: string; status: string; at: Date },
) {
  const [first] = rows.events;
  const [parcel] = rows.fulfillments;
  if (!first || !parcel) throw new Error("No parcel was made");
  const happenedAt = at.toISOString();
  const delivered = status === "delivered" ? { deliveredAt: happenedAt, shipmentStatus: "delivered" } : {};
  return {
    fulfillments: [{ ...parcel, ...delivered, updatedAt: happenedAt }],
    events: [{ ...first, id, status, happenedAt, updatedAt: happenedAt }],
  };
}
