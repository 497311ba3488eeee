import type { Fact } from "#app/care/draft/draft.ts";
import type { OrderSheet } from "#app/care/draft/facts/order-facts.ts";
import { formatDate, localDay, type Format } from "#app/care/draft/format-value.ts";
import type { IssueToTell } from "#app/care/draft/issue-to-tell.ts";
import type { DraftOrder } from "#app/care/draft/order-situation.ts";
import { fnv1a } from "#app/lib/fnv1a.ts";
import type { Evidence } from "#app/care/detect/issue.ts";

/** What an issue brings beside its order's own facts, by what a sentence says of it. */
export const issueFactKeys = [
  "neededBy",
  "shipOn",
  "shippedOn",
  "receivedOn",
  "promisedOn",
  "changedOn",
  "payment",
  "address",
  "on",
  "said",
] as const;
export type IssueFactKey = (typeof issueFactKeys)[number];

/** An issue as the plan reads it. */
export type IssueSheet = Pick<IssueToTell, "kind" | "stage"> & {
  order: OrderSheet;
  /** Of two orders that look alike, the other one. */
  other: OrderSheet | null;
  /** Whether the day it is needed by is over. */
  missed: boolean;
  /** Whether the carrier has said something of the parcel since it was found. */
  movedOn: boolean;
  /** Null where nothing shows it. */
  ids: Record<IssueFactKey, string | null>;
};

type About = {
  format: Format;
  /** Those that are shown to be the shopper's. */
  orders: readonly OrderSheet[];
  records: readonly DraftOrder[];
  now: Date;
};
type Shown = { key: IssueFactKey } & Omit<Fact, "id" | "needs">;

/**
 * What is told of an issue as facts: its days from the evidence, what of the order it turns on, and what we wrote of it before. Null without
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
  const facts = shown.map(({ key, ...fact }): Fact => ({
    ...fact,
    id: `issue:${issue.id}:${key}`,
    ...{ needs: "address_match", proof: order.proof, order: order.orderId },
  }));
  const ids = Object.fromEntries(
    issueFactKeys.map((key) => [
      key,
      shown.some((one) => one.key === key) ? `issue:${issue.id}:${key}` : null,
    ]),
  ) as IssueSheet["ids"];
  const needed = shown.find(({ key }) => key === "neededBy")?.raw;
  const today = localDay(now.toISOString(), format.timeZone);
  const isOther = ({ orderId }: OrderSheet) => orderId !== issue.orderId;
  return {
    facts,
    sheet: {
      ...{ kind: issue.kind, stage: issue.stage, order, ids },
      other: issue.kind === "placed_twice" ? (orders.find(isOther) ?? null) : null,
      missed: needed !== undefined && needed < today,
      movedOn: hasMovedOn(issue, order),
    },
  };
}

function hasMovedOn({ evidence }: IssueToTell, { lastEvent }: OrderSheet): boolean {
  const known = evidence
    .filter(({ id, kind }) => kind === "date" && /:last(?:Event)?At$/u.test(id))
    .map(({ value }) => Date.parse(value));
  return lastEvent !== null && known.length > 0 && Date.parse(lastEvent.at) > Math.max(...known);
}

/** Which evidence names which day, by its record and the end of its id: what detection found is cited, not found anew. */
const DAYS: { key: IssueFactKey; label: string; of: RegExp; named: RegExp }[] = [
  { key: "neededBy", label: "Needed by", of: /^order$/u, named: /needed/iu },
  {
    key: "shipOn",
    label: "Planned day of shipping",
    of: /order$/u,
    named: /fulfillAt|shipOn|shipBy|planned/iu,
  },
  {
    key: "shippedOn",
    label: "Marked as shipped",
    of: /^fulfillment$/u,
    named: /createdAt|shippedAt|labelAt/iu,
  },
  { key: "receivedOn", label: "Return received", of: /^return$/u, named: /receivedAt|closedAt/iu },
  {
    key: "promisedOn",
    label: "Refund promised",
    of: /^(?:promise|message)$/u,
    named: /madeAt|sentAt|promised/iu,
  },
  { key: "changedOn", label: "Order changed", of: /^(?:order|refund)$/u, named: /editedAt|changedAt/iu },
];

function evidenceFacts({ evidence }: IssueToTell, format: Format): Shown[] {
  const says = ({ id, kind, source }: Evidence, { of, named }: (typeof DAYS)[number]) =>
    kind === "date" && of.test(source.entity) && named.test(id.slice(id.lastIndexOf(":") + 1));
  return DAYS.flatMap((day) => {
    const found = evidence.find((one) => says(one, day));
    if (!found) return [];
    const { value, source, observedAt } = found;
    return [{ key: day.key, label: day.label, ...dayOf(value, format), source, observedAt }];
  });
}

/** What of the order nobody is told, and the message turns on all the same: when it changes, the message is not true any more. */
function recordFacts({ kind }: IssueToTell, order: DraftOrder, now: Date): Shown[] {
  const observedAt = new Date(order.updatedAt ?? now).toISOString();
  const shown = (
    key: IssueFactKey,
    label: string,
    given: Pick<Fact, "value" | "raw"> & { field: string },
  ) => {
    const { field, ...value } = given;
    return [
      {
        key,
        label,
        kind: "text" as const,
        ...value,
        source: { entity: "order", id: order.id, field },
        observedAt,
      },
    ];
  };
  if (kind === "payment_pending") {
    const status = (order.financialStatus ?? "unknown").toLowerCase();
    return shown("payment", "Payment", { value: status, raw: status, field: "financialStatus" });
  }
  if (kind === "bad_address") {
    const { address1, zip, city } = order.shippingAddress ?? {};
    const raw = String(fnv1a([address1, zip, city].join("|").toLowerCase()));
    return shown("address", "Delivery address", { value: "as on record", raw, field: "shippingAddress" });
  }
  return [];
}

function toldBefore({ before }: IssueToTell, format: Format, now: Date): Shown[] {
  if (!before) return [];
  const about = (field: string) => ({
    source: { entity: "message", id: before.id, field },
    observedAt: now.toISOString(),
  });
  const on: Shown = {
    key: "on",
    label: "Told on",
    ...dayOf(before.at.toISOString(), format),
    ...about("at"),
  };
  const { said } = before;
  return said === null
    ? [on]
    : [on, { key: "said", label: "Told", value: said, kind: "text", raw: said, ...about("text") }];
}

/** A day that is a day already is in no zone of its own. */
function dayOf(iso: string, format: Format): Pick<Fact, "value" | "kind" | "raw"> {
  const isDay = /^\d{4}-\d{2}-\d{2}$/u.test(iso);
  const at = isDay ? `${iso}T12:00:00Z` : iso;
  const written = isDay ? { ...format, timeZone: "UTC" } : format;
  return { value: formatDate(at, written), kind: "date", raw: localDay(at, written.timeZone) };
}
