import type { OrderIssue, Outreach } from "@prisma/client";
import type { Evidence, IssueContent, IssueKind, Traits } from "#app/care/detect/issue.ts";
import type { OutreachStage, OutreachState, Reason } from "#app/care/decide/outreach.ts";
import { timedId } from "#app/lib/timed-id.ts";
import { sealJson, type ShopKeys } from "#app/shop/seal.ts";
import { systemPrisma } from "#app/system-db.server.ts";

export type GivenIssue = Partial<
  Omit<OrderIssue, "id" | "shopId" | "orderId" | "kind" | "traits" | "sealed">
> & {
  orderId: string;
  kind?: IssueKind;
  traits?: Traits;
  evidence?: Evidence[];
  stakes?: IssueContent["stakes"];
};

const OPENED = new Date("2026-11-20T09:00:00.000Z");

/** What an issue rests on, as its rule writes it. */
export const anEvidence = (given: Partial<Evidence> = {}): Evidence => ({
  id: "fulfillment:12:lastEventAt",
  label: "Last word of the carrier",
  value: "2026-11-12T07:00:00.000Z",
  kind: "date",
  source: { entity: "fulfillment", id: "12", field: "lastEventAt" },
  observedAt: OPENED.toISOString(),
  ...given,
});

/** An open issue of an order, written directly. */
export async function makeIssue(keys: ShopKeys, given: GivenIssue): Promise<OrderIssue> {
  const { evidence = [anEvidence()], stakes = [], traits = {}, ...rest } = given;
  const openedAt = given.openedAt ?? OPENED;
  const id = timedId(openedAt.getTime());
  const content: IssueContent = { evidence, stakes };
  return systemPrisma.orderIssue.create({
    data: {
      ...{ id, shopId: keys.shopId, kind: "stalled", subject: "order", status: "open", severity: 2 },
      ...{ knownSince: openedAt, openedAt, changedAt: openedAt },
      ...rest,
      traits,
      sealed: sealJson(keys, `order_issues.sealed:${id}`, content),
    },
  });
}

export type GivenOutreach = Partial<
  Omit<Outreach, "id" | "shopId" | "issueId" | "orderId" | "kind" | "stage" | "state" | "reasons">
> & {
  issue: Pick<OrderIssue, "id" | "orderId" | "kind">;
  stage?: OutreachStage;
  state?: OutreachState;
  reasons?: Reason[];
};

/** What was decided of an issue, written directly: by default a first word that waits for a person. */
export async function makeOutreach(keys: ShopKeys, given: GivenOutreach): Promise<Outreach> {
  const { issue, reasons = [], ...rest } = given;
  const decidedAt = given.decidedAt ?? OPENED;
  return systemPrisma.outreach.create({
    data: {
      ...{ id: timedId(decidedAt.getTime()), shopId: keys.shopId },
      ...{ issueId: issue.id, orderId: issue.orderId, kind: issue.kind },
      ...{ stage: "first", state: "waiting", decidedAt, changedAt: decidedAt },
      ...rest,
      reasons,
    },
  });
}
