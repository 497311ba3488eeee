import type { OrderIssue, Outreach } from "@prisma/client";
import { contactOfOrder } from "#app/care/decide/contact-of-order.server.ts";
import { outreachStageSchema } from "#app/care/decide/outreach.ts";
import { issueContentSchema, issueKindSchema, type Evidence } from "#app/care/detect/issue.ts";
import type { DraftInput } from "#app/care/draft/compose-draft.ts";
import type { ToldIssue } from "#app/care/draft/draft.ts";
import { gatherRaised } from "#app/care/draft/gather-raised.server.ts";
import { gatherShop } from "#app/care/draft/gather-shop.server.ts";
import { matterOfIssue } from "#app/care/draft/issue-to-tell.ts";
import { readToldIssue } from "#app/care/draft/outreach/read-told-issue.server.ts";
import { unaskedInput } from "#app/care/draft/outreach/unasked-input.ts";
import { readStaffFacts } from "#app/conversation/read-staff-facts.server.ts";
import { sqlOf, type Tx } from "#app/db.server.ts";
import type { MirroredOrder } from "#app/mirror/order.ts";
import { readMirroredAt } from "#app/mirror/read-mirrored-at.server.ts";
import { readOrders } from "#app/mirror/read-orders.server.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";

export type GatheredOutreach = {
  input: DraftInput;
  outreach: Outreach;
  issue: OrderIssue;
  order: MirroredOrder;
  contact: { name: string; address: string };
  /** Every order that the message may tell of. */
  orderIds: string[];
};
type Wanted = {
  outreachId: string;
  /** Where it is told; null: nothing was written of the issue yet. */
  conversationId: string | null;
  now: Date;
  hint?: string | undefined;
  /** The draft of it that is looked at again. */
  own?: string | undefined;
};
const NOTHING_OWED = { promises: [], claims: [] };

export type Gathered = GatheredOutreach | "gone" | "no_address";

/** Everything that the message about an order problem is made from, read in the caller's transaction. */
export async function gatherOutreach(tx: Tx, keys: ShopKeys, wanted: Wanted): Promise<Gathered> {
  const { outreachId, conversationId, now, hint, own } = wanted;
  const outreach = await tx.outreach.findUnique({ where: { id: outreachId } });
  const issue = outreach && (await tx.orderIssue.findUnique({ where: { id: outreach.issueId } }));
  const [order] = issue ? await readOrders(tx, keys, [issue.orderId]) : [];
  if (!outreach || !issue || !order) return "gone";
  const known = await contactOfOrder(tx, keys, order);
  if (!known) return "no_address";
  const contact = { name: order.customer?.name ?? "", address: known.address };
  const sealed = { context: `order_issues.sealed:${issue.id}` as const, bytes: issue.sealed };
  const { evidence } = openJson(keys, sealed, issueContentSchema);
  const others = await readOrders(tx, keys, othersIn(evidence, order.id));
  const raised = conversationId ? await gatherRaised(tx, keys, { conversationId, now, own }) : NOTHING_OWED;
  const kind = issueKindSchema.parse(issue.kind);
  const told = toldOf(outreach, { subject: issue.subject });
  const orderIds = [order.id, ...others.map(({ id }) => id)];
  return {
    ...{ outreach, issue, order, contact, orderIds },
    input: unaskedInput({
      ...{ shop: await gatherShop(tx, keys.shopId), contact, order, others, now, hint },
      ...{ purpose: "outreach", outreach: told, intent: matterOfIssue[kind], seed: issue.id },
      facts: {
        issue: {
          ...{ id: issue.id, orderId: order.id, kind, subject: issue.subject, stage: told.stage, evidence },
          before: await readToldIssue(tx, keys, issue.id),
        },
        raised: { ...raised, orders: [] },
        mirroredAt: await readMirroredAt(sqlOf(tx), keys.shopId, orderIds),
        said: conversationId ? await readStaffFacts(tx, keys, conversationId) : [],
      },
    }),
  };
}

function toldOf(outreach: Outreach, { subject }: { subject: string }): ToldIssue {
  const { id, issueId, orderId, news } = outreach;
  return {
    ...{ outreachId: id, issueId, orderId, subject, news },
    kind: issueKindSchema.parse(outreach.kind),
    stage: outreachStageSchema.parse(outreach.stage),
  };
}

const othersIn = (evidence: readonly Evidence[], own: string): string[] => [
  ...new Set(
    evidence.flatMap(({ source }) => (source.entity === "order" && source.id !== own ? [source.id] : [])),
  ),
];
