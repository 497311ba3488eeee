import { systemPool } from "#app/system-db.server.ts";

/** A job on its way into the queue. `ticket` is new each time, so that the queue never takes it for one it has seen. */
export type PickedJob = { id: string; shopId: string; ticket: string };

export type Round = {
  after: string; // the last shop of the round before: shops are served in the order of their ids, from here on
  shops: number; // how many shops one round visits at most
  inFlightPerShop: number; // queued and running jobs a shop may have: a burst leaves room for the others
  inQueue: number; // queued jobs of all shops: what waits, waits in our table, where order can still be fair
};

export type PickedRound = {
  jobs: PickedJob[];
  after: string; // where the next round begins
  full: boolean; // the queue has no room for more
  whole: boolean; // every shop that waits was visited
};

/** Due jobs, first every shop's first, then every shop's second … They are marked queued. */
export async function pickJobs(round: Round): Promise<PickedRound> {
  const { rows } = await systemPool.query<{
    id: string | null;
    shopId: string | null;
    ticket: string;
    room: string | null;
    visited: string | null;
  }>({
    name: "pick-jobs",
    text: PICK,
    values: [round.after, round.shops, round.inFlightPerShop, round.inQueue],
  });
  const jobs: PickedJob[] = [];
  for (const { id, shopId, ticket } of rows) if (id && shopId) jobs.push({ id, shopId, ticket });
  const end = rows.at(-1); // the last shop visited, how many were, and how many jobs the queue had room for
  const full = jobs.length >= Number(end?.room ?? 0);
  // Where room ran out, the shops that got nothing come first next time.
  const after = full ? (jobs.at(-1)?.shopId ?? round.after) : (end?.shopId ?? round.after);
  return { jobs, after, full, whole: Number(end?.visited ?? 0) < round.shops };
}

// `hops` goes from shop to shop on the index (shop_id, run_at, id) of the waiting jobs, from `after` to the end and then from
// the start, so a burst of one shop costs the others nothing. FOR UPDATE SKIP LOCKED: any number of relays may run.
const PICK = `
WITH RECURSIVE busy AS (
  SELECT shop_id, 1 AS in_queue FROM jobs WHERE state = 'queued'
  UNION ALL SELECT shop_id, 0 FROM jobs WHERE state = 'running'
), queue AS (
  SELECT greatest(0, $4::bigint - coalesce(sum(in_queue), 0)) AS room FROM busy
), hops(shop_id, place, wrapped) AS (
  SELECT $1::text, 0, false
  UNION ALL
  SELECT hop.shop_id, hops.place + 1, hop.wrapped
  FROM hops CROSS JOIN LATERAL (
    (SELECT shop_id, false AS wrapped FROM jobs
     WHERE state = 'waiting' AND NOT hops.wrapped AND shop_id > hops.shop_id ORDER BY shop_id LIMIT 1)
    UNION ALL
    (SELECT shop_id, true FROM jobs
     WHERE state = 'waiting' AND NOT hops.wrapped AND shop_id <= $1 ORDER BY shop_id LIMIT 1)
    UNION ALL
    (SELECT shop_id, true FROM jobs
     WHERE state = 'waiting' AND hops.wrapped AND shop_id > hops.shop_id AND shop_id <= $1 ORDER BY shop_id LIMIT 1)
    LIMIT 1) AS hop
  WHERE hops.place < $2
), visited AS (
  SELECT shop_id, place, greatest(0, $3::bigint - (SELECT count(*) FROM busy WHERE busy.shop_id = hops.shop_id)) AS room
  FROM hops WHERE place > 0
), due AS (
  SELECT first.id, first.run_at, visited.shop_id, visited.place
  FROM visited CROSS JOIN LATERAL (
    SELECT id, run_at FROM jobs WHERE state = 'waiting' AND jobs.shop_id = visited.shop_id AND run_at <= now()
    ORDER BY run_at, id LIMIT visited.room FOR UPDATE SKIP LOCKED) AS first
), ranked AS (
  SELECT id, place, row_number() OVER (PARTITION BY shop_id ORDER BY run_at, id) AS rank FROM due
), chosen AS (
  SELECT id, place, rank FROM ranked ORDER BY rank, place LIMIT (SELECT room FROM queue)
), marked AS (
  UPDATE jobs SET state = 'queued', queued_at = clock_timestamp() FROM chosen WHERE jobs.id = chosen.id
  RETURNING jobs.id, jobs.shop_id, jobs.fence, jobs.queued_at, chosen.rank, chosen.place
)
SELECT id, shop_id AS "shopId", fence || '-' || (extract(epoch FROM queued_at) * 1000)::bigint AS ticket,
       NULL::bigint AS room, NULL::bigint AS visited, rank, place
FROM marked
UNION ALL
SELECT NULL, (SELECT shop_id FROM visited ORDER BY place DESC LIMIT 1), NULL, room, (SELECT count(*) FROM visited), NULL, NULL
FROM queue
ORDER BY rank NULLS LAST, place`;

/** Puts picked jobs back: the queue did not take them. */
export async function unpickJobs(ids: string[]): Promise<void> {
  await systemPool.query({
    name: "unpick-jobs",
    text: `UPDATE jobs SET state = 'waiting', queued_at = NULL WHERE id = ANY($1::bigint[]) AND state = 'queued'`,
    values: [ids],
  });
}
