-- Views of the inbox that people keep for themselves or for the team.
CREATE TABLE saved_views (
  id text PRIMARY KEY,
  shop_id text NOT NULL,
  owner_id text NOT NULL,
  shared boolean NOT NULL DEFAULT false,
  position int NOT NULL,
  sealed bytea NOT NULL,
  created_at timestamptz(3) NOT NULL
);
CREATE INDEX saved_views_shop_id_owner_id_idx ON saved_views (shop_id, owner_id);
CREATE INDEX saved_views_shared_idx ON saved_views (shop_id) WHERE shared;

-- Who has a conversation open, and whether they are writing. A row counts until its time.
CREATE TABLE presences (
  shop_id text NOT NULL,
  conversation_id text NOT NULL,
  staff_id text NOT NULL,
  here_until timestamptz(3) NOT NULL,
  typing_until timestamptz(3),
  PRIMARY KEY (shop_id, conversation_id, staff_id)
);
CREATE INDEX presences_shop_id_here_until_idx ON presences (shop_id, here_until);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['saved_views', 'presences'] LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO attune_app', name);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY tenant ON %I TO attune_app USING (shop_id = current_setting(''app.shop_id'', true))
       WITH CHECK (shop_id = current_setting(''app.shop_id'', true))', name);
  END LOOP;
END $$;

-- Tells every web process which conversation changed: ids only, and one and the same of a transaction once. Delivered at commit.
CREATE FUNCTION tell_desk() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  changed record;
  about text;
BEGIN
  IF TG_OP = 'DELETE' THEN
    changed := OLD;
  ELSE
    changed := NEW;
  END IF;
  IF TG_TABLE_NAME = 'conversations' THEN
    about := changed.id;
  ELSE
    about := changed.conversation_id;
  END IF;
  IF about IS NOT NULL THEN
    PERFORM pg_notify('attune_desk', changed.shop_id || ' ' || about || CASE TG_TABLE_NAME WHEN 'presences' THEN ' presence' ELSE '' END);
  END IF;
  RETURN NULL;
END
$$;
-- What nobody sees yet is no news.
CREATE TRIGGER conversations_begun_tell_desk AFTER INSERT ON conversations
FOR EACH ROW WHEN (NOT NEW.unsent) EXECUTE FUNCTION tell_desk();
CREATE TRIGGER conversations_tell_desk AFTER UPDATE ON conversations
FOR EACH ROW WHEN (NOT NEW.unsent AND OLD IS DISTINCT FROM NEW) EXECUTE FUNCTION tell_desk();
CREATE TRIGGER conversations_gone_tell_desk AFTER DELETE ON conversations
FOR EACH ROW WHEN (NOT OLD.unsent) EXECUTE FUNCTION tell_desk();
CREATE TRIGGER drafts_tell_desk AFTER INSERT OR UPDATE OR DELETE ON drafts
FOR EACH ROW EXECUTE FUNCTION tell_desk();
CREATE TRIGGER deliveries_tell_desk AFTER INSERT OR UPDATE OF status ON deliveries
FOR EACH ROW EXECUTE FUNCTION tell_desk();
CREATE TRIGGER presences_tell_desk AFTER INSERT OR UPDATE OR DELETE ON presences
FOR EACH ROW EXECUTE FUNCTION tell_desk();
