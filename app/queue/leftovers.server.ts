import type { ClientBase } from "pg";
import { minutes, type Duration } from "#app/lib/duration.ts";

/** A pass takes this much at most of each; the next one takes the rest. */
const MOST = 500;
/** A row and its job commit together, so that any row without a job is left over; the wait is for clocks and for operators. */
export const LEFT_AFTER: Duration = minutes(5);

export type Subject = {
  /** The jobs that may settle it, by name. */
  jobs: readonly (
    "mirrorDeliveries" | "mirrorDelivery" | "receiveMessage" | "deliverReply" | "backfillShop"
  )[];
  /** The field of the job's data that names the row. */
  field: "deliveryId" | "inboundId" | "shopId";
  /** Ids of the rows in progress that have not changed for `$1` milliseconds. */
  inProgress: string;
};

export const subjects = {
  webhooks: {
    jobs: ["mirrorDeliveries", "mirrorDelivery"],
    field: "deliveryId",
    inProgress: `SELECT id FROM webhook_deliveries
      WHERE state = 'recorded' AND received_at < now() - $1 * interval '1 millisecond'`,
  },
  messages: {
    jobs: ["receiveMessage"],
    field: "inboundId",
    inProgress: `SELECT id FROM inbound_messages
      WHERE state = 'recorded' AND received_at < now() - $1 * interval '1 millisecond'`,
  },
  deliveries: {
    jobs: ["deliverReply"],
    field: "deliveryId",
    inProgress: `SELECT id FROM deliveries
      WHERE status IN ('queued', 'sending') AND at < now() - $1 * interval '1 millisecond'
        AND (lease_until IS NULL OR lease_until < now())`,
  },
  backfills: {
    jobs: ["backfillShop"],
    field: "shopId",
    inProgress: `SELECT shop_id FROM backfills
      WHERE state IN ('waiting', 'running') AND updated_at < now() - $1 * interval '1 millisecond'`,
  },
} as const satisfies Record<string, Subject>;

/** `why`: what an operator reads, in words of ours and of the job's own row, which quotes nobody. */
export type Leftover = { id: string; why: string };

/**
 * Rows in progress whose job will not run again: it was set aside, or ended without settling them, or is gone. EXCEPT hashes
 * both sides whatever the planner believes, so that a backlog of a hundred thousand jobs costs one read of them.
 */
export async function findLeftovers(
  client: ClientBase,
  { jobs, field, inProgress }: Subject,
  leftAfter: Duration,
): Promise<Leftover[]> {
  const names = jobs.map((name) => `'${name}'`).join(", ");
  const inState = (state: string) =>
    `SELECT data ->> '${field}' AS id FROM jobs WHERE state = '${state}' AND name IN (${names})`;
  const { rows } = await client.query<Leftover>({
    text: `WITH left_over(id) AS MATERIALIZED (
             (${inProgress}
              EXCEPT (${inState("waiting")} UNION ALL ${inState("queued")} UNION ALL ${inState("running")}))
             LIMIT ${MOST}),
           set_aside AS (
             SELECT left_over.id, (array_agg(jobs.error ORDER BY jobs.id DESC))[1] AS error
             FROM jobs JOIN left_over ON left_over.id = data ->> '${field}'
             WHERE state = 'quarantined' AND name IN (${names}) GROUP BY left_over.id)
           SELECT left_over.id, coalesce('its job was set aside: ' || error, 'its job ended and did not settle it') AS why
           FROM left_over LEFT JOIN set_aside USING (id)`,
    values: [leftAfter],
  });
  return rows;
}
