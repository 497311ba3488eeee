-- What a team needs to share the work on conversations: who takes it, how it is sorted, when it comes back, and what was done to it.
ALTER TABLE conversations ADD COLUMN assignee_id text;
ALTER TABLE conversations ADD COLUMN tags text[] NOT NULL DEFAULT '{}';
ALTER TABLE conversations ADD COLUMN snoozed_until timestamptz(3);
-- With a warehouse or a carrier, about the conversation with the shopper that it belongs to.
ALTER TABLE conversations ADD COLUMN parent_id text;
CREATE INDEX conversations_tags_idx ON conversations USING gin (tags);
CREATE INDEX conversations_shop_id_assignee_id_idx ON conversations (shop_id, assignee_id, status, updated_at DESC, id DESC)
  WHERE NOT unsent;
CREATE INDEX conversations_snoozed_until_idx ON conversations (snoozed_until) WHERE status = 'snoozed';
CREATE INDEX conversations_parent_id_idx ON conversations (parent_id) WHERE parent_id IS NOT NULL;

-- The people of the merchant's team who have opened the app, and what each may do.
CREATE TABLE staff_members (
  shop_id text NOT NULL,
  id text NOT NULL,
  role text NOT NULL,
  away boolean NOT NULL DEFAULT false,
  created_at timestamptz(3) NOT NULL,
  seen_at timestamptz(3) NOT NULL,
  removed_at timestamptz(3),
  sealed bytea NOT NULL,
  PRIMARY KEY (shop_id, id)
);

-- What was done to a conversation, by whom: ids and codes only, never words.
CREATE TABLE conversation_events (
  id text PRIMARY KEY,
  shop_id text NOT NULL,
  conversation_id text NOT NULL,
  kind text NOT NULL,
  by text NOT NULL,
  at timestamptz(3) NOT NULL,
  change_id text,
  data jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX conversation_events_shop_id_conversation_id_at_idx ON conversation_events (shop_id, conversation_id, at, id);
CREATE INDEX conversation_events_change_id_idx ON conversation_events (change_id) WHERE change_id IS NOT NULL;

-- What the team writes to itself; no shopper ever reads it.
CREATE TABLE notes (
  id text PRIMARY KEY,
  shop_id text NOT NULL,
  conversation_id text NOT NULL,
  written_by text NOT NULL,
  mentions text[] NOT NULL DEFAULT '{}',
  at timestamptz(3) NOT NULL,
  edited_at timestamptz(3),
  sealed bytea NOT NULL
);
CREATE INDEX notes_shop_id_conversation_id_at_idx ON notes (shop_id, conversation_id, at, id);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['staff_members', 'conversation_events', 'notes'] LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO attune_app', name);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY tenant ON %I TO attune_app USING (shop_id = current_setting(''app.shop_id'', true))
       WITH CHECK (shop_id = current_setting(''app.shop_id'', true))', name);
  END LOOP;
END $$;
