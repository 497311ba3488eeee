import { mergedTokens } from "#app/conversation/merged-tokens.ts";

/** What two conversations bring into one. Those that a message says (language, intent, emotion) are its newest message's. */
export type Head = {
  status: string;
  priority: string;
  language: string | null;
  intent: string | null;
  emotion: string | null;
  unsure: boolean;
  customerId: string | null;
  orderIds: string[];
  issueId: string | null;
  unsent: boolean;
  assigneeId: string | null;
  tags: string[];
  snoozedUntil: Date | null;
  searchTokens: string[];
  wordsForm: number;
  updatedAt: Date;
};

/** The more it wants of a person, the earlier. */
const STATUSES = ["open", "waiting", "snoozed", "closed", "spam"];
const PRIORITIES = ["urgent", "high", "normal", "low"];

const foremost = (order: readonly string[], one: string, other: string) =>
  order.indexOf(other) < order.indexOf(one) ? other : one;
const both = (one: readonly string[], other: readonly string[]) => [...new Set([...one, ...other])];

/**
 * How a conversation stands that took another one in, pure: whatever wants a person in either does in both. `newest`: which of them has
 * the newest message of a shopper, which speaks for the whole.
 */
export function mergedHead(
  { into, from }: { into: Head; from: Head },
  { newest, sameContact }: { newest: "into" | "from"; sameContact: boolean },
): Head {
  const status = foremost(STATUSES, into.status, from.status);
  const { language, intent, emotion, unsure } = newest === "into" ? into : from;
  const times = [into, from]
    .filter((one) => one.status === "snoozed")
    .flatMap((one) => one.snoozedUntil ?? []);
  return {
    status,
    priority: foremost(PRIORITIES, into.priority, from.priority),
    ...{ language, intent, emotion, unsure },
    customerId: into.customerId ?? (sameContact ? from.customerId : null),
    orderIds: both(into.orderIds, from.orderIds),
    issueId: into.issueId ?? from.issueId,
    unsent: into.unsent && from.unsent,
    assigneeId: into.assigneeId ?? from.assigneeId,
    tags: both(into.tags, from.tags),
    snoozedUntil:
      status === "snoozed" ? (times.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null) : null,
    searchTokens: mergedTokens(into.searchTokens, from.searchTokens),
    wordsForm: Math.min(into.wordsForm, from.wordsForm),
    updatedAt: into.updatedAt > from.updatedAt ? into.updatedAt : from.updatedAt,
  };
}

/** Said by messages, and kept only as long as their readings are: they are read anew (read-head.server.ts). */
export type Decided = Omit<Head, "emotion" | "unsure">;

/** What stays in a conversation of what came since another one was put into it. */
export type Since = {
  /** A mail of ours left, or is about to, and nobody wrote after it. */
  answered: boolean;
  /** Somebody wrote and has no answer, or nobody knows whether they got ours. */
  wanted: boolean;
};

type Unmerging = Record<"before" | "merged" | "now", Decided> & { since: Since };

/** How it stands after what came in was taken out again, pure: as before, but for what was changed since it came in. */
export function unmergedHead({ before, merged, now, since }: Unmerging): Decided {
  const one = <K extends keyof Decided>(key: K): Decided[K] =>
    JSON.stringify(now[key]) === JSON.stringify(merged[key]) ? before[key] : now[key];
  const list = (key: "orderIds" | "tags" | "searchTokens"): string[] => {
    const [there, then] = [new Set(now[key]), new Set(merged[key])];
    return [
      ...before[key].filter((each) => there.has(each) || !then.has(each)),
      ...now[key].filter((each) => !then.has(each)),
    ];
  };
  return {
    status: unmergedStatus({ status: one("status"), before, now, since }),
    priority: one("priority"),
    language: one("language"),
    intent: one("intent"),
    customerId: one("customerId"),
    orderIds: list("orderIds"),
    issueId: one("issueId"),
    unsent: one("unsent"),
    assigneeId: one("assigneeId"),
    tags: list("tags"),
    snoozedUntil: one("snoozedUntil"),
    searchTokens: list("searchTokens"),
    // Some of its words are as they were before.
    wordsForm: Math.min(before.wordsForm, now.wordsForm),
    updatedAt: one("updatedAt"),
  };
}

/** Open and waiting are said by messages and mails: those that are elsewhere by now say nothing of it. */
function unmergedStatus(given: { status: string; before: Decided; now: Decided; since: Since }): string {
  const { status, before, now, since } = given;
  if (["open", "waiting"].includes(now.status) && since.wanted) return "open";
  if (now.status !== "waiting") return status;
  return since.answered ? "waiting" : before.status;
}
