import { previewOf, type FoundIssue, type KindPreview } from "#app/care/decide/preview-of.ts";
import { issueKindSchema, severitySchema } from "#app/care/detect/issue.ts";
import type { Tx } from "#app/db.server.ts";
import { days } from "#app/lib/duration.ts";
import { changeOutreach, type OutreachChange } from "#app/shop/outreach-settings.ts";
import { readSettings } from "#app/shop/read-settings.server.ts";

export type OutreachPreview = {
  /** Of how many days. */
  days: number;
  found: number;
  written: number;
  kinds: KindPreview[];
  /** There were more than are looked at: these are the newest. */
  cut: boolean;
};

const LOOKED_BACK = 30;
const MOST = 10_000;

type Row = {
  id: string;
  orderId: string;
  kind: string;
  subject: string;
  severity: number;
  knownSince: Date;
  openedAt: Date;
  resolvedAt: Date | null;
  contactIndex: string | null;
  optedOut: boolean;
};

/** What settings, saved or not, would have made of the issues that were found in the last thirty days (preview-of.ts says how nearly). */
export async function previewOutreach(
  tx: Tx,
  { shopId, change, now }: { shopId: string; change: OutreachChange; now: Date },
): Promise<OutreachPreview> {
  const { outreach } = await readSettings(tx, shopId);
  const since = new Date(now.getTime() - days(LOOKED_BACK));
  const rows = await tx.$queryRaw<Row[]>`
    SELECT i.id, i.order_id AS "orderId", i.kind, i.subject, i.severity, i.known_since AS "knownSince",
      i.opened_at AS "openedAt", i.resolved_at AS "resolvedAt", o.email_index AS "contactIndex",
      EXISTS (SELECT FROM suppressions WHERE shop_id = o.shop_id AND contact_index = o.email_index) AS "optedOut"
    FROM order_issues AS i JOIN orders AS o ON o.shop_id = i.shop_id AND o.id = i.order_id
    WHERE i.shop_id = ${shopId} AND i.opened_at > ${since} AND i.opened_at <= ${now}
    ORDER BY i.opened_at DESC LIMIT ${MOST + 1}`;
  const found = rows.slice(0, MOST).map(({ kind, severity, ...row }): FoundIssue => ({
    ...row,
    kind: issueKindSchema.parse(kind),
    severity: severitySchema.parse(severity),
    status: "open",
    snoozedUntil: null,
  }));
  const kinds = previewOf(found, changeOutreach(outreach, change));
  const written = kinds.reduce((sum, one) => sum + one.written, 0);
  return { days: LOOKED_BACK, found: found.length, written, kinds, cut: rows.length > MOST };
}
