-- What a person puts together or takes apart can be put back: what was moved, and how both conversations stood before.
CREATE TABLE conversation_merges (
  id text PRIMARY KEY,
  shop_id text NOT NULL,
  from_id text NOT NULL,
  into_id text NOT NULL,
  contact_index text,
  by text NOT NULL,
  at timestamptz(3) NOT NULL,
  undone_at timestamptz(3),
  undone_by text,
  moved jsonb NOT NULL,
  sealed bytea NOT NULL
);
CREATE INDEX conversation_merges_shop_id_into_id_idx ON conversation_merges (shop_id, into_id);
CREATE INDEX conversation_merges_shop_id_from_id_idx ON conversation_merges (shop_id, from_id);

-- Mail that answers what was sent from a conversation that is no more finds the one that took it in.
ALTER TABLE conversation_joins ADD COLUMN reply_token text;
CREATE INDEX conversation_joins_reply_token_idx ON conversation_joins (reply_token) WHERE reply_token IS NOT NULL;

-- A file that waits to be sent belongs to no message yet: it has a place (the conversation it is written in), then a delivery.
ALTER TABLE attachments ALTER COLUMN message_id DROP NOT NULL;
ALTER TABLE attachments ADD COLUMN place_id text;
ALTER TABLE attachments ADD COLUMN delivery_id text;
ALTER TABLE attachments ADD COLUMN uploaded_by text;
CREATE INDEX attachments_place_id_idx ON attachments (shop_id, place_id) WHERE place_id IS NOT NULL;
CREATE INDEX attachments_delivery_id_idx ON attachments (shop_id, delivery_id) WHERE delivery_id IS NOT NULL;

-- Whom a mail goes to besides, so that their data can be found and removed.
ALTER TABLE deliveries ADD COLUMN copy_indexes text[] NOT NULL DEFAULT '{}';
CREATE INDEX deliveries_copy_indexes_idx ON deliveries USING gin (copy_indexes) WHERE copy_indexes <> '{}';

GRANT SELECT, INSERT, UPDATE, DELETE ON conversation_merges TO attune_app;
ALTER TABLE conversation_merges ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON conversation_merges TO attune_app
  USING (shop_id = current_setting('app.shop_id', true))
  WITH CHECK (shop_id = current_setting('app.shop_id', true));
