import { gatherCircumstances } from "#app/care/decide/gather-circumstances.server.ts";
import { mayWeWrite } from "#app/care/decide/may-we-write.ts";
import { meanwhile, type Worded } from "#app/care/decide/outreach.ts";
import type { Tx } from "#app/db.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

export type StillWanted =
  /**
   * `notBefore`: when the shopper's quiet hours are over; null: it may leave now. `readFirst`: what they wrote lately bears a risk mark, and
   * it is told all the same because the law may require it.
   */
  | { wanted: true; notBefore: Date | null; readFirst: boolean }
  /** `why`: a sentence for who reviews. */
  | ({ wanted: false } & Worded);

const not = (...said: Parameters<typeof meanwhile>): StillWanted => ({
  wanted: false,
  ...meanwhile(...said),
});
const isToBeRead = ({ rule, code }: Worded) => rule === "care_needed" && code === "required";
const MAY_LEAVE: ReadonlySet<string> = new Set(["wanted", "waiting", "approved"]);

/**
 * Whether a message that was decided for is to be told still: asked when a person approves it, and once more inside the claim of its
 * delivery. Everything is looked at anew, as it is then; only what it was drawn for in a comparison is settled. Reads alone.
 */
export async function stillWanted(
  tx: Tx,
  keys: ShopKeys,
  { outreachId, now }: { outreachId: string; now: Date },
): Promise<StillWanted> {
  const own = await tx.outreach.findUnique({ where: { id: outreachId } });
  if (!own) return not("gone", "It is gone.");
  if (!MAY_LEAVE.has(own.state))
    return not("state", `It is ${own.state.replaceAll("_", " ")} meanwhile.`, { state: own.state });
  const gathered = await gatherCircumstances(tx, keys, { issueId: own.issueId, now, own });
  if (!gathered) return not("order_gone", "The order or the issue is gone.");
  if (own.contactIndex !== null && own.contactIndex !== gathered.contactIndex)
    return not("other_address", "The order has another address meanwhile.");
  const { next } = gathered;
  if (next?.stage.stage !== own.stage || next.stage.news !== own.news)
    return next
      ? not("newer", `Something newer is to be told (${next.stage.stage}).`, { stage: next.stage.stage })
      : not("nothing", "Nothing is to be told of it any more.");
  const decision = mayWeWrite(next.given);
  switch (decision.outcome) {
    case "write":
    case "held_out":
      return { wanted: true, notBefore: decision.notBefore, readFirst: decision.reasons.some(isToBeRead) };
    case "hold":
    case "refuse": {
      const against = decision.reasons.find(({ outcome }) => outcome === decision.outcome);
      if (!against) return not("not_to_be_told", "It is not to be told.");
      const { outcome: _outcome, until: _until, ...said } = against;
      return { wanted: false, ...said };
    }
  }
}
