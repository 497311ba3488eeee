-- Until when somebody has to act, where there is such a time: of two conversations that are as urgent the earlier goes first.
ALTER TABLE conversations ADD COLUMN act_by timestamptz(3);

-- Why a conversation has its priority. Beside its row, so that no list reads it.
CREATE TABLE conversation_priorities (
  id text PRIMARY KEY,
  shop_id text NOT NULL,
  look_at timestamptz(3),
  sealed bytea NOT NULL
);

-- What a team wants done with messages of a kind, in the order in which it is looked at. One that is taken out of use keeps its name,
-- which the history of a conversation says.
CREATE TABLE triage_rules (
  id text PRIMARY KEY,
  shop_id text NOT NULL,
  position integer NOT NULL,
  version integer NOT NULL DEFAULT 1,
  name text NOT NULL,
  enabled boolean NOT NULL DEFAULT true,
  stop boolean NOT NULL DEFAULT false,
  conditions jsonb NOT NULL,
  actions jsonb NOT NULL,
  created_by text NOT NULL,
  created_at timestamptz(3) NOT NULL,
  changed_by text NOT NULL,
  changed_at timestamptz(3) NOT NULL,
  removed_at timestamptz(3)
);
CREATE INDEX triage_rules_shop_id_position_idx ON triage_rules (shop_id, position, id);

-- Whose turn it is: when a rule last gave somebody a conversation.
CREATE TABLE triage_turns (
  shop_id text NOT NULL,
  rule_id text NOT NULL,
  staff_id text NOT NULL,
  turn bigint NOT NULL,
  PRIMARY KEY (shop_id, rule_id, staff_id)
);

-- What one version of a rule did for one message: it does so once. Codes and ids only.
CREATE TABLE triage_applications (
  shop_id text NOT NULL,
  rule_id text NOT NULL,
  rule_version integer NOT NULL,
  message_id text NOT NULL,
  place integer NOT NULL,
  at timestamptz(3) NOT NULL,
  did jsonb NOT NULL,
  PRIMARY KEY (shop_id, message_id, rule_id, rule_version)
);
CREATE INDEX triage_applications_shop_id_rule_id_at_idx ON triage_applications (shop_id, rule_id, at);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['conversation_priorities', 'triage_rules', 'triage_turns', 'triage_applications'] LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO attune_app', name);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY tenant ON %I TO attune_app USING (shop_id = current_setting(''app.shop_id'', true))
       WITH CHECK (shop_id = current_setting(''app.shop_id'', true))', name);
  END LOOP;
END $$;

-- Both go with what they are about, whoever removes that.
CREATE FUNCTION forget_priority() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM conversation_priorities WHERE id = OLD.id;
  RETURN NULL;
END
$$;
CREATE TRIGGER forget_priority AFTER DELETE ON conversations FOR EACH ROW EXECUTE FUNCTION forget_priority();

CREATE FUNCTION forget_applications() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM triage_applications WHERE shop_id = OLD.shop_id AND message_id = OLD.id;
  RETURN NULL;
END
$$;
CREATE TRIGGER forget_applications AFTER DELETE ON messages FOR EACH ROW EXECUTE FUNCTION forget_applications();

-- As conversations_about (20261121000003_search_within_a_shop), of several orders at once: the newest conversations about any of them
-- that are in one of these states.
CREATE FUNCTION conversations_about_any(wanted text[], states text[], most int) RETURNS TABLE (id text, order_ids text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH found AS MATERIALIZED (
    SELECT c.id, c.order_ids, c.updated_at FROM conversations c
    WHERE c.shop_id = current_setting('app.shop_id', true) AND NOT c.unsent AND c.status = ANY (states)
      AND c.order_ids <> '{}' AND c.order_ids && wanted)
  SELECT found.id, found.order_ids FROM found ORDER BY found.updated_at DESC, found.id DESC LIMIT most
$$;
REVOKE EXECUTE ON FUNCTION conversations_about_any(text[], text[], int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION conversations_about_any(text[], text[], int) TO attune_app;
