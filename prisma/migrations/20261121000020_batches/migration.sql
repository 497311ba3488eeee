-- Jobs of one name and one shop travel together. `batch` is the id of the first of them while they do; null for a job that
-- travels alone. `unknown_since`: since when no worker that took the job knew its name.
ALTER TABLE jobs ADD COLUMN batch bigint, ADD COLUMN unknown_since timestamptz(3);

-- A line is what waits of one name in one shop, the first attempts apart from the others: the relay goes from line to line,
-- so that neither a burst of one kind of work nor what keeps failing stands before the rest.
DROP INDEX jobs_waiting_idx;
CREATE INDEX jobs_waiting_idx ON jobs (shop_id, name, (attempts > 0), run_at, id) WHERE state = 'waiting';

-- What is on its way, a batch counted once: by its first job.
CREATE INDEX jobs_in_flight_idx ON jobs (shop_id, name) WHERE state IN ('queued', 'running') AND (batch IS NULL OR batch = id);
