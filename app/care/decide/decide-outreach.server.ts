import { gatherCircumstances, type Gathered } from "#app/care/decide/gather-circumstances.server.ts";
import { mayBeHeldOut } from "#app/care/decide/hold-out.ts";
import { lockIssue } from "#app/care/decide/lock-issue.server.ts";
import { mayWeWrite, type Decision } from "#app/care/decide/may-we-write.ts";
import { isUnderWay } from "#app/care/decide/one-voice.ts";
import { outreachStateSchema, type OutreachState } from "#app/care/decide/outreach.ts";
import { dropOutreach } from "#app/care/decide/drop-outreach.server.ts";
import type { Stage } from "#app/care/decide/stage-of.ts";
import { sqlOf, type Tx } from "#app/db.server.ts";
import { emit, emitAll } from "#app/emit.server.ts";
import { TryAgainAt, type Handler } from "#app/job.ts";
import { timedId } from "#app/lib/timed-id.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

/**
 * Decides whether an issue is told of now, and keeps the decision with every reason: one row for each stage of it, whatever runs again
 * or at once. What waits for a person and is not to be told any more is taken back, with its draft. Issues of one shopper are decided
 * one after the other, so that they speak with one voice and within one cap.
 */
export const decideOutreach: Handler<"decideOutreach"> = async (ports, run, { issueId }) => {
  const keys = await shopKeys(run.shopId);
  const now = ports.now();
  return run.inShop(async (tx) => {
    await lockAgainstRedaction(sqlOf(tx), run.shopId);
    const held = await lockIssue(tx, keys, issueId);
    if (!held) return "the issue is gone";
    const gathered = await gatherCircumstances(tx, keys, { issueId, now });
    if (!gathered) return "the order is gone";
    // Whoever wrote a draft since then has its conversation: it is waited for outside this transaction.
    if (gathered.earlier.some(({ conversationId: at }) => at !== null && !held.conversations.has(at)))
      throw new TryAgainAt(now, "a draft of it was written meanwhile");
    const to = gathered.next?.stage ?? null;
    const passed = gathered.earlier.filter(({ stage, news }) => stage !== to?.stage || news !== to.news);
    const dropped = await dropOutreach(tx, passed, now);
    if (!gathered.next || !to) {
      await wakeOthers(tx, keys, { gathered, speaks: false });
      return dropped > 0 ? "nothing is to be told any more" : "nothing new is to be told";
    }
    const decision = mayWeWrite(gathered.next.given);
    return keep(tx, keys, { gathered, to, decision, now });
  });
};

type Kept = { gathered: Gathered; to: Stage; decision: Decision; now: Date };

/** What a person decided, and what has left, stays as it is. */
const SETTLED: ReadonlySet<OutreachState> = new Set(["approved", "sent", "declined"]);
const BEFORE_A_PERSON: ReadonlySet<OutreachState> = new Set(["wanted", "waiting"]);

async function keep(tx: Tx, keys: ShopKeys, { gathered, to, decision, now }: Kept): Promise<string> {
  const { issue, earlier, contactIndex, told } = gathered;
  const known = earlier.find(({ stage, news }) => stage === to.stage && news === to.news) ?? null;
  const before = known && outreachStateSchema.parse(known.state);
  if (before && SETTLED.has(before)) return `it is ${before}`;
  await recordArm(tx, gathered, decision);
  const state = stateOf(decision, {
    before,
    snoozed: issue.snoozedUntil !== null && issue.snoozedUntil > now,
  });
  const speaks = BEFORE_A_PERSON.has(state);
  if (known && before && BEFORE_A_PERSON.has(before) && !speaks) await dropOutreach(tx, [known], now);
  const { reasons, notBefore, lookAt } = decision;
  const data = {
    ...{ state, reasons, contactIndex, notBefore, lookAt, told, decidedAt: now },
    ...(before === state ? {} : { changedAt: now, changedBy: null }),
  };
  const id = known?.id ?? timedId(now.getTime());
  const { shopId, orderId, kind } = issue;
  if (known) await tx.outreach.update({ where: { id }, data });
  else
    await tx.outreach.create({
      data: {
        id,
        shopId,
        issueId: issue.id,
        orderId,
        kind,
        stage: to.stage,
        news: to.news,
        changedAt: now,
        ...data,
      },
    });

  if (state === "wanted" && before !== "wanted")
    await emit(tx, "outreach-wanted", { data: { shopId, outreachId: id } });
  const scheduled = before === state && known?.lookAt?.getTime() === lookAt?.getTime();
  if (lookAt && !scheduled)
    await emit(tx, "outreach-held", { data: { shopId, issueId: issue.id }, runAt: lookAt });
  if (before !== state) await wakeOthers(tx, keys, { gathered, speaks });
  return sentenceOf(to, state);
}

function stateOf(
  { outcome }: Decision,
  { before, snoozed }: { before: OutreachState | null; snoozed: boolean },
): OutreachState {
  switch (outcome) {
    case "write":
      return before === "waiting" ? "waiting" : "wanted";
    case "held_out":
      return "held_out";
    case "hold":
      return snoozed && before === "snoozed" ? "snoozed" : "held";
    case "refuse":
      return before && (BEFORE_A_PERSON.has(before) || before === "superseded") ? "superseded" : "refused";
  }
}

const sentenceOf = ({ stage }: Stage, state: OutreachState) =>
  `${stage} word: ${state === "superseded" ? "taken back" : state.replaceAll("_", " ")}`;

/** The arm of whom the shop compares, written down with the decision that it made or did not make. */
async function recordArm(tx: Tx, gathered: Gathered, { outcome }: Decision): Promise<void> {
  const { issue, contactIndex, next } = gathered;
  if (!next || !contactIndex || (outcome !== "write" && outcome !== "held_out")) return;
  const { shop, arm, now } = next.given;
  if (!shop.settings.holdOut.on || !mayBeHeldOut(next.given).eligible) return;
  const { id: issueId, shopId, orderId, kind } = issue;
  await tx.holdOut.createMany({
    data: [{ shopId, contactIndex, kind, issueId, orderId, arm, assignedAt: now }],
    skipDuplicates: true,
  });
}

/** One voice: what speaks silences the others of its order, and what does not speak any more lets them be decided anew. */
async function wakeOthers(
  tx: Tx,
  { shopId }: ShopKeys,
  { gathered, speaks }: { gathered: Gathered; speaks: boolean },
): Promise<void> {
  const concerned = gathered.others.filter((other) =>
    speaks
      ? isUnderWay(other)
      : other.status === "open" && other.outreaches.some(({ state }) => state === "held"),
  );
  await emitAll(
    sqlOf(tx),
    concerned.map(({ id: issueId }) => ({ event: "outreach-held", data: { shopId, issueId } })),
  );
}
