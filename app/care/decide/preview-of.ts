import type { Circumstances, DecidedIssue, OtherIssue } from "#app/care/decide/circumstances.ts";
import { mayWeWrite } from "#app/care/decide/may-we-write.ts";
import { compareVoices } from "#app/care/decide/one-voice.ts";
import type { OutreachState } from "#app/care/decide/outreach.ts";
import { issueKinds, type IssueKind } from "#app/care/detect/issue.ts";
import { days } from "#app/lib/duration.ts";
import type { OutreachSettings } from "#app/shop/outreach-settings.ts";

/** An issue that was found, as far as its row and its order's say. */
export type FoundIssue = DecidedIssue & {
  orderId: string;
  openedAt: Date;
  resolvedAt: Date | null;
  /** The blind index of whom its order's mail goes to; null: there is no address. */
  contactIndex: string | null;
  optedOut: boolean;
};

export type KindPreview = {
  kind: IssueKind;
  found: number;
  written: number;
  /** Of the rest, how many the first rule against them was, by its name. */
  because: Partial<Record<string, number>>;
};

const WEEK = days(7);
type Decided = FoundIssue & { state: OutreachState };

/**
 * What the given settings would have made of issues that were found, had they held since the first of them: each is decided as of the
 * moment it was found, by the same rules as in earnest. Pure. What only the moment knew is taken for the ordinary: nobody was in
 * conversation, nothing was said or promised before, no dispute was open, and what was held was not decided anew.
 */
export function previewOf(found: readonly FoundIssue[], settings: OutreachSettings): KindPreview[] {
  const decided: Decided[] = [];
  const because = new Map<IssueKind, Partial<Record<string, number>>>();
  const ordered = found.toSorted(
    (one, other) => one.openedAt.getTime() - other.openedAt.getTime() || compareVoices(one, other),
  );
  const [byOrder, byContact] = [new Map<string, Decided[]>(), new Map<string, Decided[]>()];
  for (const issue of ordered) {
    const before = {
      order: byOrder.get(issue.orderId) ?? [],
      contact: byContact.get(issue.contactIndex ?? "") ?? [],
    };
    const { outcome, reasons } = mayWeWrite(asItWas(issue, { before, settings }));
    const one: Decided = {
      ...issue,
      state: outcome === "write" ? "sent" : outcome === "hold" ? "held" : "refused",
    };
    decided.push(one);
    byOrder.set(issue.orderId, [...before.order, one]);
    byContact.set(issue.contactIndex ?? "", [...before.contact, one]);
    const against = outcome === "write" ? null : reasons.find((reason) => reason.outcome === outcome);
    if (!against) continue;
    const counts = because.get(issue.kind) ?? {};
    because.set(issue.kind, { ...counts, [against.rule]: (counts[against.rule] ?? 0) + 1 });
  }
  return issueKinds.map((kind) => {
    const ofKind = decided.filter((one) => one.kind === kind);
    const written = ofKind.filter(({ state }) => state === "sent").length;
    return { kind, found: ofKind.length, written, because: because.get(kind) ?? {} };
  });
}

type Before = { order: readonly Decided[]; contact: readonly Decided[] };

function asItWas(
  issue: FoundIssue,
  { before, settings }: { before: Before; settings: OutreachSettings },
): Circumstances {
  const now = issue.openedAt;
  const left = before.contact.filter(
    ({ state, openedAt }) => state === "sent" && now.getTime() - openedAt.getTime() < WEEK,
  );
  return {
    now,
    shop: { uninstalled: false, installedAt: new Date(0), settings: { ...settings, holdOut: NOBODY } },
    issue: { ...issue, status: "open", snoozedUntil: null, stakes: [] },
    stage: "first",
    newsAt: issue.knownSince,
    order: { placedAt: now, test: false, disputed: false, country: null },
    shopper: {
      hasAddress: issue.contactIndex !== null,
      suppressed: issue.optedOut ? ["outreach"] : [],
      redacted: false,
      zones: ["UTC"],
      riskFlags: [],
    },
    talk: { unanswered: false, draftWaits: false, replyUnderWay: false, answeredAt: null },
    said: { toldAt: null, promisedUntil: null, sameLeft: false },
    others: before.order.map((other) => asOther(other, now)),
    week: { left: left.map(({ openedAt }) => openedAt), underWay: 0 },
    arm: "written",
  };
}

const NOBODY: OutreachSettings["holdOut"] = { on: false, share: 0.1, acknowledged: false };

function asOther(other: Decided, now: Date): OtherIssue {
  const over = other.resolvedAt !== null && other.resolvedAt <= now;
  return {
    ...other,
    status: over ? "resolved" : "open",
    snoozedUntil: null,
    outreaches: [{ stage: "first", state: other.state, at: other.openedAt }],
  };
}
