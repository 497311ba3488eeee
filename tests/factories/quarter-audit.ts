import { days } from "#app/lib/duration.ts";
import type { Order } from "#devstore/state/model.ts";
import type { PlantedLabel } from "#tests/factories/living-shop.ts";
import type { EndedIssue, Records, Told, Word } from "#tests/factories/quarter-records.ts";

// What a mailbox must not hold after a quarter, each rule by itself and by other means than the app's own: it answers with what is
// wrong, a line each.

const nameOf = ({ to, at, word }: Told) =>
  `${to} on ${at.toISOString()}: ${word ? `${word.kind} ${word.stage} of order ${word.orderId}` : "nobody knows it"}`;

/** No two mails of one order, issue and word; no mail of nothing, no word that is said to have left and did not. */
export function wrongLedger({ mails, words }: Records): string[] {
  const keys = mails.map(({ word }) =>
    word ? [word.orderId, word.kind, word.subject, word.stage, word.news].join("|") : null,
  );
  const texts = mails.map(({ to, mail }) => `${to}|${mail.subject}|${mail.text}`);
  const delivered = new Set(mails.map(({ mail }) => mail.messageId));
  return [
    ...mails.filter(({ word }) => word === null).map((one) => `unknown: ${nameOf(one)}`),
    ...mails.filter((_, nth) => keys.indexOf(keys[nth] ?? "") !== nth).map((one) => `twice: ${nameOf(one)}`),
    ...mails.filter((_, nth) => texts.indexOf(texts[nth] ?? "") !== nth).map((one) => `same: ${nameOf(one)}`),
    ...words
      .filter(({ state, messageId }) => state === "sent" && !delivered.has(messageId ?? ""))
      .map(({ id }) => `lost: ${id}`),
    ...mails
      .filter(({ word }) => word !== null && word.state !== "sent")
      .map((one) => `${one.word?.state}: ${nameOf(one)}`),
  ];
}

/** No mail without an order problem that was so when it left, and none but to who ordered. */
export function wrongCause({ mails, issues }: Records): string[] {
  const byId = new Map(issues.map((issue) => [issue.id, issue]));
  return mails.filter((told) => !isCaused(told, byId.get(told.word?.issueId ?? ""))).map(nameOf);
}

function isCaused({ at, to, order, word }: Told, issue: EndedIssue | undefined): boolean {
  if (!word || !issue || !order || order.email?.toLowerCase() !== to || issue.openedAt > at) return false;
  const over = issue.resolvedAt !== null && issue.resolvedAt <= at;
  switch (word.stage) {
    case "first":
      return !over;
    // Of a late parcel that a new day was named for.
    case "update":
      return true;
    case "resolution":
    case "correction":
      return over;
    default:
      return false;
  }
}

/** Where the towns of the dev store's histories lie: by country, and in the US by state. */
const zones: Record<string, string> = {
  DE: "Europe/Berlin",
  AT: "Europe/Vienna",
  FR: "Europe/Paris",
  ES: "Europe/Madrid",
  PT: "Europe/Lisbon",
  GB: "Europe/London",
  JP: "Asia/Tokyo",
  "US-WA": "America/Los_Angeles",
  "US-TX": "America/Chicago",
  "US-IL": "America/Chicago",
  "US-NY": "America/New_York",
};

export function zoneOf(order: Order | null): string | null {
  const { countryCode, provinceCode } = order?.shippingAddress ?? order?.billingAddress ?? {};
  return zones[countryCode === "US" ? `US-${provinceCode}` : (countryCode ?? "")] ?? null;
}

/** None between eight in the evening and eight in the morning, by the clock on the shopper's wall. */
export function inQuietHours({ mails }: Records): string[] {
  return mails
    .filter(({ at, order }) => {
      const timeZone = zoneOf(order);
      if (!timeZone) return true;
      const [hour = 0] = new Intl.DateTimeFormat("en-GB", { timeZone, timeStyle: "short" })
        .format(at)
        .split(":")
        .map(Number);
      return hour < 8 || hour >= 20;
    })
    .map((told) => `${zoneOf(told.order)}: ${nameOf(told)}`);
}

/** None to who had asked for none, but for putting right what they were told wrongly; none at all to a dead address. */
export function toStopped({ mails, stopped }: Records): string[] {
  return mails
    .filter(({ to, at, word }) =>
      stopped.some(
        (one) => one.to === to && one.at < at && (one.scope === "all" || word?.stage !== "correction"),
      ),
    )
    .map(nameOf);
}

/** Of these the law of the US may require a notice: the rest has left (16 CFR 435). */
const UNSHIPPED = "unfulfilled preorder_slipped partly_shipped not_picked_up".split(" ");
const MAY_WAIT = "unfulfilled preorder_slipped not_picked_up stalled past_estimate partly_shipped".split(" ");

/**
 * None about an issue that its shopper was held out of, nor about the same wait by another name while it lasts; and nobody was held
 * out whom it could have cost more than a wait.
 */
export function wrongHoldOuts(records: Records, orders: readonly Order[]): string[] {
  const { mails, words, lived } = records;
  const held = words.filter(({ state }) => state === "held_out");
  const needed = new Set(
    lived.filter(({ planted }) => planted === "needed_by_at_risk").map(({ orderId }) => orderId),
  );
  return [
    ...mails
      .filter((told) => held.some((one) => speaksOf(told, one, records)))
      .map((one) => `written to: ${nameOf(one)}`),
    ...held
      .filter(({ kind, orderId }) => {
        const order = orders.find(({ id }) => id === orderId);
        const byLaw = UNSHIPPED.includes(kind) && order?.shippingAddress?.countryCode === "US";
        return !MAY_WAIT.includes(kind) || byLaw || needed.has(orderId) || order?.tags.includes("gift");
      })
      .map(({ kind, orderId }) => `must not be held out: ${kind} of order ${orderId}`),
  ];
}

/** The parcel that an issue's subject names. */
const parcelOf = ({ subject }: Pick<Word, "subject">) => /^fulfillment:(\d+)/u.exec(subject)?.[1];

function speaksOf({ word, at }: Told, held: Word, { issues }: Records): boolean {
  if (!word || word.orderId !== held.orderId) return false;
  if (word.issueId === held.issueId) return true;
  const issue = issues.find(({ id }) => id === held.issueId);
  const lasts = issue && issue.openedAt <= at && (issue.resolvedAt === null || issue.resolvedAt > at);
  const alike =
    MAY_WAIT.includes(word.kind) && parcelOf(word) !== undefined && parcelOf(word) === parcelOf(held);
  return alike && lasts === true;
}

/** In any seven days no shopper gets more than so many; putting right what was wrong is not counted. */
export function overCap({ mails }: Records, perWeek: number): string[] {
  const counted = mails.filter(({ word }) => word?.stage !== "correction");
  return counted
    .filter(({ to, at }) => {
      const since = at.getTime() - days(7);
      const week = counted.filter((one) => one.to === to && one.at <= at && one.at.getTime() > since);
      return week.length > perWeek;
    })
    .map(nameOf);
}

/** An issue whose trouble had been over for so long, by what is true, and that is open still. */
export function leftOpen({ issues, lived, end }: Records, patience: number): string[] {
  const by = new Date(end.getTime() - patience).toISOString();
  return issues
    .filter(({ status, orderId, kind }) => {
      const labels = labelsOf({ lived }, { orderId, kind });
      return (
        status === "open" && labels.length > 0 && labels.every(({ until }) => until !== null && until < by)
      );
    })
    .map(({ kind, orderId, subject }) => `${kind} of order ${orderId}: ${subject}`);
}

/** What ends because the shop's people write to the shopper does not: nobody does in this quarter. */
const labelsOf = (
  { lived }: Pick<Records, "lived">,
  { orderId, kind }: Pick<EndedIssue, "orderId" | "kind">,
): PlantedLabel[] =>
  lived
    .filter((one) => one.orderId === orderId)
    .flatMap(({ labels, words }) =>
      labels
        .filter((one) => one.kind === kind)
        .map((one) => (words.some(({ at }) => at === one.until) ? { ...one, until: null } : one)),
    );

/** What became of one planted problem. `because` tells why nobody was told. */
export type Account = { kind: string; orderId: string; from: string; end: string; because: string };

/** Every problem that was planted, could be known before `by`, and has to be found; with what became of it. */
export function accounts({ lived, issues, words, mails }: Records, by: Date): Account[] {
  const told = new Set(mails.map(({ word }) => word?.issueId));
  return lived.flatMap(({ orderId, labels }) =>
    labels
      .filter(({ asked, from }) => asked && from <= by.toISOString())
      .map(({ kind, from }): Account => {
        const own = issues.filter((one) => one.orderId === orderId && one.kind === kind);
        const said = words.filter(
          ({ issueId, stage }) => stage === "first" && own.some(({ id }) => id === issueId),
        );
        const named = { kind, orderId: orderId ?? "", from };
        if (own.length === 0) return { ...named, end: "not found", because: "" };
        if (own.some(({ id }) => told.has(id))) return { ...named, end: "mailed", because: "" };
        const last = said.at(-1);
        if (!last) return { ...named, end: "undecided", because: "" };
        return { ...named, end: last.state, because: becauseOf(last, { lived, words, mails }) };
      }),
  );
}

/** A word gives way to another of its order, and says so by its rule, or because it was over before its time came. */
function becauseOf(word: Word, { mails }: Pick<Records, "lived" | "words" | "mails">): string {
  const other = mails.find((told) => told.word?.orderId === word.orderId);
  return [...word.against, ...(other ? [`told as ${other.word?.kind}`] : [])].join(", ");
}
