import type { DecidedIssue, OtherIssue } from "#app/care/decide/circumstances.ts";
import { isNews, stopsKind } from "#app/care/decide/of-the-kind.ts";
import type { OutreachState } from "#app/care/decide/outreach.ts";
import type { IssueKind } from "#app/care/detect/issue.ts";
import type { OutreachSettings } from "#app/shop/outreach-settings.ts";

type Matter = "leaving" | "on_its_way" | "money" | "order";

/** What an issue is about, so that one message speaks for all of one matter; and how much its own message tells, most first. */
const matters: Readonly<Record<IssueKind, { matters: readonly Matter[]; tells: number }>> = {
  delivery_failed: { matters: ["on_its_way"], tells: 9 },
  carrier_exception: { matters: ["on_its_way"], tells: 9 },
  bad_address: { matters: ["leaving", "on_its_way"], tells: 9 },
  delivered_oddly: { matters: ["on_its_way"], tells: 8 },
  needed_by_at_risk: { matters: ["leaving", "on_its_way"], tells: 8 },
  refund_not_executed: { matters: ["money"], tells: 7 },
  payment_pending: { matters: ["leaving"], tells: 7 },
  cancelled_unsaid: { matters: ["money"], tells: 6 },
  return_unsettled: { matters: ["money"], tells: 6 },
  placed_twice: { matters: ["order"], tells: 6 },
  preorder_slipped: { matters: ["leaving"], tells: 5 },
  partly_shipped: { matters: ["leaving"], tells: 4 },
  past_estimate: { matters: ["on_its_way"], tells: 4 },
  stalled: { matters: ["on_its_way"], tells: 3 },
  not_picked_up: { matters: ["on_its_way"], tells: 3 },
  unfulfilled: { matters: ["leaving"], tells: 2 },
};

/** Whether two issues of one order are one thing to the shopper: the same matter, and no other parcel. */
export function sameMatter(one: DecidedIssue, other: DecidedIssue): boolean {
  const shared = matters[one.kind].matters.some((matter) => matters[other.kind].matters.includes(matter));
  const [a, b] = [parcelOf(one.subject), parcelOf(other.subject)];
  return shared && (a === null || b === null || a === b);
}

/** The fulfillment that an issue's subject names; null when it names none. */
export function parcelOf(subject: string): string | null {
  return /^fulfillment:([^@:|]+)/u.exec(subject)?.[1] ?? null;
}

/** Below zero when the first speaks before the other: the graver, then what tells more, then the older. Never zero for two. */
export function compareVoices(one: DecidedIssue, other: DecidedIssue): number {
  return (
    other.severity - one.severity ||
    matters[other.kind].tells - matters[one.kind].tells ||
    one.knownSince.getTime() - other.knownSince.getTime() ||
    (one.id < other.id ? -1 : 1)
  );
}

/** From here on a message tells what a shopper has to do something about, or has lost. */
const TO_ACT_ON = 7;

/**
 * Whether something is to be told although another thing of the same matter was told a few days before: it is graver, or there is
 * something to be done about it that the other message did not tell of. Another failed attempt is one more to act on.
 */
export function isToldAnew(one: DecidedIssue, told: DecidedIssue): boolean {
  if (one.severity > told.severity) return true;
  const [tells, before] = [matters[one.kind].tells, matters[told.kind].tells];
  return tells >= TO_ACT_ON && (tells > before || (one.kind === told.kind && one.subject !== told.subject));
}

/** A message that was decided for and has not left. */
const UNDER_WAY: ReadonlySet<OutreachState> = new Set(["wanted", "waiting", "approved"]);

/**
 * Whether another issue of the order is about to be told of, as far as its own row says: it is under way, or nobody has decided of it
 * yet. All else was said, is not to be, or waits for something itself.
 */
export function mayHaveVoice(
  other: OtherIssue,
  { settings, now }: { settings: OutreachSettings; now: Date },
): boolean {
  if (other.status !== "open" || (other.snoozedUntil && other.snoozedUntil > now)) return false;
  if (stopsKind(other, settings) || !isNews(other.knownSince, now)) return false;
  return isUnderWay(other) || other.outreaches.length === 0;
}

/** Whether a message about it was decided for and has not left. */
export const isUnderWay = ({ outreaches }: Pick<OtherIssue, "outreaches">): boolean =>
  outreaches.some(({ state }) => UNDER_WAY.has(state));
