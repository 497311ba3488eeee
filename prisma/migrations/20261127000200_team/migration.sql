-- When Shopify was last asked for somebody's name.
ALTER TABLE staff_members ADD COLUMN identified_at timestamptz(3);

-- Who of those that a note names has seen it.
ALTER TABLE notes ADD COLUMN seen_by text[] NOT NULL DEFAULT '{}';
CREATE INDEX notes_mentions_idx ON notes USING gin (mentions);

-- One look tells whether a shop has something to wake, whoever else has.
CREATE INDEX conversations_shop_id_snoozed_until_idx ON conversations (shop_id, snoozed_until) WHERE status = 'snoozed';

-- A time to come back belongs to what is snoozed, whatever opens, answers or closes it.
CREATE FUNCTION forget_snooze() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.snoozed_until := NULL;
  RETURN NEW;
END $$;
CREATE TRIGGER forget_snooze BEFORE UPDATE OF status ON conversations
  FOR EACH ROW WHEN (NEW.status <> 'snoozed' AND NEW.snoozed_until IS NOT NULL) EXECUTE FUNCTION forget_snooze();

-- The order in which things were done to a conversation: whoever writes holds it, and may have read the clock long before.
CREATE SEQUENCE conversation_events_seq;
ALTER TABLE conversation_events ADD COLUMN seq bigint NOT NULL DEFAULT nextval('conversation_events_seq');
ALTER SEQUENCE conversation_events_seq OWNED BY conversation_events.seq;
GRANT USAGE ON SEQUENCE conversation_events_seq TO attune_app;
