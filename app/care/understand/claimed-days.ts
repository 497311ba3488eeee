import { days } from "#app/lib/duration.ts";
import type { ClaimWords } from "./claim-words/claim-words.ts";
import {
  orderFact,
  silent,
  type ClaimRecord,
  type Evidence,
  type Finding,
  type Stated,
} from "./claim-record.ts";
import type { Sentence } from "./fold.ts";
import { smallNumber } from "./number-words.ts";
import type { RecordedOrder } from "./record-events.ts";
import { deliveredAt } from "./shipments.ts";
import { isDayOf, writtenDays, type WrittenDay } from "./written-days.ts";

/** When the order was placed, announced and delivered, as the sentence states it by days or a length of time. */
export function claimedDays({ folded }: Sentence, words: ClaimWords, record: ClaimRecord): Stated[] {
  const stated = agoIn(folded, words, record);
  const written = writtenDays(folded, record.language);
  if (written.length === 0) return stated;
  const days = written.filter(({ at }) => !TODAY_IS.test(folded.slice(0, at))).slice(0, MOST_DAYS);
  const readings = readingsIn(folded, words, days);
  const chosen = chosenOf(readings);
  return [...stated, ...chosen.map((reading) => statedAs(reading, readings, record))];
}

type Kind = "ordered_on" | "expected_on" | "delivered_on";
const kinds: readonly Kind[] = ["ordered_on", "expected_on", "delivered_on"];
const said: Record<Kind, string> = {
  ordered_on: "ordered on",
  expected_on: "it was announced for",
  delivered_on: "it was delivered on",
};

const MOST_DAYS = 6;
/** How many characters apart two words may be and still be about equally near to a day. */
const NEAR = 12;
/** What a word in another clause is further away than any in the same one; the clause before is nearer than the one after. */
const ELSEWHERE = 1000;
const AFTER = 50;
/** What a word that only helps another, or names the order, is further away than the verb beside it. */
const WEAK = 20;

/** "Until today" announces nothing, and "today is 21 November" is no claim. */
const UNTIL_NOW =
  /(?<!\p{L})(?:(?:up )?to|until|till?|by|as of|bis|bis zum|hasta|hasta el dia de|jusqu'a|jusqu'|jusqu'a ce|ate|ate ao dia de|fino ad?|tot(?: en met| op)?|pana|fram till|(?:anda )?tills?|do|до) ?(?:today|now|date|heute|heutigen tag|jetzt|dato|hoy|ahora|la fecha|aujourd'hui|maintenant|present|jour|hoje|agora|oggi|ora|adesso|vandaag|nu|heden|dzis\p{L}*|teraz|azi|astazi|acum|i ?dag|сегодня\p{L}*|сьогодн\p{L}*)(?!\p{L})/gu;
const TODAY_IS =
  /(?<!\p{L})(?:(?:until|till|bis|hasta|jusqu'a|ate|fino ad?|tot|do) )?(?:today|heute|hoy|aujourd'hui|hoje|oggi|vandaag|dzis\p{L}*|azi|astazi|i ?dag|сегодня|сьогодні|आज|今日は?)(?: is(?: already)?| ist(?: schon| bereits)?| es(?: ya)?| estamos a| c'est| nous sommes| e(?: gia| ja)?| jest| este| ar(?: det)?|(?<=(?:until|till|bis|hasta|jusqu'a|ate|fino ad?|tot|do) \S+),?|(?<=\p{Script=Cyrillic}|आज|今日は?))(?: the| der| den| el| le| il| de)? ?$/u;
/** These make a day the announced one only right before it, with no more than an article and a weekday between. */
const BEFORE_A_DAY = /^(?:by|bis|para|pour|entro)$/;
const RIGHT_BEFORE = /^ (?:(?:zum|den|dem|the|el|le|la|il|o|dia) )?(?:\p{L}{3,},? (?:den |the |el |le )?)?$/u;
/** A day of the month alone is read with the preposition before it. */
const PREPOSITION = /^(?:on|by|before|for|until|since|am|bis(?: zum)?|zum|vom|seit dem|(?:fur|auf) den) /;
const HELPING = /^(?:hatte\p{L}*|had|sa)$/u;
const NAMING =
  /^(?:bestellung\p{L}*|auftrag|pedidos?|compras?|encomendas?|bestelling|ordin[ei]|zamowieni\p{L}*|bestallning\p{L}*)$/u;
const OWN = /(?<!\p{L})(?:my|the|this|our|your|ma|la|cette|votre|notre|mon|min|mia)\s$/u;
/** Between the name of an order and the day it was placed: "my order #12 of". */
const PLACED =
  /^\s?(?:(?:nr\.? |no\.? )?[#\d][\w-]*\s)?(?:vom|of|from|du|del|de|do dia|van|z|от|від|din|fran)\s(?:the\s|den\s)?$/u;

const AND: Record<string, string> = {
  en: "and|but",
  de: "und|aber|doch",
  es: "y|e|pero",
  fr: "et|mais",
  pt: "e|mas",
  it: "e|ed|ma",
  nl: "en|maar",
  pl: "i|a|ale",
  ro: "si|dar|iar",
  sv: "och|men",
  ru: "и|а|но",
  uk: "і|и|та|а|але",
  hi: "और|लेकिन",
};

type Keyword = { kind: Kind; word: string; at: number; end: number; clause: number };
/** A day by the nearest word of one kind; `apart` counts characters. */
type Reading = { day: WrittenDay; kind: Kind; apart: number; here: boolean };

/** Every kind each day may be of, a word in its own clause before any other. */
function readingsIn(folded: string, words: ClaimWords, days: WrittenDay[]): Reading[] {
  const breaks = clauseBreaks(folded, words.language, days);
  const clauseOf = (at: number) => breaks.filter((one) => one < at).length;
  const keywords = keywordsIn(folded, words, clauseOf);
  return days.flatMap((day) => {
    const clause = clauseOf(day.at);
    const readings = kinds.flatMap((kind) => {
      const apart = Math.min(
        ...keywords.filter((one) => one.kind === kind).map((one) => distance(folded, { day, clause }, one)),
      );
      return Number.isFinite(apart) ? [{ day, kind, apart, here: apart < ELSEWHERE }] : [];
    });
    const here = readings.filter((reading) => reading.here);
    return here.length > 0 ? here : readings;
  });
}

function keywordsIn(folded: string, words: ClaimWords, clauseOf: (at: number) => number): Keyword[] {
  const text = folded.replace(UNTIL_NOW, (phrase) => " ".repeat(phrase.length));
  const patterns = { ordered_on: words.ordered, expected_on: words.expected, delivered_on: words.arrived };
  return kinds.flatMap((kind) =>
    [...text.matchAll(new RegExp(patterns[kind], "gu"))].map(({ 0: word, index: at }) => ({
      kind,
      word,
      at,
      end: at + word.length,
      clause: clauseOf(at),
    })),
  );
}

/** Where a clause ends: a comma within or right before a day ("Friday, 7 November") ends none. */
function clauseBreaks(folded: string, language: string, days: WrittenDay[]): number[] {
  const and = AND[language];
  const pattern = new RegExp(
    String.raw`[;、，；]|,(?!\d)${and ? String.raw`|(?<!\p{L})(?:${and})(?!\p{L})` : ""}`,
    "gu",
  );
  return [...folded.matchAll(pattern)]
    .filter(
      ({ 0: sign, index: at }) =>
        !days.some((day) => at < day.at + day.text.length && (sign === "," ? at + 2 : at) >= day.at),
    )
    .map(({ index }) => index);
}

function distance(
  folded: string,
  { day, clause }: { day: WrittenDay; clause: number },
  keyword: Keyword,
): number {
  const dayEnd = day.at + day.text.length;
  const before = keyword.end <= day.at;
  const limited = BEFORE_A_DAY.test(keyword.word);
  const within = limited && keyword.at === day.at;
  const gap = within ? 0 : before ? day.at - keyword.end : keyword.at - dayEnd;
  if (gap < 0) return Infinity;
  if (limited && !within && !RIGHT_BEFORE.test(folded.slice(keyword.end, Math.max(keyword.end, day.at))))
    return Infinity;
  const away = Math.abs(clause - keyword.clause) * ELSEWHERE + (keyword.clause > clause ? AFTER : 0);
  if (keyword.kind === "ordered_on" && before && PLACED.test(folded.slice(keyword.end, day.at))) return away;
  const named = NAMING.test(keyword.word) || OWN.test(folded.slice(0, keyword.at));
  const weak = HELPING.test(keyword.word) || (keyword.kind === "ordered_on" && named);
  return away + gap + (weak ? WEAK : 0);
}

/** Each kind once: words in the clause of the day first, as many days as can be and as near as can be. */
function chosenOf(readings: Reading[]): Reading[] {
  const chosen = best(
    readings.filter(({ here }) => here),
    kinds,
  ).readings;
  for (const reading of readings) {
    const taken = chosen.some(({ kind, day }) => kind === reading.kind || day === reading.day);
    if (!reading.here && belongs(reading, readings) && !taken) chosen.push(reading);
  }
  return chosen;
}

type Choice = { readings: Reading[]; worth: number };

function best(readings: Reading[], [kind, ...others]: readonly Kind[]): Choice {
  if (!kind) return { readings: [], worth: 0 };
  const choices = [best(readings, others)];
  for (const reading of readings.filter((one) => one.kind === kind)) {
    const rest = best(
      readings.filter(({ day }) => day !== reading.day),
      others,
    );
    choices.push({
      readings: [reading, ...rest.readings],
      worth: rest.worth + ELSEWHERE - reading.apart,
    });
  }
  return choices.reduce((one, other) => (other.worth > one.worth ? other : one));
}

/** A conflict is none when a word about as near, or another day by the same word, would not conflict. */
function statedAs(reading: Reading, readings: Reading[], record: ClaimRecord): Stated {
  const { day, kind } = reading;
  const found = compare(day, onRecord(kind, record));
  const otherwise = readings.filter((other) =>
    other.day === day
      ? other.kind !== kind && (!reading.here || other.apart - reading.apart <= NEAR)
      : other.kind === kind && belongs(other, readings),
  );
  const open = otherwise.some(
    (other) => compare(other.day, onRecord(other.kind, record)).verdict !== "conflicts",
  );
  return {
    kind,
    claim: `${said[kind]} ${day.text.replace(PREPOSITION, "")}`,
    ...found,
    ...(found.verdict === "conflicts" && open ? { verdict: "unknown" } : {}),
  };
}

const belongs = (reading: Reading, readings: Reading[]): boolean =>
  !readings.some(({ day, apart }) => day === reading.day && apart < reading.apart);

function onRecord(kind: Kind, { order }: ClaimRecord): Dated[] | null {
  if (!order) return null;
  if (kind === "expected_on") return announced(order);
  if (kind === "delivered_on") return arrivals(order);
  return [{ at: order.placedAt, shows: orderFact(order, `placed ${order.placedAt}`) }];
}

function agoIn(folded: string, words: ClaimWords, record: ClaimRecord): Stated[] {
  const ordered = words.ordered.test(folded);
  if (!ordered && !words.paid.test(folded)) return [];
  const length = daysAgo(folded, words);
  if (!length) return [];
  const found = placedAgo(length, record);
  const claim = `${ordered ? "ordered" : "paid"} about ${length.days} days ago`;
  // Who pays later than they order is right as well.
  const later = !ordered && found.verdict === "conflicts" && length.days < placedDaysAgo(record);
  return [{ kind: "ordered_ago", claim, ...found, ...(later ? { verdict: "unknown" } : {}) }];
}

const placedDaysAgo = ({ order, now }: ClaimRecord): number =>
  order ? (now.getTime() - Date.parse(order.placedAt)) / days(1) : 0;

type Dated = { at: string; shows: Evidence };

/** A day that is one of those on record agrees; a day that may be, or nothing on record, is unknown. */
function compare(day: WrittenDay, dated: Dated[] | null): Finding {
  if (!dated || dated.length === 0) return silent;
  const evidence = dated.map(({ shows }) => shows);
  const same = dated.map(({ at }) => isDayOf(day, Date.parse(at)));
  if (same.includes("yes")) return { verdict: "agrees", evidence };
  return { verdict: same.includes("maybe") ? "unknown" : "conflicts", evidence };
}

/** Every day a parcel was announced for, the carrier's earlier ones too. */
function announced(order: RecordedOrder): Dated[] {
  return order.fulfillments.flatMap(({ id, estimatedDeliveryAt, events }) => {
    const earlier = events.map((event) =>
      "estimatedDeliveryAt" in event ? event.estimatedDeliveryAt : null,
    );
    const all = [estimatedDeliveryAt, ...earlier].filter((at) => typeof at === "string");
    return [...new Set(all)].map((at) => ({
      at,
      shows: { entity: "fulfillment", id, shows: `estimated delivery ${at}` },
    }));
  });
}

function arrivals(order: RecordedOrder): Dated[] {
  return order.fulfillments.flatMap((shipment) => {
    const arrived = deliveredAt(shipment);
    if (arrived === null) return [];
    const at = new Date(arrived).toISOString();
    return [{ at, shows: { entity: "fulfillment", id: shipment.id, shows: `delivered ${at}` } }];
  });
}

type Length = { days: number; tolerance: number };

function daysAgo(folded: string, { ago }: ClaimWords): Length | undefined {
  const { count = "", unit = "" } = ago.exec(folded)?.groups ?? {};
  const number = smallNumber(count);
  if (number === undefined) return undefined;
  // People round: a unit either way still agrees.
  return { days: number * unitDays(unit), tolerance: Math.max(2, unitDays(unit)) };
}

const WEEK = /^(?:w|se|tyd|tyg|нед|тиж|sapt|veck|हफ|सप्ता|週)/;
const MONTH = /^(?:m|мес|міс|lun|महीन|[かヶケ])/;
const unitDays = (unit: string): number => (WEEK.test(unit) ? 7 : MONTH.test(unit) ? 30 : 1);

function placedAgo(length: Length, record: ClaimRecord): Finding {
  const { order } = record;
  if (!order) return silent;
  const actual = placedDaysAgo(record);
  return {
    verdict: Math.abs(actual - length.days) <= length.tolerance ? "agrees" : "conflicts",
    evidence: [orderFact(order, `placed ${order.placedAt}`)],
  };
}
