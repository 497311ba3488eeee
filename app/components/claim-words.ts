import type { Claim } from "#app/care/understand/reading.ts";
import type { Say, Values, WordKey } from "#app/words/say.ts";
import { asSentence, dateTimeLabel, statusLabel, withinSentence } from "./labels.ts";

type Said = [pattern: RegExp, key: WordKey];

/** What a reading states in English of a thing that the message names, with what it names. */
const STATED: readonly Said[] = [
  [/^ordered on (?<day>.+)$/u, "claim.ordered_on"],
  [/^it was announced for (?<day>.+)$/u, "claim.expected_on"],
  [/^it was delivered on (?<day>.+)$/u, "claim.delivered_on"],
  [/^ordered about (?<count>\d+) days ago$/u, "claim.ordered_ago"],
  [/^paid about (?<count>\d+) days ago$/u, "claim.paid_ago"],
  [/^it is about (?<item>.+)$/u, "claim.item"],
  [/^they ordered "(?<item>.+)"$/u, "claim.ordered_item"],
  [/^they ordered (?<count>\d+) of (?<item>.+)$/u, "claim.ordered_count_of"],
  [/^they ordered (?<count>\d+) items$/u, "claim.ordered_items"],
  [/^they ordered (?<count>\d+)$/u, "claim.ordered_count"],
  [/^paid (?<amount>.+)$/u, "claim.paid"],
  [/^a refund of (?<amount>.+)$/u, "claim.refund_of"],
  [/^replacement number (?<count>\d+)$/u, "claim.replacement"],
  [/^message number (?<count>\d+)$/u, "claim.message"],
  [/^late for time number (?<count>\d+)$/u, "claim.late_again"],
];

/** What a record shows, in the words that a reading keeps. */
const SHOWN: readonly Said[] = [
  [/^placed (?<at>\S+)$/u, "shown.placed"],
  [/^delivered (?<at>\S+)$/u, "shown.delivered"],
  [/^estimated delivery (?<at>\S+)$/u, "shown.estimated"],
  [/^announced for (?<at>\S+)$/u, "shown.announced"],
  [/^cancelled (?<at>\S+)$/u, "shown.cancelled"],
  [/^not cancelled$/u, "shown.not_cancelled"],
  [/^nothing has shipped$/u, "shown.nothing_shipped"],
  [/^a part of the order has not shipped$/u, "shown.part_unshipped"],
  [/^it was sent$/u, "shown.sent"],
  [/^last event: (?<status>\w+)$/u, "shown.last_event"],
  [/^return, (?<status>\w+)$/u, "shown.return"],
  [/^returned as (?<status>[\w ]+)$/u, "shown.returned_as"],
  [/^no refund is recorded$/u, "shown.no_refund"],
  [/^refund(?: of (?<amount>\S+ \w{3}))?(?: made (?<at>\S+?))?(?<open>, not through yet)?$/u, "shown.refund"],
  [/^promised(?: for (?<at>\S+?))?, (?<status>\w+)$/u, "shown.promised"],
  [/^earlier messages about it: (?<count>\d+)$/u, "shown.earlier_messages"],
  [/^total (?<amount>\S+ \w{3})$/u, "shown.total"],
  [/^(?<item>.+): (?<amount>\S+ \w{3}) each$/u, "shown.price"],
];

/** What the shopper states: a kind that says one thing by its own words, one that names something with what it names. */
export function claimLabel(say: Say, { kind, claim }: Pick<Claim, "kind" | "claim">): string {
  const key = `claim.${kind}`;
  const text = isAmount(kind) ? inCapitals(claim) : claim;
  const found = worded(say, STATED, text);
  if (found !== null) return found;
  return say.knows(key) && !NAMING.has(kind) ? say(key) : asSentence(text);
}

/** Their words stand in the list above. */
const NAMING: ReadonlySet<string> = new Set(["ordered_on", "expected_on", "delivered_on", "ordered_ago"]);

const isAmount = (kind: string) => kind === "amount" || kind === "refund_amount";

const CURRENCIES =
  /(?<![\p{L}])(?:eur|usd|gbp|jpy|chf|cad|aud|pln|sek|nok|dkk|ron|inr|czk|huf|uah|rub|r\$)(?!\p{L})/gu;

/** The reading keeps amounts in small letters, as it compares them. */
const inCapitals = (claim: string) =>
  claim.replaceAll(CURRENCIES, (code) => code.toUpperCase()).replace(/(?<=\d)(?=[A-Z]{3})/u, " ");

/** What a record shows, with its dates and statuses as people write them. */
export const evidenceLabel = (say: Say, shows: string): string =>
  worded(say, SHOWN, shows) ??
  asSentence(
    shows
      .replaceAll(/\b\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)/gu, (at) =>
        isTime(at) ? dateTimeLabel(say, at) : at,
      )
      .replaceAll(/\b[a-z]+(?:_[a-z]+)+\b/gu, (code) => withinSentence(say, statusLabel(say, code))),
  );

const isTime = (at: string) => !Number.isNaN(Date.parse(at));

/** Null where no pattern fits, or what is to be a time is none: then the words stay as they are. */
function worded(say: Say, patterns: readonly Said[], text: string): string | null {
  for (const [pattern, key] of patterns) {
    const found = pattern.exec(text);
    if (!found) continue;
    const { groups = {} } = found;
    return groups["at"] !== undefined && !isTime(groups["at"]) ? null : say(key, valuesOf(say, groups));
  }
  return null;
}

/** `unknown` where the record does not say it. */
const valuesOf = (say: Say, groups: Record<string, string | undefined>): Values =>
  Object.fromEntries(
    Object.entries(groups).map(([name, value]) => {
      if (name === "open") return [name, value ? "yes" : "no"];
      if (value === undefined) return [name, "unknown"];
      if (name === "at") return [name, dateTimeLabel(say, value)];
      if (name === "count") return [name, Number(value)];
      return [
        name,
        name === "status" ? withinSentence(say, statusLabel(say, value.replaceAll(" ", "_"))) : value,
      ];
    }),
  );
