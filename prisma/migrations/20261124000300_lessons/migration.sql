-- What people changed in drafts, a row per change, and what the shop's people made of what they change again and again (app/care/learn).
-- The words are sealed; `signature` is a keyed digest of what a change would teach, equal for equal corrections.
CREATE TABLE draft_edits (
  id text PRIMARY KEY,
  shop_id text NOT NULL,
  conversation_id text NOT NULL,
  draft_id text NOT NULL,
  class text NOT NULL,
  language text NOT NULL,
  intent text NOT NULL,
  removed integer NOT NULL,
  added integer NOT NULL,
  signature text,
  lesson_id text,
  sealed bytea NOT NULL,
  by_staff text NOT NULL,
  at timestamptz(3) NOT NULL
);
CREATE INDEX draft_edits_shop_id_signature_at_idx ON draft_edits (shop_id, signature, at);
CREATE INDEX draft_edits_shop_id_conversation_id_idx ON draft_edits (shop_id, conversation_id);
CREATE INDEX draft_edits_shop_id_lesson_id_at_idx ON draft_edits (shop_id, lesson_id, at);
CREATE INDEX draft_edits_shop_id_at_idx ON draft_edits (shop_id, at);

CREATE TABLE lessons (
  id text PRIMARY KEY,
  shop_id text NOT NULL,
  rule text NOT NULL,
  language text NOT NULL,
  state text NOT NULL DEFAULT 'proposed',
  signature text NOT NULL,
  article_id text,
  sealed bytea NOT NULL,
  proposed_at timestamptz(3) NOT NULL,
  decided_at timestamptz(3),
  decided_by text
);
CREATE UNIQUE INDEX lessons_shop_id_signature_key ON lessons (shop_id, signature);
CREATE INDEX lessons_shop_id_state_id_idx ON lessons (shop_id, state, id);

GRANT SELECT, INSERT, UPDATE, DELETE ON draft_edits, lessons TO attune_app;
ALTER TABLE draft_edits ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON draft_edits TO attune_app
  USING (shop_id = current_setting('app.shop_id', true)) WITH CHECK (shop_id = current_setting('app.shop_id', true));
ALTER TABLE lessons ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON lessons TO attune_app
  USING (shop_id = current_setting('app.shop_id', true)) WITH CHECK (shop_id = current_setting('app.shop_id', true));
