import { z } from "zod";
import {
  causes,
  causesOf,
  FEWEST,
  groupIncidents,
  TOGETHER,
  type Cause,
  type Grouped,
  type OpenIncident,
  type OpenIssue,
} from "#app/care/detect/group-incidents.ts";
import { traitsSchema } from "#app/care/detect/issue.ts";
import { lockLooks } from "#app/care/detect/look-at-orders.server.ts";
import type { Sql } from "#app/db.server.ts";
import type { Handler } from "#app/job.ts";
import { days } from "#app/lib/duration.ts";
import { timedId } from "#app/lib/timed-id.ts";

/** What is usual is what the eight weeks before brought, at the volume of the last two. */
const BEFORE = days(56);
const VOLUME = days(14);
/** Of more open issues than this, the newest. */
const MOST = 20_000;

/** Issues opened or were resolved: what they have in common is found, and what incidents won or lost is written down. */
export const keepIncidents: Handler<"keepIncidents"> = async (ports, run) => {
  const { shopId } = run;
  const now = ports.now();
  // Before the lock: it reads the orders of ten weeks, and looking at orders does not wait for that.
  const read = await run.inShopSql(async (sql) =>
    (await isFew(sql, shopId, now)) ? null : growth(sql, shopId, now),
  );
  return run.inShopSql(async (sql) => {
    await lockLooks(sql, shopId);
    const incidents = await openIncidents(sql, shopId);
    const oldest = Math.min(now.getTime(), ...incidents.map(({ openedAt }) => openedAt.getTime()));
    const issues = await openIssues(sql, shopId, new Date(oldest - TOGETHER));
    const usual = await usualOf(sql, shopId, { issues, now, growth: read });
    const grouped = groupIncidents({ issues, incidents, usual, now });
    const fresh = await write(sql, shopId, { grouped, now });
    return `${grouped.incidents.length} open incidents: ${fresh} new, ${grouped.closed.length} over`;
  });
};

/** Whether fewer issues opened of late than make an incident. */
async function isFew(sql: Sql, shopId: string, now: Date): Promise<boolean> {
  const rows = await sql(
    `SELECT id FROM order_issues WHERE shop_id = $1 AND opened_at >= $2 AND known_since >= $2 AND status = 'open' LIMIT ${FEWEST}`,
    [shopId, new Date(now.getTime() - TOGETHER).toISOString()],
  );
  return rows.length < FEWEST;
}

async function openIncidents(sql: Sql, shopId: string): Promise<OpenIncident[]> {
  const rows = await sql<Omit<OpenIncident, "cause"> & { cause: string }>(
    `SELECT id, kind, cause, cause_key AS "causeKey", opened_at AS "openedAt" FROM incidents
     WHERE shop_id = $1 AND state = 'open' ORDER BY opened_at, id`,
    [shopId],
  );
  return rows.map((row) => ({ ...row, cause: z.enum(causes).parse(row.cause) }));
}

async function openIssues(sql: Sql, shopId: string, since: Date): Promise<OpenIssue[]> {
  const rows = await sql<Omit<OpenIssue, "traits"> & { traits: unknown }>(
    `SELECT id, kind, known_since AS "knownSince", traits FROM order_issues
     WHERE shop_id = $1 AND opened_at >= $2 AND known_since >= $2 AND status = 'open'
     ORDER BY opened_at DESC, id DESC LIMIT ${MOST}`,
    [shopId, since.toISOString()],
  );
  return rows.map(({ traits, ...row }) => ({ ...row, traits: traitsSchema.catch({}).parse(traits) }));
}

type Lately = {
  issues: OpenIssue[];
  now: Date;
  /** Read before; null while there were too few issues to ask. */
  growth: number | null;
};

/** How many issues of a kind a cause brings in 72 hours: what it did in the weeks before, by how much more is sold now. */
async function usualOf(
  sql: Sql,
  shopId: string,
  { issues, now, growth: read }: Lately,
): Promise<(kind: string, cause: Cause) => number> {
  const until = new Date(now.getTime() - TOGETHER);
  const recent = issues.filter(({ knownSince }) => knownSince >= until);
  if (recent.length < FEWEST) return () => 0;
  const rows = await sql<{ kind: string; traits: unknown; count: number }>(
    `SELECT kind, traits, count(*)::int AS count FROM order_issues
     WHERE shop_id = $1 AND kind = ANY($2::text[]) AND opened_at >= $3 AND known_since >= $3 AND known_since < $4
     GROUP BY kind, traits`,
    [
      ...[shopId, [...new Set(recent.map(({ kind }) => kind))]],
      ...[new Date(until.getTime() - BEFORE).toISOString(), until.toISOString()],
    ],
  );
  const before = new Map<string, number>();
  for (const { kind, traits, count } of rows)
    for (const one of causesOf(kind, traitsSchema.catch({}).parse(traits)))
      before.set(keyOf(kind, one), (before.get(keyOf(kind, one)) ?? 0) + count);
  const factor = (read ?? (await growth(sql, shopId, now))) * (TOGETHER / BEFORE);
  return (kind, cause) => (before.get(keyOf(kind, cause)) ?? 0) * factor;
}

const keyOf = (kind: string, { cause, causeKey }: Cause) => `${kind}|${cause}|${causeKey}`;

/** How many times as many orders a day are placed now as in the weeks before. */
async function growth(sql: Sql, shopId: string, now: Date): Promise<number> {
  const since = now.getTime() - VOLUME;
  const [row] = await sql<{ now: number; before: number }>(
    `SELECT count(*) FILTER (WHERE placed_at >= $3)::int AS now, count(*) FILTER (WHERE placed_at < $3)::int AS before
     FROM orders WHERE shop_id = $1 AND placed_at >= $2 AND placed_at <= $4`,
    [shopId, new Date(since - BEFORE).toISOString(), new Date(since).toISOString(), now.toISOString()],
  );
  if (!row || row.before === 0) return 1;
  return Math.max(1, row.now / VOLUME / (row.before / BEFORE));
}

/** Answers how many incidents are new. */
async function write(
  sql: Sql,
  shopId: string,
  { grouped, now }: { grouped: Grouped; now: Date },
): Promise<number> {
  const at = now.toISOString();
  const named = grouped.incidents.map((one) => ({
    ...one,
    id: one.id ?? timedId(now.getTime()),
    fresh: !one.id,
  }));
  const fresh = named.filter((one) => one.fresh);
  if (fresh.length > 0)
    await sql(
      `INSERT INTO incidents (id, shop_id, kind, cause, cause_key, opened_at, changed_at)
       SELECT id, $1, kind, cause, cause_key, $6, $6
       FROM unnest($2::text[], $3::text[], $4::text[], $5::text[]) AS given(id, kind, cause, cause_key)`,
      [
        ...[shopId, fresh.map(({ id }) => id), fresh.map(({ kind }) => kind)],
        ...[fresh.map(({ cause }) => cause), fresh.map(({ causeKey }) => causeKey), at],
      ],
    );
  const places = named.flatMap(({ id, members }) => members.map((issueId) => ({ id, issueId })));
  const moved = await sql<{ incident: string | null; before: string | null }>(
    `WITH given AS (SELECT * FROM unnest($2::text[], $3::text[]) AS given(issue_id, incident_id)),
     wrong AS (
       SELECT i.id, i.incident_id AS before, given.incident_id AS after FROM given JOIN order_issues i ON i.id = given.issue_id
       WHERE i.shop_id = $1 AND i.incident_id IS DISTINCT FROM given.incident_id
       UNION ALL
       SELECT i.id, i.incident_id, NULL FROM order_issues i
       WHERE i.shop_id = $1 AND i.incident_id IS NOT NULL AND i.status = 'open' AND i.id NOT IN (SELECT issue_id FROM given))
     UPDATE order_issues i SET incident_id = wrong.after FROM wrong WHERE i.id = wrong.id
     RETURNING wrong.after AS incident, wrong.before`,
    [shopId, places.map(({ issueId }) => issueId), places.map(({ id }) => id)],
  );
  const changed = moved.flatMap(({ incident, before }) => [incident, before]).filter((id) => id !== null);
  await sql(
    `UPDATE incidents SET changed_at = $4, state = CASE WHEN id = ANY($2::text[]) THEN 'closed' ELSE state END,
       closed_at = CASE WHEN id = ANY($2::text[]) THEN $4::timestamptz END
     WHERE shop_id = $1 AND state = 'open' AND (id = ANY($2::text[]) OR id = ANY($3::text[]) OR EXISTS (
       SELECT FROM order_issues i WHERE i.shop_id = $1 AND i.incident_id = incidents.id AND i.resolved_at > incidents.changed_at))`,
    [shopId, grouped.closed, changed, at],
  );
  return fresh.length;
}
