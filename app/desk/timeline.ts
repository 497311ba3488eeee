import type { IssueKind } from "#app/care/detect/issue.ts";
import type { MirroredOrder } from "#app/mirror/order.ts";
import { orderTimeline, secondOf, type TimelineEntry } from "#app/mirror/order-timeline.ts";

type OrderName = { id: string; name: string };

/** One thing on a timeline; `order` is the one it belongs to, where it belongs to one. */
export type TimelineItem = { key: string; at: string; order: OrderName | null } & (
  | { what: "order"; happened: TimelineEntry["what"]; detail: string | null; carrier: string | null }
  /** The carrier's own day of arrival. */
  | { what: "expected"; carrier: string | null }
  /** From one word of the carrier to the next, or to now, nothing was heard for `ms`. */
  | { what: "silence"; carrier: string | null; ms: number; until: string | null }
  | {
      what: "message";
      direction: "in" | "out";
      automatic: boolean;
      conversationId: string;
      text: string;
    }
  | { what: "issue"; happened: "known" | "over" | "dismissed"; issueId: string; kind: IssueKind }
);

export type TimelineMessage = {
  id: string;
  at: string;
  direction: "in" | "out";
  automatic: boolean;
  conversationId: string;
  text: string;
  orderIds: readonly string[];
};

export type TimelineIssue = {
  id: string;
  orderId: string;
  kind: IssueKind;
  status: string;
  knownSince: string;
  resolvedAt: string | null;
};

type Given = {
  orders: readonly MirroredOrder[];
  messages: readonly TimelineMessage[];
  issues: readonly TimelineIssue[];
  now: Date;
};

/** Less than this between two words of a carrier is nothing to speak of. */
const SILENCE_MS = 2 * 86_400_000;

/** What happened to a shopper's orders, what was found of it and what was said, oldest first. */
export function timelineOf({ orders, messages, issues, now }: Given): TimelineItem[] {
  const names = new Map(orders.map(({ id, name }) => [id, { id, name }]));
  const items: TimelineItem[] = [
    ...orders.flatMap((order) => [...happenings(order), ...silences(order, now), ...expectations(order)]),
    ...messages.map((message) => messageItem(message, names)),
    ...issues.flatMap((issue) => issueItems(issue, names.get(issue.orderId) ?? null)),
  ];
  // A sort that keeps what happened to an order in one second in the order it was told.
  return items.toSorted(
    (one, other) => secondOf(one.at) - secondOf(other.at) || RANK[one.what] - RANK[other.what],
  );
}

/** Of one second: what happened, then what was found by it, then what was said of that. */
const RANK: Record<TimelineItem["what"], number> = {
  order: 0,
  silence: 1,
  expected: 1,
  issue: 2,
  message: 3,
};

function happenings(order: MirroredOrder): TimelineItem[] {
  const carriers = new Map(
    order.fulfillments.map(({ id, trackingCompany }) => [id, trackingCompany ?? null]),
  );
  return orderTimeline(order).map(({ at, what, id, detail }, index) => ({
    key: `${order.id}:${what}:${id}:${index}`,
    at,
    order: { id: order.id, name: order.name },
    what: "order",
    happened: what,
    detail,
    carrier: carriers.get(id) ?? null,
  }));
}

/** The day of arrival that a carrier named, once; one that has arrived needs none. */
function expectations({ id, name, fulfillments }: MirroredOrder): TimelineItem[] {
  return fulfillments.flatMap((parcel) =>
    parcel.estimatedDeliveryAt && !parcel.deliveredAt && parcel.status !== "cancelled"
      ? [
          {
            key: `${id}:expected:${parcel.id}`,
            at: parcel.estimatedDeliveryAt,
            order: { id, name },
            what: "expected" as const,
            carrier: parcel.trackingCompany ?? null,
          },
        ]
      : [],
  );
}

/** The stretches of a parcel's journey in which its carrier said nothing. Placed where they begin. */
function silences(order: MirroredOrder, now: Date): TimelineItem[] {
  return order.fulfillments.flatMap((parcel) => {
    if (parcel.status === "cancelled") return [];
    const heard = [...(parcel.createdAt ? [parcel.createdAt] : []), ...parcel.events.map(({ at }) => at)]
      .map((at) => Date.parse(at))
      .toSorted((one, other) => one - other);
    const under = parcel.deliveredAt || order.cancelledAt ? [] : [now.getTime()];
    const times = [...heard, ...under];
    return times.slice(1).flatMap((end, index): TimelineItem[] => {
      const start = times[index] ?? end;
      if (end - start < SILENCE_MS) return [];
      return [
        {
          key: `${order.id}:silence:${parcel.id}:${index}`,
          // A moment after what was heard last, so that it stands behind it.
          at: new Date(start + 1).toISOString(),
          order: { id: order.id, name: order.name },
          what: "silence",
          carrier: parcel.trackingCompany ?? null,
          ms: end - start,
          until: under.includes(end) ? null : new Date(end).toISOString(),
        },
      ];
    });
  });
}

function messageItem(message: TimelineMessage, names: ReadonlyMap<string, OrderName>): TimelineItem {
  const { id, at, direction, automatic, conversationId, text, orderIds } = message;
  const order = orderIds.map((orderId) => names.get(orderId)).find((name) => name !== undefined) ?? null;
  return { key: `message:${id}`, at, order, what: "message", direction, automatic, conversationId, text };
}

function issueItems(issue: TimelineIssue, order: OrderName | null): TimelineItem[] {
  const { id, kind, knownSince, resolvedAt, status } = issue;
  const shared = { order, what: "issue" as const, issueId: id, kind };
  return [
    { ...shared, key: `issue:${id}:known`, at: knownSince, happened: "known" },
    ...(resolvedAt
      ? [
          {
            ...shared,
            key: `issue:${id}:over`,
            at: resolvedAt,
            happened: status === "dismissed" ? ("dismissed" as const) : ("over" as const),
          },
        ]
      : []),
  ];
}
