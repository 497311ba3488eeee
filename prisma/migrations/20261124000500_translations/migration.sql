-- What a model made of an incoming message in a reviewer's language, so that no translation is paid for twice
-- (app/care/draft/translate/kept-translation.server.ts).
CREATE TABLE translations (
  id text PRIMARY KEY,
  shop_id text NOT NULL,
  conversation_id text NOT NULL,
  message_id text NOT NULL,
  language text NOT NULL,
  digest text NOT NULL,
  sealed bytea NOT NULL,
  tokens_in integer NOT NULL,
  tokens_out integer NOT NULL,
  tokens_cached integer NOT NULL,
  cost_micros bigint NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX translations_message_id_language_digest_key ON translations (message_id, language, digest);
CREATE INDEX translations_shop_id_conversation_id_language_idx ON translations (shop_id, conversation_id, language);

GRANT SELECT, INSERT, UPDATE, DELETE ON translations TO attune_app;
ALTER TABLE translations ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON translations TO attune_app
  USING (shop_id = current_setting('app.shop_id', true)) WITH CHECK (shop_id = current_setting('app.shop_id', true));
