-- What the door, the relay and the sweep need. Partial indexes are not known to schema.prisma (Prisma leaves them alone).

-- A delivery is the same when its event is: one event gives one delivery per subscription of a topic.
CREATE UNIQUE INDEX webhook_deliveries_event_key ON webhook_deliveries (shop_domain, topic, event_id)
  WHERE event_id IS NOT NULL;

-- Sealed bytes do not compress: do not try.
ALTER TABLE webhook_deliveries ALTER COLUMN sealed_body SET STORAGE EXTERNAL;

-- Every job passes through each state once: an index per state that is looked for keeps the write small.
DROP INDEX jobs_state_run_at_idx;
DROP INDEX jobs_shop_id_state_run_at_idx;
DROP INDEX jobs_state_lease_until_idx;
CREATE INDEX jobs_waiting_idx ON jobs (shop_id, run_at, id) WHERE state = 'waiting';
CREATE INDEX jobs_queued_idx ON jobs (queued_at) WHERE state = 'queued';
CREATE INDEX jobs_running_idx ON jobs (lease_until) WHERE state = 'running';
CREATE INDEX jobs_quarantined_idx ON jobs (shop_id, id) WHERE state = 'quarantined';
CREATE INDEX jobs_done_idx ON jobs (done_at) WHERE state = 'done';

-- A shop's oldest delivery that is still to be handled, and what was set aside.
DROP INDEX webhook_deliveries_state_received_at_idx;
CREATE INDEX webhook_deliveries_open_idx ON webhook_deliveries (shop_id, received_at) WHERE state = 'recorded';
CREATE INDEX webhook_deliveries_quarantined_idx ON webhook_deliveries (received_at) WHERE state = 'quarantined';
