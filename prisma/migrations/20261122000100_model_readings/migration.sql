-- What the model said of a message, so that no message is paid for twice (app/care/understand/kept-answer.server.ts).
CREATE TABLE model_readings (
  message_id text PRIMARY KEY,
  shop_id text NOT NULL,
  conversation_id text NOT NULL,
  digest text NOT NULL,
  sealed bytea NOT NULL,
  tokens_in integer NOT NULL,
  tokens_out integer NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX model_readings_shop_id_conversation_id_idx ON model_readings (shop_id, conversation_id);

-- What a shop's questions to a model took each day (UTC), and what is held for those under way
-- (app/care/understand/model-budget.server.ts).
CREATE TABLE model_usage (
  shop_id text NOT NULL,
  day date NOT NULL,
  reserved bigint NOT NULL DEFAULT 0,
  tokens_in bigint NOT NULL DEFAULT 0,
  tokens_out bigint NOT NULL DEFAULT 0,
  questions integer NOT NULL DEFAULT 0,
  PRIMARY KEY (shop_id, day)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON model_readings, model_usage TO attune_app;
ALTER TABLE model_readings ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON model_readings TO attune_app
  USING (shop_id = current_setting('app.shop_id', true)) WITH CHECK (shop_id = current_setting('app.shop_id', true));
ALTER TABLE model_usage ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON model_usage TO attune_app
  USING (shop_id = current_setting('app.shop_id', true)) WITH CHECK (shop_id = current_setting('app.shop_id', true));
