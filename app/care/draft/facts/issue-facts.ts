import type { Fact } from "#app/care/draft/draft.ts";
import { evidenceFacts } from "#app/care/draft/facts/evidence-facts.ts";
import type { OrderSheet } from "#app/care/draft/facts/order-facts.ts";
import { formatDate, localDay, type Format } from "#app/care/draft/format-value.ts";
import type { IssueToTell } from "#app/care/draft/issue-to-tell.ts";
import type { DraftOrder } from "#app/care/draft/order-situation.ts";
import { fnv1a } from "#app/lib/fnv1a.ts";

/** What an issue brings beside its order's own facts, by what a sentence says of it. */
const singleKeys = [
  "neededBy",
  "shipBy",
  "shipOn",
  "shippedOn",
  "eta",
  "exception",
  "exceptionAt",
  "returned",
  "addressFault",
  "payment",
  "address",
  "on",
  "said",
] as const;
type SingleKey = (typeof singleKeys)[number];
export type IssueFactKey = SingleKey | "removed";

/** An issue as the plan reads it. */
export type IssueSheet = Pick<IssueToTell, "kind" | "stage"> & {
  order: OrderSheet;
  /** Of two orders that look alike, the other one. */
  other: OrderSheet | null;
  /** Whether the day that it is about (needed by, expected by the carrier) is over. */
  missed: boolean;
  /** Whether the record has gone on since it was found: another word of the carrier, a refund after the return. */
  movedOn: boolean;
  /** Null where nothing shows it; of several, such as items, all of them. */
  ids: Record<SingleKey, string | null> & { removed: string[] };
  /** The status words among them. */
  raw: { exception: string | null; addressFault: string | null; payment: string | null };
};

type About = {
  format: Format;
  /** Those that are shown to be the shopper's. */
  orders: readonly OrderSheet[];
  records: readonly DraftOrder[];
  now: Date;
};
export type ShownOfIssue = { key: IssueFactKey } & Omit<Fact, "id" | "needs">;

/**
 * What is told of an issue as facts: what its evidence says, what of the order it turns on, and what we wrote of it before. Null without
 * the order, or where it is not shown to be the shopper's.
 */
export function issueFacts(
  issue: IssueToTell,
  { format, orders, records, now }: About,
): { facts: Fact[]; sheet: IssueSheet } | null {
  const order = orders.find(({ orderId }) => orderId === issue.orderId);
  const record = records.find(({ id }) => id === issue.orderId);
  if (!order || !record) return null;
  const shown = [
    ...evidenceFacts(issue, format),
    ...recordFacts(issue, record, now),
    ...toldBefore(issue, format, now),
  ];
  const of = (key: IssueFactKey) => shown.filter((one) => one.key === key);
  const facts = shown.map((one): Fact => {
    const { key, ...fact } = one;
    const id = `issue:${issue.id}:${key === "removed" ? `removed${of(key).indexOf(one)}` : key}`;
    return { ...fact, id, ...{ needs: "address_match", proof: order.proof, order: order.orderId } };
  });
  const idOf = (key: IssueFactKey) => (of(key).length > 0 ? `issue:${issue.id}:${key}` : null);
  const ids = Object.fromEntries(singleKeys.map((key) => [key, idOf(key)])) as Record<
    SingleKey,
    string | null
  >;
  const rawOf = (key: IssueFactKey) => of(key)[0]?.raw ?? null;
  const day = rawOf("neededBy") ?? etaOf(order, format) ?? rawOf("eta");
  const isOther = ({ orderId }: OrderSheet) => orderId !== issue.orderId;
  return {
    facts,
    sheet: {
      ...{ kind: issue.kind, stage: issue.stage, order },
      ids: { ...ids, removed: of("removed").map((_, at) => `issue:${issue.id}:removed${at}`) },
      raw: { exception: rawOf("exception"), addressFault: rawOf("addressFault"), payment: rawOf("payment") },
      other: issue.kind === "placed_twice" ? (orders.find(isOther) ?? null) : null,
      missed: day !== null && day < localDay(now.toISOString(), format.timeZone),
      movedOn: hasMovedOn(issue, { order, record }),
    },
  };
}

function etaOf({ parcel }: OrderSheet, { timeZone }: Format): string | null {
  const eta = parcel?.estimatedDeliveryAt;
  return eta ? localDay(eta, timeZone) : null;
}

function hasMovedOn(
  { evidence, kind }: IssueToTell,
  { order, record }: { order: OrderSheet; record: DraftOrder },
): boolean {
  const times = (ends: RegExp) =>
    evidence.filter((one) => one.kind === "date" && ends.test(one.id)).map(({ value }) => Date.parse(value));
  if (kind === "return_unsettled") {
    const closed = Math.max(...times(/^return:.*:closedAt$/u));
    return record.refunds.some(({ at }) => Date.parse(at ?? "") > closed);
  }
  const known = times(/^fulfillment:.*:lastAt$/u);
  const { lastEvent } = order;
  if (lastEvent === null) return false;
  return known.length === 0 ? SILENT.has(kind) : Date.parse(lastEvent.at) > Math.max(...known);
}

/** Found where the carrier had said nothing at all. */
const SILENT: ReadonlySet<IssueToTell["kind"]> = new Set(["not_picked_up"]);

/** What of the order nobody is told, and the message turns on all the same: when it changes, the message is not true any more. */
function recordFacts({ kind }: IssueToTell, order: DraftOrder, now: Date): ShownOfIssue[] {
  const observedAt = new Date(order.updatedAt ?? now).toISOString();
  const shown = (
    key: IssueFactKey,
    given: Pick<Fact, "label" | "value" | "raw"> & { field: string },
  ): ShownOfIssue[] => {
    const { field, ...value } = given;
    const source = { entity: "order", id: order.id, field };
    return [{ key, kind: "text", ...value, source, observedAt }];
  };
  if (kind === "payment_pending") {
    const status = (order.financialStatus ?? "unknown").toLowerCase();
    return shown("payment", { label: "Payment", value: status, raw: status, field: "financialStatus" });
  }
  if (kind === "bad_address") {
    const { address1, zip, city } = order.shippingAddress ?? {};
    const raw = String(fnv1a([address1, zip, city].join("|").toLowerCase()));
    return shown("address", {
      label: "Delivery address",
      value: "as on record",
      raw,
      field: "shippingAddress",
    });
  }
  return [];
}

function toldBefore({ before }: IssueToTell, format: Format, now: Date): ShownOfIssue[] {
  if (!before) return [];
  const at = before.at.toISOString();
  const about = (field: string) => ({
    source: { entity: "message", id: before.id, field },
    observedAt: now.toISOString(),
  });
  const on: ShownOfIssue = {
    ...{ key: "on", label: "Told on", value: formatDate(at, format), kind: "date" },
    ...{ raw: localDay(at, format.timeZone), ...about("at") },
  };
  const { said } = before;
  return said === null
    ? [on]
    : [on, { key: "said", label: "Told", value: said, kind: "text", raw: said, ...about("text") }];
}
