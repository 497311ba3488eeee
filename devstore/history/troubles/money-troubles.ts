import { DAY, HOUR } from "../calendar.ts";
import type { Life } from "../life.ts";
import { earliest, lasting, stepsOf, type Trouble } from "./trouble.ts";

/** What is wrong with what was called off, given back or sent back. */
export function moneyTroubles(life: Life): Trouble[] {
  return [...cancelledUnsaid(life), ...refundNotExecuted(life), ...returnUnsettled(life)];
}

/** Called off or given back by the shop, and nobody wrote before or within the hour. */
function cancelledUnsaid(life: Life): Trouble[] {
  const acts = [...stepsOf(life, "cancel"), ...stepsOf(life, "remove"), ...stepsOf(life, "refund")]
    .filter((step) => !life.truth.wished.has(step))
    .toSorted((one, other) => one.at - other.at);
  const [first] = acts;
  if (!first) return [];
  const words = life.words.filter(({ about }) => about.includes("cancelled_unsaid")).map(({ at }) => at);
  if (words.some((at) => at <= first.at + HOUR)) return [];
  return lasting({
    kind: "cancelled_unsaid",
    from: first.at,
    until: earliest(...words),
    noticedAt: first.at + DAY / 2,
  });
}

/** Refunds are carried out within five days. */
const USUAL_REFUND = 5 * DAY;

function refundNotExecuted(life: Life): Trouble[] {
  const later = stepsOf(life, "refund").find(({ money }) => money === "later");
  const unpaid = stepsOf(life, "cancel").find(({ money }) => money === "none");
  const from = later?.at ?? unpaid?.at;
  if (from === undefined) return [];
  const until = later ? stepsOf(life, "settle")[0]?.at : stepsOf(life, "repay")[0]?.at;
  const known = from + USUAL_REFUND;
  return lasting({ kind: "refund_not_executed", from: known, until: until ?? null, noticedAt: known });
}

/** Returns are settled within five days of being received. What was taken back and not paid may be called a refund that was not executed. */
function returnUnsettled(life: Life): Trouble[] {
  const { returned } = life.truth;
  if (!returned) return [];
  const from = returned.at + USUAL_REFUND;
  const trouble = { from, until: returned.settledAt, noticedAt: returned.at + 7 * DAY };
  const restocked = stepsOf(life, "restock").length > 0;
  return [
    ...lasting({ ...trouble, kind: "return_unsettled" }),
    ...(restocked ? lasting({ ...trouble, kind: "refund_not_executed", beyondBlame: true }) : []),
  ];
}
