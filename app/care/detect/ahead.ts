import { dayOf, type Day } from "#app/care/detect/local-day.ts";
import type { Evidence, Seen } from "#app/care/detect/issue.ts";
import { evidence, says } from "#app/care/detect/evidence.ts";
import { openParts } from "#app/care/detect/order-state.ts";
import { timeOf } from "#app/care/detect/parcel.ts";
import { fold } from "#app/care/understand/fold.ts";
import { plain } from "#app/care/understand/shipments.ts";
import { meantDay, writtenDays } from "#app/care/understand/written-days.ts";
import { days } from "#app/lib/duration.ts";
import type { MirroredOrder } from "#app/mirror/order.ts";

/** An order of what the shop cannot ship at once. `day`: when it was to leave; null where nothing says so. */
export type Ahead = { day: Day | null; evidence: Evidence[] };

/** Words of an order placed ahead, in attributes and titles; folded. Tags are those of the shop's settings. */
const ahead =
  /\bpre-? ?(?:order(?:ed)?|sale|release)\b|\bback-? ?order(?:ed)?\b|\bmade to order\b|vorbestell\w*|vorverkauf|nachbestell\w*|precommande|pre-commande|sur commande|preventa|bajo pedido|preordine|prevendita|su ordinazione|pre-? ?venda|sob encomenda|voorverkoop|予約|受注生産/;
/** Names of attributes whose day is the day on which it leaves. */
const leaves =
  /\b(?:ships?|shipping|shipped|dispatch(?:es|ed)?|despatch|release[ds]?|available|availability|in stock|expected|sends?) ?(?:date|day|on|from|by|again)?\b|versand\w*|verfugbar|lieferbar|erscheint|erscheinung\w*|expedition|disponib\w*|envio|spedizion\w*|data di uscita|verzend\w*|leverbaar|envio previsto|発送|発売/;
/** Names of attributes in which the shopper chose the day of the delivery. */
const chosen =
  /\b(?:deliver(?:y|ed)?|arrival|pick-? ?up|collection)\b.{0,12}\b(?:date|day|on)\b|wunsch\w*(?:termin|datum|tag)|liefer(?:termin|datum|tag)|(?:date|jour) de (?:livraison|retrait)|fecha de (?:entrega|recogida)|data (?:di consegna|de entrega|di ritiro)|(?:bezorg|lever|afhaal)(?:datum|dag|moment)|お届け(?:希望)?日|配達(?:希望)?日|配送(?:希望)?日/;

/** Apps put whole documents into attributes; what marks an order stands at the beginning. */
const LONGEST = 300;
const folded = (text: string): string => fold(text.slice(0, LONGEST)).replaceAll("_", " ");

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
    found = scheduled(seen) ?? stated(seen) ?? "no";
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
  return { day: told.day, evidence: [...told.evidence, ...now.evidence] };
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
    else if (leaves.test(named) && !chosen.test(named) && dayIn(order, given) !== null)
      marks.push({ text, field: "attributes", value });
  }
  for (const { title, variantTitle } of order.lines) {
    const text = folded(`${title} ${variantTitle ?? ""}`);
    if (ahead.test(text)) marks.push({ text, field: "lines", value: title });
  }
  if (marks.length === 0) return null;
  const days = marks.map(({ text }) => dayIn(order, text)).filter((day) => day !== null);
  return {
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
    .filter(({ name }) => chosen.test(folded(name)))
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
