import { z } from "zod";
import { hourOf } from "#app/care/keep/due-day.ts";
import type { Check } from "#app/care/draft/draft.ts";
import { approveOutreach } from "#app/care/review/approve-outreach.server.ts";
import { declineOutreach } from "#app/care/review/decline-outreach.server.ts";
import { dismissIssue } from "#app/care/review/dismiss-issue.server.ts";
import { endSnooze } from "#app/care/review/end-snooze.server.ts";
import { snoozeOutreach } from "#app/care/review/snooze-outreach.server.ts";
import { takeBackOutreach } from "#app/care/review/take-back-outreach.server.ts";
import { days } from "#app/lib/duration.ts";
import type { StaffSession } from "#app/staff.server.ts";
import { refused, type Refusal } from "#app/words/refusal.ts";

const act = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("approve"),
    draftId: z.string().min(1),
    text: z.string().max(50_000).optional(),
    overrule: z.string().trim().max(500).optional(),
  }),
  z.object({
    intent: z.literal("decline"),
    draftId: z.string().min(1),
    reason: z.string().trim().max(500).optional(),
  }),
  z.object({ intent: z.literal("snooze"), until: z.iso.date() }),
  z.object({ intent: z.literal("take_back") }),
  z.object({ intent: z.literal("end_snooze") }),
  z.object({ intent: z.literal("dismiss") }),
  z.object({ intent: z.literal("reopen") }),
]);

/** What the screen is told after a click; each outcome has its own words there. */
export type IssueAnswered =
  | { outcome: "approved" }
  | { outcome: "approved_later" }
  | { outcome: "already_approved" }
  | { outcome: "stale" }
  | { outcome: "blocked"; checks: Check[] }
  | { outcome: "declined" }
  | { outcome: "snoozed" }
  /** `edited`: the words that were approved, where a person had written them. */
  | { outcome: "taken_back"; draftId: string; edited: string | null }
  | { outcome: "left_already" }
  | { outcome: "woken" }
  | { outcome: "dismissed" }
  | { outcome: "reopened" }
  | Refusal;

type Given<I> = Extract<z.infer<typeof act>, { intent: I }>;

/** One click on the page of an order problem: parsed, done by the stage that owns it, answered by name. */
export async function answerIssue(
  session: StaffSession,
  issueId: string,
  form: FormData,
): Promise<IssueAnswered> {
  const parsed = act.safeParse(Object.fromEntries(form));
  if (!parsed.success) return refused("notValid");
  const given = parsed.data;
  switch (given.intent) {
    case "approve":
      return approve(session, issueId, given);
    case "decline":
      return decline(session, issueId, given);
    case "snooze":
      return snooze(session, issueId, given);
    case "take_back":
      return takeBack(session, issueId);
    case "end_snooze":
      return wake(session, issueId);
    case "dismiss":
    case "reopen":
      return settle(session, issueId, given.intent);
  }
}

const depsOf = ({ inShop }: StaffSession) => ({ inShop, now: () => new Date() });

async function approve(
  session: StaffSession,
  issueId: string,
  { draftId, text, overrule }: Given<"approve">,
): Promise<IssueAnswered> {
  const { shop, staff } = session;
  const approved = await approveOutreach(depsOf(session), {
    ...{ shopId: shop.id, issueId, draftId, text, staff },
    overrule: overrule ? { reason: overrule } : undefined,
  });
  switch (approved.outcome) {
    case "approved":
      return { outcome: approved.notBefore ? "approved_later" : "approved" };
    case "already_sent":
      return { outcome: "already_approved" };
    case "stale":
      return { outcome: "stale" };
    case "blocked":
      return { outcome: "blocked", checks: approved.checks };
    case "unwanted":
      return refused("unwantedOutreach", approved);
    case "no_address":
      return refused(approved.why);
    case "not_found":
      return refused("messageGone");
  }
}

async function decline(
  session: StaffSession,
  issueId: string,
  { draftId, reason }: Given<"decline">,
): Promise<IssueAnswered> {
  const { shop, staff } = session;
  const declined = await declineOutreach(depsOf(session), {
    ...{ shopId: shop.id, issueId, draftId, staff },
    reason: reason || undefined,
  });
  switch (declined.outcome) {
    case "declined":
      return { outcome: "declined" };
    case "already_sent":
      return { outcome: "already_approved" };
    case "stale":
      return { outcome: "stale" };
    case "not_found":
      return refused("messageGone");
  }
}

/** The hour at which a day begins for who reviews. */
const MORNING = 8;
const LONGEST = days(366);

/** Until that morning where the shop is. */
async function snooze(
  session: StaffSession,
  issueId: string,
  { until: day }: Given<"snooze">,
): Promise<IssueAnswered> {
  const { shop, staff } = session;
  const { inShop, now } = depsOf(session);
  const until = hourOf(day, MORNING, shop.timezone ?? "UTC");
  const from = now().getTime();
  if (!until || until.getTime() <= from) return refused("dayPast");
  if (until.getTime() - from > LONGEST) return refused("dayTooFar");
  const snoozed = await snoozeOutreach({ inShop, now }, { shopId: shop.id, issueId, until, staff });
  switch (snoozed.outcome) {
    case "snoozed":
      return { outcome: "snoozed" };
    case "already_sent":
      return { outcome: "already_approved" };
    case "not_found":
      return refused("issueGone");
  }
}

async function takeBack(session: StaffSession, issueId: string): Promise<IssueAnswered> {
  const { shop, staff } = session;
  const taken = await takeBackOutreach(depsOf(session), { shopId: shop.id, issueId, staff });
  switch (taken.outcome) {
    case "taken_back":
      return taken;
    case "already_sent":
      return { outcome: "left_already" };
    case "not_found":
      return refused("messageGone");
  }
}

async function wake(session: StaffSession, issueId: string): Promise<IssueAnswered> {
  const ended = await endSnooze(depsOf(session), { shopId: session.shop.id, issueId });
  return ended.outcome === "woken" ? ended : refused("issueGone");
}

async function settle(
  session: StaffSession,
  issueId: string,
  intent: "dismiss" | "reopen",
): Promise<IssueAnswered> {
  const { shop, staff } = session;
  const as = intent === "dismiss" ? "dismiss" : "undo";
  const settled = await dismissIssue(depsOf(session), { shopId: shop.id, issueId, as, staff });
  switch (settled.outcome) {
    case "dismissed":
    case "reopened":
      return { outcome: settled.outcome };
    case "not_open":
      return refused("overBefore");
    case "not_found":
      return refused("issueGone");
  }
}
