import { issueKindSchema, severitySchema, traitsSchema } from "#app/care/detect/issue.ts";
import { incidentPlace, incidentToward } from "#app/desk/incident-place.ts";
import type { IncidentSummary } from "#app/desk/issue-shapes.ts";
import type { Tx } from "#app/db.server.ts";

type Row = {
  id: string;
  kind: string;
  cause: string;
  causeKey: string;
  state: string;
  openedAt: Date;
  orders: number;
  severity: number | null;
  waiting: number;
  traits: unknown;
};

/** More at once is not many causes but one that nobody looks for here. */
const MOST = 20;

/** The open incidents, what weighs most first, with how many orders belong to each and how many drafts wait. */
export async function listIncidents(tx: Tx, shopId: string): Promise<IncidentSummary[]> {
  return shown(await rowsOf(tx, { shopId, id: null }));
}

/** One incident, open or over; null when there is none with this id. */
export async function readIncident(tx: Tx, shopId: string, id: string): Promise<IncidentSummary | null> {
  return shown(await rowsOf(tx, { shopId, id }))[0] ?? null;
}

function rowsOf(tx: Tx, { shopId, id }: { shopId: string; id: string | null }): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    SELECT n.id, n.kind, n.cause, n.cause_key AS "causeKey", n.state, n.opened_at AS "openedAt",
      m.orders::int AS orders, m.severity::int AS severity, m.traits,
      (SELECT count(*)::int FROM order_issues i JOIN outreaches o ON o.shop_id = i.shop_id AND o.issue_id = i.id
       WHERE i.shop_id = n.shop_id AND i.incident_id = n.id AND o.state = 'waiting') AS waiting
    FROM incidents n, LATERAL (
      SELECT count(DISTINCT i.order_id) AS orders, max(i.severity) AS severity,
        (array_agg(i.traits ORDER BY i.opened_at))[1] AS traits
      FROM order_issues i WHERE i.shop_id = n.shop_id AND i.incident_id = n.id AND i.status = 'open') AS m
    WHERE n.shop_id = ${shopId} AND (n.id = ${id} OR (${id}::text IS NULL AND n.state = 'open'))
    ORDER BY m.severity DESC NULLS LAST, n.opened_at DESC, n.id LIMIT ${MOST}::int`;
}

const shown = (rows: Row[]): IncidentSummary[] =>
  rows.flatMap(({ traits: given, kind, severity, openedAt, causeKey, ...row }) => {
    const known = issueKindSchema.safeParse(kind);
    if (!known.success) return [];
    const traits = traitsSchema.catch({}).parse(given);
    const cause = { cause: row.cause, causeKey };
    return [
      {
        ...row,
        kind: known.data,
        // One that is over has no members any more to weigh it by.
        severity: severitySchema.catch(1).parse(severity),
        openedAt: openedAt.toISOString(),
        place: incidentPlace(cause, traits),
        toward: incidentToward(cause, traits),
      },
    ];
  });
