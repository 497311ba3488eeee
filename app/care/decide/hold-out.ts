import { createHmac } from "node:crypto";
import { z } from "zod";
import { isDelayNotice, type Arm, type Circumstances } from "#app/care/decide/circumstances.ts";
import type { IssueKind, Stake } from "#app/care/detect/issue.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

export const armSchema = z.enum(["written", "held_out"]) satisfies z.ZodType<Arm>;

/** What only keeps somebody waiting. Of all else a shopper can act, has lost money, or is in danger: they are told. */
const MAY_WAIT: ReadonlySet<IssueKind> = new Set([
  "unfulfilled",
  "preorder_slipped",
  "not_picked_up",
  "stalled",
  "past_estimate",
  "partly_shipped",
]);

const NEVER: ReadonlySet<Stake> = new Set([
  "needed_by",
  "gift",
  "perishable",
  "lost_money",
  "second_failure",
]);

/** The kinds that a comparison can be made for. */
export const comparableKinds: readonly IssueKind[] = [...MAY_WAIT];

/** `because` is the end of a sentence, `code` its name; `stake`: which is too much, where one is. */
export type Eligible = { eligible: true } | { eligible: false; code: string; because: string; stake?: Stake };

/** What a comparison would cost whom it is made with. Pure. */
export function mayBeHeldOut(
  given: Pick<Circumstances, "issue" | "stage" | "order" | "shopper" | "said">,
): Eligible {
  const { issue, stage, order, shopper, said } = given;
  const not = (code: string, because: string): Extract<Eligible, { eligible: false }> => ({
    ...{ eligible: false, code, because },
  });
  if (stage !== "first") return not("not_first", "only a first word is left out, never what follows one");
  if (!MAY_WAIT.has(issue.kind))
    return not("can_act", "they can still act, or it is about their money or safety");
  const stake = issue.stakes.find((one) => NEVER.has(one));
  if (stake)
    return { ...not("stake", `too much is at stake for them (${stake.replaceAll("_", " ")})`), stake };
  if (order.dated) return not("dated", "they need it by a day");
  if (shopper.riskFlags.length > 0) return not("care_needed", "what they wrote lately needs care");
  if (said.promisedUntil) return not("promised", "a promise to them is open");
  switch (isDelayNotice(issue.kind, order.country)) {
    case "yes":
      return not("delay_notice", "US law may require this notice (16 CFR 435)");
    case "unknown":
      return not(
        "country_unknown",
        "the country is not known, so US law may require this notice (16 CFR 435)",
      );
    case "no":
      return { eligible: true };
  }
}

/**
 * The arm of one shopper for one kind of issue: the same whenever and wherever it is asked, and nothing that anybody could choose.
 *
 * @param share of the shoppers who are held out, 0 to 1
 */
export function armOf(
  keys: Pick<ShopKeys, "index">,
  { contactIndex, kind, share }: { contactIndex: string; kind: IssueKind; share: number },
): Arm {
  const drawn = createHmac("sha256", keys.index).update(`hold-out|${kind}|${contactIndex}`).digest();
  return drawn.readUIntBE(0, 6) / 2 ** 48 < share ? "held_out" : "written";
}
