import { comparableKinds } from "#app/care/decide/hold-out.ts";
import {
  differenceOf,
  knownOf,
  type Counts,
  type Difference,
  type Known,
} from "#app/care/learn/always-valid.ts";
import { powerOf, type Power } from "#app/care/learn/power-of.ts";
import { readUnhappy } from "#app/care/learn/read-unhappy.server.ts";
import { readVolume } from "#app/care/learn/read-volume.server.ts";
import type { IssueKind } from "#app/care/detect/issue.ts";
import type { Tx } from "#app/db.server.ts";
import { readSettings } from "#app/shop/read-settings.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

/** What is compared, and after how many days it is counted: whoever was drawn later has had no time for it yet. */
export const outcomes = {
  contact: 14,
  refund: 60,
  chargeback: 90,
  repeat_60: 60,
  repeat_90: 90,
  unhappy_contact: 14,
} as const;
export type HoldOutOutcome = keyof typeof outcomes;

export type OutcomeRow = {
  outcome: HoldOutOutcome;
  days: number;
  written: Counts;
  heldOut: Counts;
  /** Of those who were written to, less of those who were not; always valid (always-valid.ts). */
  difference: Difference;
  known: Known;
};

export type HoldOutResults = {
  on: boolean;
  share: number;
  method: string;
  kinds: {
    kind: IssueKind;
    outcomes: OutcomeRow[];
    /** What six months would show of it, by this shop's last 60 days. `assumed`: how many write is not known here. */
    power: Power & { perMonth: number; baseline: number; assumed: boolean };
  }[];
};

const METHOD =
  "By intention to treat. Intervals hold with 95 % at every look at once: Robbins' mixture of likelihood ratios (1970) for each arm, their product by Ville's inequality; see Johari, Koomen, Pekelis, Walsh (2022), Operations Research 70(3).";

/**
 * Whether writing helped, as far as the shop's own records say: both arms with their counts, however few. Who was drawn stays in their
 * arm, whatever became of it later. `share`: as it is saved, or as somebody thinks of saving it.
 */
export async function holdOutResults(
  tx: Tx,
  keys: ShopKeys,
  { now, share }: { now: Date; share?: number | undefined },
): Promise<HoldOutResults> {
  const { outreach } = await readSettings(tx, keys.shopId);
  const volumes = await readVolume(tx, { shopId: keys.shopId, now, settings: outreach });
  const counted = await countOutcomes(tx, keys.shopId, now);
  const unhappy = await readUnhappy(tx, keys, { now, days: outcomes.unhappy_contact });
  const part = share ?? outreach.holdOut.share;
  return {
    on: outreach.holdOut.on,
    share: part,
    method: METHOD,
    kinds: comparableKinds.map((kind) => {
      const volume = volumes.get(kind) ?? { perMonth: 0, baseline: 0, assumed: true };
      const rows = (Object.keys(outcomes) as HoldOutOutcome[]).map((outcome) => {
        const of = (arm: string) =>
          (outcome === "unhappy_contact" ? unhappy : counted).get(`${kind}|${arm}|${outcome}`) ?? {
            n: 0,
            k: 0,
          };
        return rowOf(outcome, of("written"), of("held_out"));
      });
      return { kind, outcomes: rows, power: { ...powerOf(volume, part), ...volume } };
    }),
  };
}

function rowOf(outcome: HoldOutOutcome, written: Counts, heldOut: Counts): OutcomeRow {
  const difference = differenceOf(written, heldOut);
  const known = knownOf(difference, [written, heldOut]);
  return { outcome, days: outcomes[outcome], written, heldOut, difference, known };
}

type Row = { kind: string; arm: string; outcome: string; n: number; k: number };

/** Counted from the records themselves, so that nothing drifts: a late refund counts, and so does an order that came by another way. */
async function countOutcomes(tx: Tx, shopId: string, now: Date): Promise<Map<string, Counts>> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT kind, arm, outcome, (count(*) FILTER (WHERE assigned_at + days * interval '1 day' <= ${now}::timestamptz))::int AS n,
      (count(*) FILTER (WHERE happened AND assigned_at + days * interval '1 day' <= ${now}::timestamptz))::int AS k
    FROM hold_outs AS h CROSS JOIN LATERAL (
      SELECT 'contact' AS outcome, ${outcomes.contact}::int AS days, EXISTS (
        SELECT FROM conversations AS c JOIN messages AS m ON m.shop_id = c.shop_id AND m.conversation_id = c.id
        WHERE c.shop_id = h.shop_id AND c.contact_index = h.contact_index AND m.direction = 'in' AND NOT m.automatic
          AND m.at > h.assigned_at AND m.at <= h.assigned_at + ${outcomes.contact}::int * interval '1 day'
          AND NOT EXISTS (
            -- Who answers our own mail did not have to ask. Only those who were written to can.
            SELECT FROM messages AS ours JOIN deliveries AS d ON d.shop_id = ours.shop_id AND d.id = ours.delivery_id
            WHERE ours.shop_id = m.shop_id AND ours.conversation_id = m.conversation_id AND ours.direction = 'out'
              AND d.purpose = 'outreach' AND ours.at <= m.at)) AS happened
      UNION ALL
      SELECT 'refund', ${outcomes.refund}::int, EXISTS (
        SELECT FROM refunds AS r WHERE r.shop_id = h.shop_id AND r.order_id = h.order_id AND r.at > h.assigned_at
          AND r.at <= h.assigned_at + ${outcomes.refund}::int * interval '1 day')
      UNION ALL
      SELECT 'chargeback', ${outcomes.chargeback}::int, EXISTS (
        SELECT FROM disputes AS d WHERE d.shop_id = h.shop_id AND d.order_id = h.order_id
          AND lower(d.type) = 'chargeback' AND COALESCE(d.initiated_at, d.updated_at) > h.assigned_at
          AND COALESCE(d.initiated_at, d.updated_at) <= h.assigned_at + ${outcomes.chargeback}::int * interval '1 day')
      UNION ALL
      SELECT 'repeat_' || after, after, EXISTS (
        SELECT FROM orders AS o WHERE o.shop_id = h.shop_id AND o.email_index = h.contact_index AND o.deleted_at IS NULL
          AND o.placed_at > h.assigned_at AND o.placed_at <= h.assigned_at + after * interval '1 day')
      FROM unnest(ARRAY[${outcomes.repeat_60}::int, ${outcomes.repeat_90}::int]) AS after
    ) AS seen
    WHERE h.shop_id = ${shopId} GROUP BY kind, arm, outcome`;
  return new Map(rows.map(({ kind, arm, outcome, n, k }) => [`${kind}|${arm}|${outcome}`, { n, k }]));
}
