import { isDelayNotice } from "#app/care/decide/circumstances.ts";
import { comparableKinds } from "#app/care/decide/hold-out.ts";
import { issueKindSchema, type IssueKind } from "#app/care/detect/issue.ts";
import type { Volume } from "#app/care/learn/power-of.ts";
import type { Tx } from "#app/db.server.ts";
import { days } from "#app/lib/duration.ts";
import { settingsOfKind, type OutreachSettings } from "#app/shop/outreach-settings.ts";

/** `assumed`: too few are known for the share of those who write; another shop's usual one stands for it. */
export type ShopVolume = Volume & { assumed: boolean };

const LOOKED_BACK = 60;
const MONTH = 30;
/** Who has had so long has written, or does not. */
const TO_WRITE = 14;
const ENOUGH = 20;
const USUAL = 0.3;

type Row = {
  kind: string;
  country: string | null;
  severity: number;
  people: number;
  asked: number;
  wrote: number;
};

/** How many shoppers a comparison could be made with in a month, by kind, and how many of such shoppers write by themselves. */
export async function readVolume(
  tx: Tx,
  { shopId, now, settings }: { shopId: string; now: Date; settings: OutreachSettings },
): Promise<Map<IssueKind, ShopVolume>> {
  const since = new Date(now.getTime() - days(LOOKED_BACK));
  const rows = await tx.$queryRaw<Row[]>`
    SELECT kind, severity, country, count(*)::int AS people,
      (count(*) FILTER (WHERE had_time))::int AS asked, (count(*) FILTER (WHERE had_time AND wrote))::int AS wrote
    FROM (
      SELECT DISTINCT ON (i.kind, o.email_index) i.kind, i.severity, i.traits ->> 'country' AS country,
        i.opened_at <= ${new Date(now.getTime() - days(TO_WRITE))}::timestamptz AS had_time,
        EXISTS (
          SELECT FROM conversations AS c JOIN messages AS m ON m.shop_id = c.shop_id AND m.conversation_id = c.id
          WHERE c.shop_id = o.shop_id AND c.contact_index = o.email_index AND m.direction = 'in' AND NOT m.automatic
            AND m.at > i.opened_at AND m.at <= i.opened_at + ${TO_WRITE}::int * interval '1 day') AS wrote
      FROM order_issues AS i JOIN orders AS o ON o.shop_id = i.shop_id AND o.id = i.order_id
      WHERE i.shop_id = ${shopId} AND i.kind = ANY(${[...comparableKinds]}) AND i.opened_at > ${since}
        AND o.email_index IS NOT NULL
      ORDER BY i.kind, o.email_index, i.opened_at) AS first
    GROUP BY kind, severity, country`;
  const eligible = rows.filter(({ kind, country, severity }) => {
    const { on, from, toldBy } = settingsOfKind(settings, kind);
    const law = isDelayNotice(issueKindSchema.parse(kind), country);
    return on && toldBy === "attune" && severity >= from && law === "no";
  });
  return new Map(
    comparableKinds.map((kind) => {
      const ofKind = eligible.filter((one) => one.kind === kind);
      const sum = (of: "people" | "asked" | "wrote") => ofKind.reduce((total, one) => total + one[of], 0);
      const assumed = sum("asked") < ENOUGH;
      const baseline = assumed ? USUAL : sum("wrote") / sum("asked");
      return [kind, { perMonth: (sum("people") * MONTH) / LOOKED_BACK, baseline, assumed }];
    }),
  );
}
