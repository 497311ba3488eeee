-- Where a message went that came as a conversation of its own and belonged to another one, which waited for an answer
-- (app/care/understand/join-conversation.server.ts): an address that was open or noted somewhere still leads there.
CREATE TABLE conversation_joins (
  from_id text PRIMARY KEY,
  shop_id text NOT NULL,
  into_id text NOT NULL,
  message_id text NOT NULL,
  joined_at timestamptz(3) NOT NULL
);
CREATE INDEX conversation_joins_shop_id_into_id_idx ON conversation_joins (shop_id, into_id);

GRANT SELECT, INSERT, UPDATE, DELETE ON conversation_joins TO attune_app;
ALTER TABLE conversation_joins ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON conversation_joins TO attune_app
  USING (shop_id = current_setting('app.shop_id', true)) WITH CHECK (shop_id = current_setting('app.shop_id', true));
