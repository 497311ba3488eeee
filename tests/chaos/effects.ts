// What happened in the database, kept by triggers: whether an effect ran twice cannot be told from how the rows end.
import type { Postgres } from "./postgres-server.ts";

/** A schema of the test's own. The triggers run as their owner, so that they write from under the tenant's role, too. */
const LOG = `
CREATE SCHEMA chaos;
CREATE TABLE chaos.effects (
  seq bigserial PRIMARY KEY, at timestamptz NOT NULL DEFAULT clock_timestamp(), tx bigint NOT NULL DEFAULT txid_current(),
  what text NOT NULL, id text NOT NULL, detail text);

CREATE FUNCTION chaos.keep() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  INSERT INTO chaos.effects (what, id, detail) VALUES (TG_ARGV[0], NEW.id::text, OLD.state || ' > ' || NEW.state);
  RETURN NULL;
END $$;
-- By the times: a second effect writes the same state over the first.
CREATE TRIGGER chaos_handled AFTER UPDATE ON webhook_deliveries FOR EACH ROW
  WHEN (OLD.handled_at IS DISTINCT FROM NEW.handled_at) EXECUTE FUNCTION chaos.keep('delivery');
CREATE TRIGGER chaos_threaded AFTER UPDATE ON inbound_messages FOR EACH ROW
  WHEN (OLD.handled_at IS DISTINCT FROM NEW.handled_at) EXECUTE FUNCTION chaos.keep('inbound');
CREATE TRIGGER chaos_done AFTER UPDATE ON jobs FOR EACH ROW
  WHEN (OLD.done_at IS DISTINCT FROM NEW.done_at AND NEW.state = 'done') EXECUTE FUNCTION chaos.keep('job');

-- Who has a job in its hands: every process says its name where it connects.
CREATE TABLE chaos.claims (job bigint NOT NULL, fence int NOT NULL, by text NOT NULL);
CREATE FUNCTION chaos.keep_claim() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  INSERT INTO chaos.claims (job, fence, by) VALUES (NEW.id, NEW.fence, current_setting('application_name'));
  RETURN NULL;
END $$;
CREATE TRIGGER chaos_claimed AFTER UPDATE ON jobs FOR EACH ROW
  WHEN (OLD.fence IS DISTINCT FROM NEW.fence AND NEW.state = 'running') EXECUTE FUNCTION chaos.keep_claim();

CREATE FUNCTION chaos.went_back() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  INSERT INTO chaos.effects (what, id, detail)
  VALUES ('went back', TG_TABLE_NAME || ' ' || NEW.id, OLD.updated_at || ' > ' || NEW.updated_at);
  RETURN NULL;
END $$;
`;

const VERSIONED = [
  "orders",
  "customers",
  "fulfillments",
  "fulfillment_events",
  "fulfillment_orders",
  "refunds",
  "returns",
  "disputes",
];

export async function logEffects(postgres: Postgres): Promise<void> {
  await postgres.query(LOG);
  for (const table of VERSIONED)
    await postgres.query(
      `CREATE TRIGGER chaos_went_back AFTER UPDATE ON ${table} FOR EACH ROW
       WHEN (NEW.updated_at < OLD.updated_at) EXECUTE FUNCTION chaos.went_back()`,
    );
}

export type Claim = { job: string; fence: number };

/**
 * The jobs that a process has in its hands while it is frozen: none while a statement of its runs on, and without those whose
 * transaction stands open, which nobody else can take.
 */
export async function claimsOf(postgres: Postgres, process: string): Promise<Claim[]> {
  return postgres.query<Claim>(
    `SELECT id::text AS job, jobs.fence FROM jobs JOIN chaos.claims ON job = id AND claims.fence = jobs.fence AND by = $1
     WHERE state = 'running'
       AND NOT EXISTS (SELECT FROM pg_stat_activity WHERE application_name = $1 AND state = 'active')
     FOR UPDATE OF jobs SKIP LOCKED`,
    [process],
  );
}

/** Whether somebody else has had one of these jobs since. */
export async function takenOver(postgres: Postgres, claims: Claim[]): Promise<boolean> {
  const rows = await postgres.query(
    `SELECT FROM chaos.claims JOIN unnest($1::bigint[], $2::int[]) AS old(job, fence) USING (job)
     WHERE claims.fence > old.fence`,
    [claims.map(({ job }) => job), claims.map(({ fence }) => fence)],
  );
  return rows.length > 0;
}

/** Each finds rows that must not be there; what it answers is said in the test's failure. */
const doubled: Record<string, string> = {
  "a delivery was handled twice": `
    SELECT id, array_agg(detail ORDER BY seq) AS detail FROM chaos.effects
    WHERE what = 'delivery' GROUP BY id HAVING count(*) > 1`,
  "a mail was taken in twice": `
    SELECT id, array_agg(detail ORDER BY seq) AS detail FROM chaos.effects
    WHERE what = 'inbound' GROUP BY id HAVING count(*) > 1`,
  "a job was done twice": `
    SELECT id, array_agg(detail ORDER BY seq) AS detail FROM chaos.effects
    WHERE what = 'job' GROUP BY id HAVING count(*) > 1`,
  "a webhook was handed on twice": `
    SELECT data ->> 'deliveryId' AS id, count(*) AS detail FROM jobs
    WHERE event = 'webhook-unclear' GROUP BY 1 HAVING count(*) > 1`,
  "a version was overwritten by an older one": `
    SELECT id, detail FROM chaos.effects WHERE what = 'went back'`,
  "a conversation waits with two drafts": `
    SELECT conversation_id AS id, count(*) AS detail FROM drafts WHERE status = 'waiting' GROUP BY 1 HAVING count(*) > 1`,
  "a draft version was written twice": `
    SELECT message_id AS id, version AS detail FROM drafts WHERE message_id IS NOT NULL GROUP BY 1, 2 HAVING count(*) > 1`,
  "a message was answered twice": `
    SELECT drafts.message_id AS id, array_agg(deliveries.status) AS detail
    FROM deliveries JOIN drafts ON drafts.id = draft_id WHERE message_id IS NOT NULL GROUP BY 1 HAVING count(*) > 1`,
  "a sent reply stands in its conversation twice": `
    SELECT delivery_id AS id, count(*) AS detail FROM messages WHERE delivery_id IS NOT NULL GROUP BY 1 HAVING count(*) > 1`,
};

/** What ran twice, or wrote over something newer. */
export async function doubledEffects(postgres: Postgres): Promise<string[]> {
  const found: string[] = [];
  for (const [what, query] of Object.entries(doubled)) {
    const rows = await postgres.query<{ id: string; detail: unknown }>(`${query} LIMIT 5`);
    found.push(...rows.map(({ id, detail }) => `${what}: ${id} (${String(detail)})`));
  }
  return found;
}
