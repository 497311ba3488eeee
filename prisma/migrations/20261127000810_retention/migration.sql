-- What is older than a shop keeps it is looked for by its age.
CREATE INDEX attachments_shop_id_created_at_idx ON attachments (shop_id, created_at) WHERE sealed_content IS NOT NULL AND message_id IS NOT NULL;
CREATE INDEX inbound_messages_kept_idx ON inbound_messages (shop_id, received_at) WHERE size > 0 AND state IN ('threaded', 'skipped');
