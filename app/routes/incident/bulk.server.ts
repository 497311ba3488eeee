import { z } from "zod";
import { approveOutreaches, type ApprovedOf } from "#app/care/review/approve-outreach.server.ts";
import { planApprovals, type PlannedApproval } from "#app/care/review/plan-approvals.server.ts";
import type { BulkMessage, BulkOutcome, BulkPlan, NotApproved } from "#app/desk/issue-shapes.ts";
import { namesOfIssues } from "#app/desk/names-of-issues.server.ts";
import { BadInput, readJson } from "#app/routes/api/input.ts";
import { requireStaff, type StaffSession } from "#app/staff.server.ts";

const id = z.string().min(1).max(64);
/** As many as a screen asks of at once: each issue with the draft that was there to be read. */
const asked = z.strictObject({
  messages: z
    .array(z.strictObject({ issueId: id, draftId: id }))
    .min(1)
    .max(50),
});

/** Reads which issues are meant and answers what comes of them, both as JSON: the screen asks by itself, without loading again. */
export async function answerBulk<T>(
  request: Request,
  work: (session: StaffSession, messages: BulkMessage[]) => Promise<T>,
): Promise<Response> {
  const session = await requireStaff(request);
  try {
    const { messages } = await readJson(request, asked);
    return Response.json(await work(session, messages), { headers: { "Cache-Control": "no-store" } });
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    return Response.json({ outcome: "refused", message: error.message }, { status: error.status });
  }
}

/** What would become of these messages if they were approved now. */
export async function planBulk({ inShop, keys }: StaffSession, messages: BulkMessage[]): Promise<BulkPlan> {
  const planned = await inShop((tx) => planApprovals(tx, keys, { messages, now: new Date() }));
  const names = await namesOf(inShop, messages);
  const later = planned.flatMap((one) => laterOf(one)?.toISOString() ?? []).toSorted();
  return {
    now: planned.filter((one) => one.outcome === "approvable" && laterOf(one) === null).length,
    later: later.length > 0 ? { count: later.length, until: later.at(-1) ?? "" } : null,
    blocked: planned.flatMap((one) => {
      const order = names.get(one.issueId) ?? "";
      if (one.outcome === "approvable") return [];
      const why: NotApproved =
        one.outcome === "blocked" ? { because: "unwanted", said: one.because } : { because: "already" };
      return [{ issueId: one.issueId, order, ...why }];
    }),
  };
}

const laterOf = (one: PlannedApproval): Date | null => (one.outcome === "approvable" ? one.notBefore : null);

/** Approves them one after the other; each says what became of it. */
export async function approveBulk(session: StaffSession, messages: BulkMessage[]): Promise<BulkOutcome[]> {
  const { inShop, shop, staff } = session;
  const approved = await approveOutreaches(
    { inShop, now: () => new Date() },
    { shopId: shop.id, messages, staff },
  );
  const names = await namesOf(inShop, messages);
  return approved.map((one) => ({
    ...{ issueId: one.issueId, order: names.get(one.issueId) ?? "" },
    ...outcomeOf(one),
  }));
}

const namesOf = (inShop: StaffSession["inShop"], messages: BulkMessage[]) =>
  namesOfIssues(
    inShop,
    messages.map(({ issueId }) => issueId),
  );

type Came =
  | { outcome: "approved"; notBefore: string | null }
  | { outcome: "already_approved" }
  | ({ outcome: "not_approved" } & NotApproved);

function outcomeOf(one: ApprovedOf): Came {
  const not = (why: NotApproved): Came => ({ outcome: "not_approved", ...why });
  switch (one.outcome) {
    case "approved":
      return { outcome: "approved", notBefore: one.notBefore?.toISOString() ?? null };
    case "already_sent":
      return { outcome: "already_approved" };
    case "unwanted":
      return not({ because: "unwanted", said: one });
    case "no_address":
      return not({ because: one.why });
    case "stale":
    case "blocked":
    case "not_found":
      return not({ because: one.outcome });
  }
}
