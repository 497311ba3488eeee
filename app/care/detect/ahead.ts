import { dayOf, type Day } from "#app/lib/local-day.ts";
import type { Evidence, Seen } from "#app/care/detect/issue.ts";
import { evidence, says } from "#app/care/detect/evidence.ts";
import { folded, namesChosenDay, namesLeaving } from "#app/care/understand/leaving-words.ts";
import { openParts } from "#app/care/detect/order-state.ts";
import { timeOf } from "#app/care/detect/parcel.ts";
import { plain } from "#app/care/understand/shipments.ts";
import { meantDay, writtenDays } from "#app/care/understand/written-days.ts";
import { days } from "#app/lib/duration.ts";
import type { MirroredOrder } from "#app/mirror/order.ts";

/** An order of what the shop cannot ship at once. `day`: when it was to leave; null where nothing says so. */
export type Ahead = {
  day: Day | null;
  evidence: Evidence[];
  /** Nothing but Shopify's schedule says so: the day is the first on which it may leave, and nobody was promised it. */
  onlyScheduled: boolean;
};

/** Words of an order placed ahead, in attributes and titles; folded. Tags are those of the shop's settings. */
const ahead =
  /\bpre-? ?(?:order(?:ed)?|sale|release)\b|\bback-? ?order(?:ed)?\b|\bmade to order\b|vorbestell\w*|vorverkauf|nachbestell\w*|precommande|pre-commande|sur commande|preventa|bajo pedido|preordine|prevendita|su ordinazione|pre-? ?venda|sob encomenda|voorverkoop|予約|受注生産/;
const NEAR = days(30);
/** A fulfillment order can be fulfilled from the hour of the order on: one day more is meant. */
const LATER = days(1);
const FARTHEST = days(400);

/** Several rules ask. */
const known = new WeakMap<Seen, Ahead | "no">();

/** Whether an order was placed ahead; null: it was not. */
export function aheadOf(seen: Seen): Ahead | null {
  let found = known.get(seen);
  if (!found) {
    const [held, said] = [scheduled(seen), stated(seen)];
    found = (held && { ...held, onlyScheduled: !said }) ?? said ?? "no";
    known.set(seen, found);
  }
  return found === "no" ? null : found;
}

/**
 * The day that the shopper was told, where the shop put it off since: then it has slipped before it comes. A day more or less between
 * what a text says and what is scheduled is none.
 */
export function toldBefore(seen: Seen): Ahead | null {
  const [now, told] = [scheduled(seen), stated(seen)];
  if (now?.day == null || told?.day == null || now.day <= told.day + 1) return null;
  return { ...told, evidence: [...told.evidence, ...now.evidence] };
}

/** A part that Shopify holds back until a day; of several the last. */
function scheduled({ order, shop }: Seen): Ahead | null {
  const placed = Date.parse(order.placedAt);
  const parts = openParts(order)
    .map((part) => ({
      id: part.id,
      status: plain(part.status),
      at: timeOf(part.fulfillAt),
      iso: part.fulfillAt,
    }))
    .filter(({ at, status }) => status === "scheduled" || (at !== null && at - placed > LATER))
    .toSorted((one, other) => (other.at ?? 0) - (one.at ?? 0));
  const [last] = parts;
  if (!last) return null;
  return {
    onlyScheduled: true,
    day: last.at === null ? null : dayOf(last.at, shop.timeZone),
    evidence: evidence(order, {
      entity: "fulfillment_order",
      id: last.id,
      key: "fulfillAt",
      label: "To leave on",
      kind: "date",
      field: "fulfillAt",
      value: last.iso,
    }),
  };
}

/** What tags, attributes and titles say. A day counts beside a word that marks the order, or under a name that does. */
function stated({ order, shop }: Seen): Ahead | null {
  const marks: { text: string; field: string; value: string }[] = [];
  for (const tag of order.tags)
    if (isMarked(tag, shop.preorderTags)) marks.push({ text: folded(tag), field: "tags", value: tag });
  for (const { name, value } of order.attributes) {
    const [named, given] = [folded(name), folded(value)];
    const text = `${named}: ${given}`;
    if (ahead.test(text) && !/^(?:no|false|0|)$/.test(given.trim()))
      marks.push({ text, field: "attributes", value });
    else if (namesLeaving(name) && dayIn(order, given) !== null)
      marks.push({ text, field: "attributes", value });
  }
  for (const { title, variantTitle } of order.lines) {
    const text = folded(`${title} ${variantTitle ?? ""}`);
    if (ahead.test(text)) marks.push({ text, field: "lines", value: title });
  }
  if (marks.length === 0) return null;
  const days = marks.map(({ text }) => dayIn(order, text)).filter((day) => day !== null);
  return {
    onlyScheduled: false,
    day: days.length > 0 ? Math.max(...days) : null,
    evidence: marks
      .slice(0, 1)
      .flatMap(({ field, value }) =>
        says(order, { key: "ahead", label: "Ordered ahead", kind: "text", field, value }),
      ),
  };
}

/** "preorder", "Pre-Order: 1 March" and "preorder-2027-03-01" for the shop's tag "preorder". */
function isMarked(tag: string, marks: readonly string[]): boolean {
  const text = tag.trim().toLowerCase();
  return marks.some((mark) => text.startsWith(mark) && !/^[\p{L}\p{N}]/u.test(text.slice(mark.length)));
}

/** The day on which the shopper wants it, where they were asked at the checkout; null where they were not. */
export function chosenDay(order: MirroredOrder): Day | null {
  const found = order.attributes
    .filter(({ name }) => namesChosenDay(name))
    .map(({ value }) => dayIn(order, folded(value)))
    .filter((day) => day !== null);
  return found.length > 0 ? Math.max(...found) : null;
}

/** The first day in a text that can be meant of an order; of two readings the later. A day has no time zone: it is the shop's. */
function dayIn({ placedAt, locale }: MirroredOrder, text: string): Day | null {
  const placed = Date.parse(placedAt);
  for (const { readings } of writtenDays(text, locale ?? "en")) {
    const found = readings
      .map((reading) => meantDay(reading, placed + NEAR))
      .filter((at) => at - placed > -days(1) && at - placed < FARTHEST);
    if (found.length > 0) return Math.max(...found) / days(1);
  }
  return null;
}
