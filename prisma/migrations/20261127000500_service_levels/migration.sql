-- By when a conversation is to be answered and closed, who is told of what cannot wait, and how shoppers say it went.

-- When the first of its clocks that run is over, and when it is warned of; null while none runs. What is at risk has at_risk_at behind it.
ALTER TABLE conversations ADD COLUMN due_at timestamptz(3);
ALTER TABLE conversations ADD COLUMN at_risk_at timestamptz(3);
CREATE INDEX conversations_due_at_idx ON conversations (shop_id, due_at, id) WHERE due_at IS NOT NULL;
CREATE INDEX conversations_at_risk_at_idx ON conversations (shop_id, at_risk_at, id) WHERE at_risk_at IS NOT NULL;

CREATE TABLE service_levels (
  conversation_id text PRIMARY KEY,
  shop_id text NOT NULL,
  first_due_at timestamptz(3),
  first_met_at timestamptz(3),
  first_missed_at timestamptz(3),
  next_due_at timestamptz(3),
  resolve_due_at timestamptz(3),
  resolve_missed_at timestamptz(3),
  met_at timestamptz(3),
  warned_at timestamptz(3),
  missed_at timestamptz(3),
  warned text[] NOT NULL DEFAULT '{}',
  missed text[] NOT NULL DEFAULT '{}',
  look_at timestamptz(3)
);
CREATE INDEX service_levels_shop_id_look_at_idx ON service_levels (shop_id, look_at) WHERE look_at IS NOT NULL;
CREATE INDEX service_levels_look_at_idx ON service_levels (look_at) WHERE look_at IS NOT NULL;

-- Whoever changes what a clock goes by has it looked at, at once: there is no way round it, and none to forget it. The conversation is
-- held before its level, here as in the job that looks.
CREATE FUNCTION look_at_level(about text) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, public, pg_temp AS $$
  INSERT INTO service_levels (conversation_id, shop_id, look_at)
  SELECT id, shop_id, to_timestamp(0) FROM conversations WHERE id = about FOR NO KEY UPDATE
  ON CONFLICT (conversation_id) DO UPDATE SET look_at = to_timestamp(0);
$$;

CREATE FUNCTION conversation_moved() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM service_levels WHERE conversation_id = OLD.id;
  ELSE
    PERFORM look_at_level(NEW.id);
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER conversations_level_begun AFTER INSERT OR DELETE ON conversations
FOR EACH ROW EXECUTE FUNCTION conversation_moved();
CREATE TRIGGER conversations_level_moved AFTER UPDATE OF status, priority, tags, channel, snoozed_until, unsent, parent_id ON conversations
FOR EACH ROW WHEN (
  (OLD.status, OLD.priority, OLD.tags, OLD.channel, OLD.snoozed_until, OLD.unsent, OLD.parent_id)
  IS DISTINCT FROM (NEW.status, NEW.priority, NEW.tags, NEW.channel, NEW.snoozed_until, NEW.unsent, NEW.parent_id))
EXECUTE FUNCTION conversation_moved();

CREATE FUNCTION message_moved() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM look_at_level(NEW.conversation_id);
  IF TG_OP = 'UPDATE' THEN
    PERFORM look_at_level(OLD.conversation_id);
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER messages_level_moved AFTER INSERT OR UPDATE OF conversation_id ON messages
FOR EACH ROW EXECUTE FUNCTION message_moved();

-- What is open already has its clocks, too.
INSERT INTO service_levels (conversation_id, shop_id, look_at)
SELECT id, shop_id, to_timestamp(0) FROM conversations WHERE status IN ('open', 'waiting', 'snoozed') AND NOT unsent;

-- One thing that somebody has to be told of at once.
CREATE TABLE alerts (
  id text PRIMARY KEY,
  shop_id text NOT NULL,
  key text NOT NULL,
  reason text NOT NULL,
  conversation_id text,
  message_id text,
  state text NOT NULL DEFAULT 'open',
  rounds int NOT NULL DEFAULT 0,
  opened_at timestamptz(3) NOT NULL,
  acknowledged_at timestamptz(3),
  acknowledged_by text,
  look_at timestamptz(3)
);
CREATE UNIQUE INDEX alerts_shop_id_key_key ON alerts (shop_id, key);
CREATE INDEX alerts_shop_id_look_at_idx ON alerts (shop_id, look_at) WHERE look_at IS NOT NULL;
CREATE INDEX alerts_look_at_idx ON alerts (look_at) WHERE look_at IS NOT NULL;
CREATE INDEX alerts_shop_id_conversation_id_idx ON alerts (shop_id, conversation_id);
CREATE INDEX alerts_shop_id_opened_at_idx ON alerts (shop_id, opened_at DESC, id);

-- The ledger of what left for whom: one row for each round and way, claimed, sent and confirmed like a mail to a shopper.
CREATE TABLE alert_sends (
  id text PRIMARY KEY,
  shop_id text NOT NULL,
  alert_id text NOT NULL,
  conversation_id text,
  round int NOT NULL,
  way text NOT NULL,
  status text NOT NULL DEFAULT 'queued',
  fence int NOT NULL DEFAULT 0,
  attempts int NOT NULL DEFAULT 0,
  next_attempt_at timestamptz(3) NOT NULL,
  lease_until timestamptz(3),
  response text,
  sealed bytea NOT NULL,
  created_at timestamptz(3) NOT NULL,
  at timestamptz(3) NOT NULL
);
CREATE UNIQUE INDEX alert_sends_alert_id_round_way_key ON alert_sends (alert_id, round, way);
CREATE INDEX alert_sends_shop_id_conversation_id_idx ON alert_sends (shop_id, conversation_id);

-- Whoever escalates a conversation has the named person told, whatever did it.
CREATE FUNCTION escalation_alerts() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO alerts (id, shop_id, key, reason, conversation_id, opened_at, look_at)
  VALUES (gen_random_uuid()::text, NEW.shop_id, 'escalated:' || NEW.id, 'escalated', NEW.conversation_id, NEW.at, to_timestamp(0))
  ON CONFLICT (shop_id, key) DO NOTHING;
  RETURN NULL;
END
$$;
CREATE TRIGGER conversation_events_alert AFTER INSERT ON conversation_events
FOR EACH ROW WHEN (NEW.kind = 'escalated') EXECUTE FUNCTION escalation_alerts();

-- One question, once for each conversation: how it went.
CREATE TABLE csat_requests (
  id text PRIMARY KEY,
  shop_id text NOT NULL,
  conversation_id text NOT NULL,
  contact_index text,
  state text NOT NULL DEFAULT 'planned',
  why text,
  scale smallint,
  language text,
  closed_at timestamptz(3) NOT NULL,
  asked_at timestamptz(3),
  delivery_id text,
  rating smallint,
  rated_at timestamptz(3),
  sealed bytea,
  look_at timestamptz(3)
);
CREATE UNIQUE INDEX csat_requests_shop_id_conversation_id_key ON csat_requests (shop_id, conversation_id);
CREATE INDEX csat_requests_shop_id_look_at_idx ON csat_requests (shop_id, look_at) WHERE look_at IS NOT NULL;
CREATE INDEX csat_requests_look_at_idx ON csat_requests (look_at) WHERE look_at IS NOT NULL;
CREATE INDEX csat_requests_shop_id_asked_at_idx ON csat_requests (shop_id, asked_at) WHERE asked_at IS NOT NULL;
CREATE INDEX csat_requests_shop_id_contact_index_idx ON csat_requests (shop_id, contact_index, asked_at);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['service_levels', 'alerts', 'alert_sends', 'csat_requests'] LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO attune_app', name);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY tenant ON %I TO attune_app USING (shop_id = current_setting(''app.shop_id'', true))
       WITH CHECK (shop_id = current_setting(''app.shop_id'', true))', name);
  END LOOP;
END $$;
