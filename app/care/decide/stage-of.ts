import { noticeOf, type Ending } from "#app/care/decide/how-it-ended.ts";
import type { OutreachStage, OutreachState } from "#app/care/decide/outreach.ts";
import type { IssueKind, IssueStatus } from "#app/care/detect/issue.ts";
import type { ShopifyNotice } from "#app/shop/outreach-settings.ts";

/** What was decided of an issue before. `told`: the digest of what mattered then (news-of.ts); `at`: when its state last changed. */
export type Earlier = { stage: OutreachStage; news: string; state: OutreachState; told: string; at: Date };

export type ToStage = {
  issue: { kind: IssueKind; status: IssueStatus; resolvedBy: string | null };
  /** The digest of what matters now; empty when nothing does. */
  news: string;
  /** All that matters now stands in a reply that left. */
  toldElsewhere: boolean;
  earlier: readonly Earlier[];
  /** Of a resolved issue: how it ended. */
  ending: Ending;
  shopifyTells: readonly ShopifyNotice[];
};

/** What is to be told next; `news` tells the updates of one issue apart. */
export type Stage = { stage: OutreachStage; news: string };

/** Of these no end is to be told: the first word was all of it, or a person settles the rest with the shopper. */
const NO_END: ReadonlySet<IssueKind> = new Set(["cancelled_unsaid", "placed_twice", "delivered_oddly"]);

/**
 * Which word of an issue comes next: a first one, an update when what matters changed since, the end of it, or a correction when it
 * was not so. Never a second one that says nothing new; nothing at all of what nobody was told of. Null: nothing is to be told. Pure.
 */
export function stageOf({
  issue,
  news,
  toldElsewhere,
  earlier,
  ending,
  shopifyTells,
}: ToStage): Stage | null {
  const sent = earlier.filter(({ state }) => state === "sent");
  const had = (stage: OutreachStage) => sent.some((one) => one.stage === stage);
  switch (issue.status) {
    case "dismissed":
      return null;
    case "open":
      if (had("first")) return updateOf({ news, toldElsewhere, earlier });
      return isDeclined(earlier, "first", "") ? null : { stage: "first", news: "" };
    case "resolved": {
      // Nothing ended for the shopper: the shop promises something else now, or there is no order any more.
      if (issue.resolvedBy === "settings" || issue.resolvedBy === "deleted") return null;
      const stage = issue.resolvedBy === "never_was" ? "correction" : "resolution";
      if (!had("first") || had(stage) || isDeclined(earlier, stage, "")) return null;
      if (stage === "correction") return { stage, news: "" };
      // A late parcel for which a new day was named is still late: that is news, and no end.
      if (ending === "expected_later") return updateOf({ news, toldElsewhere, earlier });
      if (!isAnEnd(issue.kind, ending)) return null;
      const notice = noticeOf[ending];
      const toldAnyway = notice !== null && shopifyTells.includes(notice);
      return toldAnyway || NO_END.has(issue.kind) ? null : { stage, news: "" };
    }
  }
}

/**
 * Whether the records show the trouble to be over, as it can be told: an order that was put on hold is found no more, and is not on its
 * way. A corrected address leaves nothing behind but itself.
 */
function isAnEnd(kind: IssueKind, ending: Ending): boolean {
  if (ending === "other") return kind === "bad_address";
  // A day that is no longer named was not kept.
  if (kind === "past_estimate" || kind === "needed_by_at_risk")
    return ending !== "moving" && ending !== "sent";
  // Another parcel without a scan is no end of a silence.
  return ending !== "sent" || LEFT.has(kind);
}

/** What ends when goods leave. */
const LEFT: ReadonlySet<IssueKind> = new Set([
  "unfulfilled",
  "preorder_slipped",
  "partly_shipped",
  "bad_address",
]);

function updateOf({
  news,
  toldElsewhere,
  earlier,
}: Pick<ToStage, "news" | "toldElsewhere" | "earlier">): Stage | null {
  const sent = earlier.filter(({ state }) => state === "sent");
  const [last] = sent.toSorted((one, other) => other.at.getTime() - one.at.getTime());
  if (news === "" || toldElsewhere || last?.told === news) return null;
  // Numbered, since what was told once may be so again after it was otherwise.
  const update = `${sent.length}.${news}`;
  return isDeclined(earlier, "update", update) ? null : { stage: "update", news: update };
}

const isDeclined = (earlier: readonly Earlier[], stage: OutreachStage, news: string) =>
  earlier.some((one) => one.stage === stage && one.news === news && one.state === "declined");
