import { BATCHES_PER_SHOP, type Together } from "#app/queue/share.ts";
import { systemPool } from "#app/system-db.server.ts";

/**
 * One job, or several of one name and one shop, on their way into the queue as one message. `ticket` is new each time, so that
 * the queue never takes it for one it has seen; `trace` is that of the first.
 */
export type PickedBatch = {
  ids: [string, ...string[]];
  shopId: string;
  ticket: string;
  trace: string | null;
};

export type Round = {
  after: string; // the last shop of the round before: shops are served in the order of their ids, from here on
  shops: number; // how many shops one round visits at most
  inFlightPerShop: number; // queued and running batches a shop may have: a burst leaves room for the others
  inQueue: number; // queued batches of all shops: what waits, waits in our table, where order can still be fair
  together: Together;
};

export type PickedRound =
  | { outcome: "not-our-turn" } // another relay is picking
  | {
      outcome: "picked";
      batches: PickedBatch[];
      after: string; // where the next round begins
      full: boolean; // the queue has no room for more
      whole: boolean; // every shop with a due job was visited
    };

type PickedRow = {
  ids: [string, ...string[]] | null;
  shopId: string | null;
  ticket: string;
  trace: string | null;
  mine: boolean;
  room: string | null;
  whole: boolean;
};

/** Due jobs, first every shop's first batch, then every shop's second … They are marked queued. */
export async function pickJobs(round: Round): Promise<PickedRound> {
  const { rows } = await systemPool.query<PickedRow>({
    name: "pick-jobs",
    text: PICK,
    values: [
      round.after,
      round.shops,
      round.inFlightPerShop,
      round.inQueue,
      Object.keys(round.together),
      Object.values(round.together),
    ],
  });
  const batches: PickedBatch[] = [];
  for (const { ids, shopId, ticket, trace } of rows)
    if (ids && shopId) batches.push({ ids, shopId, ticket, trace });
  const end = rows.at(-1); // the last shop visited, and how many batches the queue had room for
  if (!end?.mine) return { outcome: "not-our-turn" };
  const full = batches.length >= Number(end.room);
  // Where room ran out, the shops that got nothing come first next time.
  const after = full ? (batches.at(-1)?.shopId ?? round.after) : (end.shopId ?? round.after);
  return { outcome: "picked", batches, after, full, whole: end.whole };
}

// One relay picks at a time: two at once would not see what the other takes, and give a shop twice its share.
//
// `hops` goes from shop to shop on the index of the waiting jobs, from `after` to the end and then from the start, and `lines`
// from line to line of each (a line: what waits of one name, first attempts apart from the others), past all that is not due yet. So neither a burst of one
// shop, nor one of its kinds of work, nor what keeps failing costs the rest anything.
const PICK = `
WITH RECURSIVE busy AS MATERIALIZED (
  SELECT shop_id, name, count(*) AS batches, count(*) FILTER (WHERE state = 'queued') AS queued,
         count(*) FILTER (WHERE batch IS NOT NULL) AS together
  FROM jobs WHERE state IN ('queued', 'running') AND (batch IS NULL OR batch = id) GROUP BY shop_id, name
), queue AS MATERIALIZED (
  SELECT mine, room, least($2::bigint, greatest(64, room)) AS visits
  FROM (SELECT pg_try_advisory_xact_lock(hashtextextended('attune|pick-jobs', 0)) AS mine OFFSET 0) AS turn,
       LATERAL (SELECT greatest(0, $4::bigint - coalesce(sum(queued), 0)) AS room FROM busy) AS free
), hops(shop_id, place, wrapped) AS (
  SELECT $1::text, 0, false FROM queue WHERE mine AND room > 0
  UNION ALL
  SELECT hop.shop_id, hops.place + 1, hop.wrapped
  FROM hops CROSS JOIN LATERAL (
    (SELECT shop_id, false AS wrapped FROM jobs
     WHERE state = 'waiting' AND run_at <= now() AND NOT hops.wrapped AND shop_id > hops.shop_id ORDER BY shop_id LIMIT 1)
    UNION ALL
    (SELECT shop_id, true FROM jobs
     WHERE state = 'waiting' AND run_at <= now() AND NOT hops.wrapped AND shop_id <= $1 ORDER BY shop_id LIMIT 1)
    UNION ALL
    (SELECT shop_id, true FROM jobs
     WHERE state = 'waiting' AND run_at <= now() AND hops.wrapped AND shop_id > hops.shop_id AND shop_id <= $1
     ORDER BY shop_id LIMIT 1)
    LIMIT 1) AS hop
  WHERE hops.place < (SELECT visits FROM queue)
), visited AS MATERIALIZED (
  SELECT shop_id, place,
         greatest(0, $3::bigint - coalesce((SELECT sum(batches) FROM busy WHERE busy.shop_id = hops.shop_id), 0)) AS room
  FROM hops WHERE place > 0
), lines AS MATERIALIZED (
  SELECT visited.shop_id, visited.place, visited.room, line.name, line.again,
         coalesce(together.size, 1) AS size, together.size IS NOT NULL AS together,
         CASE WHEN together.size IS NULL THEN room
              ELSE least(room, greatest(0, ${BATCHES_PER_SHOP} - coalesce((
                SELECT busy.together FROM busy WHERE busy.shop_id = visited.shop_id AND busy.name = line.name), 0))) END AS batches
  FROM visited CROSS JOIN LATERAL (
    WITH RECURSIVE line(name, again) AS (
      (SELECT name, attempts > 0 FROM jobs
       WHERE state = 'waiting' AND run_at <= now() AND jobs.shop_id = visited.shop_id
       ORDER BY name, attempts > 0 LIMIT 1)
      UNION ALL
      SELECT next.name, next.again
      FROM line CROSS JOIN LATERAL (
        SELECT name, attempts > 0 AS again FROM jobs
        WHERE state = 'waiting' AND run_at <= now() AND jobs.shop_id = visited.shop_id
          AND (name, attempts > 0) > (line.name, line.again)
        ORDER BY name, attempts > 0 LIMIT 1) AS next
    ) SELECT name, again FROM line) AS line
  LEFT JOIN unnest($5::text[], $6::int[]) AS together(name, size) ON together.name = line.name AND NOT line.again
  WHERE visited.room > 0
), due AS (
  SELECT lines.*, first.id, first.run_at,
         (row_number() OVER (PARTITION BY lines.shop_id, lines.name, lines.again ORDER BY first.run_at, first.id) - 1)
           / lines.size AS turn
  FROM lines CROSS JOIN LATERAL (
    SELECT id, run_at FROM jobs
    WHERE state = 'waiting' AND jobs.shop_id = lines.shop_id AND jobs.name = lines.name
      AND (jobs.attempts > 0) = lines.again AND run_at <= now()
    ORDER BY run_at, id LIMIT lines.batches * lines.size FOR UPDATE SKIP LOCKED) AS first
), batches AS (
  SELECT shop_id, place, room, turn, together, min(run_at) AS since, min(id) AS head, array_agg(id ORDER BY run_at, id) AS ids
  FROM due GROUP BY shop_id, place, room, name, again, together, turn
), ranked AS (
  SELECT *, row_number() OVER (PARTITION BY shop_id ORDER BY turn, since, head) AS rank FROM batches
), chosen AS MATERIALIZED (
  SELECT * FROM ranked WHERE rank <= room ORDER BY rank, place LIMIT (SELECT room FROM queue)
), marked AS (
  UPDATE jobs SET state = 'queued', queued_at = clock_timestamp(), batch = CASE WHEN together THEN head END
  FROM (SELECT head, together, unnest(ids) AS id FROM chosen) AS one WHERE jobs.id = one.id
  RETURNING jobs.id, head, jobs.fence, jobs.queued_at, jobs.trace
)
SELECT chosen.ids, shop_id AS "shopId", marked.fence || '-' || (extract(epoch FROM queued_at) * 1000)::bigint AS ticket, trace,
       NULL::boolean AS mine, NULL::bigint AS room, NULL::boolean AS whole, rank, place
FROM chosen JOIN marked ON marked.id = chosen.head
UNION ALL
SELECT NULL, (SELECT shop_id FROM visited ORDER BY place DESC LIMIT 1), NULL, NULL, mine, room, (SELECT count(*) FROM visited) < visits, NULL, NULL
FROM queue
ORDER BY rank NULLS LAST, place`;

/** Puts picked jobs back: the queue did not take them. */
export async function unpickJobs(ids: readonly string[]): Promise<void> {
  await systemPool.query({
    name: "unpick-jobs",
    text: `UPDATE jobs SET state = 'waiting', queued_at = NULL, batch = NULL
           WHERE id IN (
             SELECT id FROM jobs WHERE id = ANY($1::bigint[]) AND state = 'queued' ORDER BY id FOR UPDATE SKIP LOCKED)`,
    values: [ids],
  });
}
