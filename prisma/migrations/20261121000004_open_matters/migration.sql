-- The home page and the inbox's views ask for a shop's deliveries by their status, the newest first.
CREATE INDEX deliveries_shop_id_status_at_idx ON deliveries (shop_id, status, at);

-- Messages that are still to be handled, and what was set aside: a handful of rows of a table of raw mail.
CREATE INDEX inbound_messages_open_idx ON inbound_messages (shop_id, received_at) WHERE state = 'recorded';
CREATE INDEX inbound_messages_quarantined_idx ON inbound_messages (shop_id, received_at) WHERE state = 'quarantined';
