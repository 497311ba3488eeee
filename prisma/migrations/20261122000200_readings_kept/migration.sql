-- Readings are kept: a message that is read again gets another row, and the earlier one stays as it was. The rows there are keep
-- their message's id as their own, which is what they are sealed under.
ALTER TABLE readings RENAME COLUMN created_at TO made_at;
ALTER TABLE readings
  ADD COLUMN id text,
  ADD COLUMN version integer NOT NULL DEFAULT 1,
  ADD COLUMN made_for text NOT NULL DEFAULT 'first',
  ADD COLUMN thread text[] NOT NULL DEFAULT '{}',
  ADD COLUMN unsure boolean,
  ADD COLUMN agreed boolean,
  ADD COLUMN expires_at timestamptz(3),
  ADD COLUMN cleared_at timestamptz(3);
UPDATE readings SET
  id = message_id,
  thread = ARRAY[message_id],
  -- As EMOTION_KEPT in app/care/understand/emotion-kept.ts.
  expires_at = coalesce((SELECT at FROM messages WHERE messages.id = readings.message_id), made_at) + interval '90 days';
ALTER TABLE readings
  DROP CONSTRAINT readings_pkey,
  ALTER COLUMN id SET NOT NULL,
  ALTER COLUMN expires_at SET NOT NULL,
  ADD CONSTRAINT readings_pkey PRIMARY KEY (id);
CREATE UNIQUE INDEX readings_message_id_version_key ON readings (message_id, version);

-- How a shop's messages were read when they came, by the index alone.
CREATE INDEX readings_rates_idx ON readings (shop_id, made_at) INCLUDE (unsure, agreed) WHERE version = 1;
-- Whose emotion is to be taken out next, of all shops.
CREATE INDEX readings_expiring_idx ON readings (expires_at) WHERE cleared_at IS NULL;

CREATE TABLE reading_corrections (
  id text NOT NULL,
  shop_id text NOT NULL,
  conversation_id text NOT NULL,
  message_id text NOT NULL,
  reading_id text NOT NULL,
  field text NOT NULL,
  from_label text NOT NULL,
  to_label text NOT NULL,
  by_staff text NOT NULL,
  at timestamptz(3) NOT NULL,
  ended_at timestamptz(3),
  ended_by text,
  CONSTRAINT reading_corrections_pkey PRIMARY KEY (id)
);
CREATE INDEX reading_corrections_shop_id_conversation_id_idx ON reading_corrections (shop_id, conversation_id);
CREATE INDEX reading_corrections_shop_id_at_idx ON reading_corrections (shop_id, at);
CREATE UNIQUE INDEX reading_corrections_standing_idx ON reading_corrections (message_id, field) WHERE ended_at IS NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON reading_corrections TO attune_app;
ALTER TABLE reading_corrections ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON reading_corrections TO attune_app
  USING (shop_id = current_setting('app.shop_id', true)) WITH CHECK (shop_id = current_setting('app.shop_id', true));
