-- What was set aside is listed per shop, tried again or dismissed. Who dismissed it is kept; when stands in handled_at and done_at.
ALTER TABLE webhook_deliveries ADD COLUMN dismissed_by text;
ALTER TABLE inbound_messages ADD COLUMN dismissed_by text;
ALTER TABLE jobs ADD COLUMN dismissed_by text;

DROP INDEX webhook_deliveries_quarantined_idx;
CREATE INDEX webhook_deliveries_quarantined_idx ON webhook_deliveries (shop_id, received_at) WHERE state = 'quarantined';
-- What was dismissed is forgotten after some days, as what was handled.
CREATE INDEX webhook_deliveries_dismissed_idx ON webhook_deliveries (handled_at) WHERE state = 'dismissed';
CREATE INDEX inbound_messages_dismissed_idx ON inbound_messages (handled_at) WHERE state = 'dismissed';
CREATE INDEX jobs_dismissed_idx ON jobs (done_at) WHERE state = 'dismissed';
-- A job of a webhook or a message is shown as that, not twice.
CREATE INDEX jobs_quarantined_delivery_idx ON jobs ((data ->> 'deliveryId')) WHERE state = 'quarantined';
