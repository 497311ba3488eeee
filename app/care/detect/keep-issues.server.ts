import { isOfStock } from "#app/care/detect/group-incidents.ts";
import type { IssueContent, JudgedBy, Seen, Traits } from "#app/care/detect/issue.ts";
import { pastOf } from "#app/care/detect/past-of.ts";
import { sameTraits, type Settled } from "#app/care/detect/settle-issues.ts";
import { announceStakes } from "#app/conversation/announce-stakes.server.ts";
import type { Sql } from "#app/db.server.ts";
import { emitAll } from "#app/emit.server.ts";
import { timedId } from "#app/lib/timed-id.ts";
import { issuesKept } from "#app/metrics.server.ts";
import { sealJson, type ShopKeys } from "#app/shop/seal.ts";

/** What a look at an order came to. `seen` and `judgedBy` are null when it was deleted. */
export type LookedAt = {
  orderId: string;
  settled: readonly Settled[];
  seen: Seen | null;
  judgedBy: (() => JudgedBy) | null;
};

type Write = {
  id: string;
  order_id: string;
  kind: string;
  subject: string;
  severity: number;
  known_since: string;
  status: "open" | "resolved";
  resolved_by: string | null;
  traits: Traits;
  sealed: string;
  matters: boolean;
  regrouped: boolean;
};

/** `regrouped`: those that may have other causes in common with others now. */
export type Kept = { opened: number; resolved: number; regrouped: number };

/**
 * Writes what became of issues, in two statements however many they are, and tells who acts on those that changed in something that
 * matters: opened, resolved, another severity, other evidence. What a person put off comes back with it.
 */
export async function keepIssues(
  sql: Sql,
  keys: ShopKeys,
  { looked, now }: { looked: readonly LookedAt[]; now: Date },
): Promise<Kept> {
  const fresh: Write[] = [];
  const known: Write[] = [];
  for (const look of looked)
    for (const settled of look.settled)
      (settled.step === "open" ? fresh : known).push(writeOf(keys, look, { settled, now }));
  const opened = await insertAll(sql, keys.shopId, { writes: fresh, now });
  await updateAll(sql, keys.shopId, { writes: known, now });
  const told = [...opened, ...known.filter(({ matters }) => matters)];
  await emitAll(
    sql,
    told.map(({ id: issueId }) => ({ event: "issue-changed", data: { shopId: keys.shopId, issueId } })),
  );
  await announceStakes(
    sql,
    keys.shopId,
    told.map(({ order_id }) => order_id),
  );
  await askForStock(sql, keys.shopId, opened);
  const resolved = known.filter(({ status }) => status === "resolved");
  for (const { kind } of opened) issuesKept.inc({ kind, outcome: "opened" });
  for (const { kind } of resolved) issuesKept.inc({ kind, outcome: "resolved" });
  return {
    opened: opened.length,
    resolved: resolved.length,
    regrouped: known.filter(({ regrouped }) => regrouped).length,
  };
}

/** No webhook of an order says from which stock it leaves: of one of which that matters now Shopify is asked. */
async function askForStock(sql: Sql, shopId: string, opened: readonly Write[]): Promise<void> {
  const unknown = opened.filter(({ kind, traits }) => isOfStock(kind, traits) && !traits.location);
  await emitAll(
    sql,
    [...new Set(unknown.map(({ order_id: orderId }) => orderId))].map((orderId) => ({
      event: "stock-unclear",
      data: { shopId, orderId },
    })),
  );
}

function writeOf(keys: ShopKeys, look: LookedAt, { settled, now }: { settled: Settled; now: Date }): Write {
  const { orderId: order_id, seen, judgedBy } = look;
  if (settled.step === "resolve") {
    const { known, by } = settled;
    const { id, kind, subject, severity, openedAt, traits } = known;
    const content = { ...known.content(), ...(seen ? { resolvedPast: pastOf(seen.order, now) } : {}) };
    return {
      ...{
        id,
        order_id,
        kind,
        subject,
        severity,
        traits,
        status: "resolved",
        resolved_by: by,
        matters: true,
        regrouped: false,
      },
      known_since: openedAt.toISOString(),
      sealed: sealed(keys, id, content),
    };
  }
  const { found, step } = settled;
  const id = step === "open" ? timedId(now.getTime()) : settled.known.id;
  const before = step === "open" ? {} : settled.known.content();
  const judged = step === "change" ? {} : { judgedBy: judgedBy?.(), resolvedPast: undefined };
  const { evidence, stakes, kind, subject, severity, knownSince } = found;
  return {
    ...{ id, order_id, kind, subject, severity, status: "open", resolved_by: null },
    known_since: knownSince.toISOString(),
    traits: found.traits ?? {},
    sealed: sealed(keys, id, { ...before, evidence, stakes, ...judged }),
    matters: step !== "change" || settled.matters,
    regrouped: step === "change" && !sameTraits(settled.known.traits, found.traits ?? {}),
  };
}

const sealed = (keys: ShopKeys, id: string, content: IssueContent) =>
  Buffer.from(sealJson(keys, `order_issues.sealed:${id}`, content)).toString("base64");

const RECORDS = `jsonb_to_recordset($2::jsonb) AS given(id text, order_id text, kind text, subject text, severity smallint,
  known_since timestamptz, status text, resolved_by text, traits jsonb, sealed text, matters boolean)`;

type Writing = { writes: Write[]; now: Date };

/** Those that are new: whatever ran beside this, one of a kind and subject is written once. */
async function insertAll(sql: Sql, shopId: string, { writes, now }: Writing): Promise<Write[]> {
  if (writes.length === 0) return [];
  const rows = await sql<{ id: string }>(
    `INSERT INTO order_issues (id, shop_id, order_id, kind, subject, severity, known_since, opened_at, changed_at, traits, sealed)
     SELECT id, $1, order_id, kind, subject, severity, LEAST(known_since, $3), $3, $3, traits, decode(sealed, 'base64')
     FROM ${RECORDS}
     ON CONFLICT (shop_id, order_id, kind, subject) DO NOTHING RETURNING id`,
    [shopId, JSON.stringify(writes), now.toISOString()],
  );
  const written = new Set(rows.map(({ id }) => id));
  return writes.filter(({ id }) => written.has(id));
}

async function updateAll(sql: Sql, shopId: string, { writes, now }: Writing): Promise<void> {
  if (writes.length === 0) return;
  await sql(
    `UPDATE order_issues i SET subject = given.subject, severity = given.severity, status = given.status,
       resolved_by = given.resolved_by, resolved_at = CASE WHEN given.status = 'resolved' THEN $3::timestamptz END,
       changed_at = CASE WHEN given.matters THEN $3::timestamptz ELSE i.changed_at END,
       snoozed_until = CASE WHEN given.matters THEN NULL ELSE i.snoozed_until END,
       traits = given.traits, sealed = decode(given.sealed, 'base64')
     FROM ${RECORDS} WHERE i.id = given.id AND i.shop_id = $1`,
    [shopId, JSON.stringify(writes), now.toISOString()],
  );
}
