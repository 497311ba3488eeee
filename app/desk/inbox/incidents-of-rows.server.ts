import { traitsSchema } from "#app/care/detect/issue.ts";
import { incidentPlace, incidentToward } from "#app/desk/incident-place.ts";
import type { ListedIncident } from "#app/desk/inbox/listed-conversation.ts";
import type { Tx } from "#app/db.server.ts";

type Row = { orderId: string; id: string; cause: string; causeKey: string; traits: unknown };

/** The open incident that each of the orders belongs to, by order; of several the one that weighs most. */
export async function incidentsOfRows(
  tx: Tx,
  shopId: string,
  orderIds: readonly string[],
): Promise<Map<string, ListedIncident>> {
  if (orderIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<Row[]>`
    SELECT DISTINCT ON (i.order_id) i.order_id AS "orderId", n.id, n.cause, n.cause_key AS "causeKey", i.traits
    FROM order_issues i JOIN incidents n ON n.shop_id = i.shop_id AND n.id = i.incident_id AND n.state = 'open'
    WHERE i.shop_id = ${shopId} AND i.order_id = ANY(${[...orderIds]}::text[]) AND i.status = 'open'
    ORDER BY i.order_id, i.severity DESC, n.id`;
  return new Map(
    rows.map(({ orderId, id, traits: given, ...cause }) => {
      const traits = traitsSchema.catch({}).parse(given);
      return [orderId, { id, place: incidentPlace(cause, traits), toward: incidentToward(cause, traits) }];
    }),
  );
}
