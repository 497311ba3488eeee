import { z } from "zod";
import { promisedUntil, type ToldFact, type ToldReply } from "#app/care/decide/told-before.ts";
import type { IssueKind } from "#app/care/detect/issue.ts";
import type { Tx } from "#app/db.server.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";

/** What of a sent claim's content the decision needs; all of it is described where it is written, further down the stages. */
const claimsSchema = z.object({
  facts: z.array(z.object({ id: z.string(), kind: z.string(), raw: z.string() })),
});

const NEWEST = 10;

export type SaidOfOrder = {
  /** What people's replies told of the order, newest first. */
  replies: ToldReply[];
  /** The same, with what we told unasked. */
  all: ToldReply[];
  promisedUntil: Date | null;
};

type Asked = {
  orderId: string;
  kind: IssueKind;
  /** Where the issue was told of; null: nowhere yet. */
  conversationId: string | null;
  now: Date;
};

const KEPT_BY_TELLING: ReadonlySet<string> = new Set(["write", "enquiry"]);

/** What was told and promised of an order before: the one ledger of replies and of what was written unasked. */
export async function gatherSaid(
  tx: Tx,
  keys: ShopKeys,
  { orderId, kind, conversationId, now }: Asked,
): Promise<SaidOfOrder> {
  const { shopId } = keys;
  const claims = await tx.sentClaim.findMany({
    where: { shopId, orderId },
    orderBy: { sentAt: "desc" },
    take: NEWEST,
  });
  const unasked = await tx.delivery.findMany({
    where: { shopId, id: { in: claims.map(({ deliveryId }) => deliveryId) }, purpose: "outreach" },
    select: { id: true },
  });
  const promises = await tx.promise.findMany({
    where: { shopId, orderId, keptAt: null, state: "open" },
    select: { kind: true, dueAt: true, conversationId: true },
  });
  // That they will hear from us about it is kept by telling them, where that was promised.
  const running = promises.filter(
    (one) => !(one.conversationId === conversationId && KEPT_BY_TELLING.has(one.kind)),
  );
  const told = claims.map(({ id, sealed, sentAt, deliveryId }) => {
    const content = { context: `sent_claims.sealed:${id}` as const, bytes: sealed };
    const facts: ToldFact[] = openJson(keys, content, claimsSchema).facts;
    return { at: sentAt, facts, unasked: unasked.some((one) => one.id === deliveryId) };
  });
  return {
    replies: told.filter((one) => !one.unasked),
    all: told,
    promisedUntil: promisedUntil(kind, running, now),
  };
}
