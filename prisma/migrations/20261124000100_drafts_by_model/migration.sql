-- What a model answered when it was asked for a draft, so that no answer is paid for twice
-- (app/care/draft/model/kept-draft-answer.server.ts).
CREATE TABLE draft_answers (
  id text PRIMARY KEY,
  shop_id text NOT NULL,
  conversation_id text NOT NULL,
  message_id text NOT NULL,
  digest text NOT NULL,
  sealed bytea NOT NULL,
  tokens_in integer NOT NULL,
  tokens_out integer NOT NULL,
  tokens_cached integer NOT NULL,
  cost_micros bigint NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX draft_answers_message_id_digest_key ON draft_answers (message_id, digest);
CREATE INDEX draft_answers_shop_id_conversation_id_created_at_idx ON draft_answers (shop_id, conversation_id, created_at);

-- What a shop's drafts by a model cost each month (UTC), in millionths of a US dollar, and what is held for those under way
-- (app/care/draft/model/draft-budget.server.ts).
CREATE TABLE draft_spending (
  shop_id text NOT NULL,
  month date NOT NULL,
  reserved_micros bigint NOT NULL DEFAULT 0,
  spent_micros bigint NOT NULL DEFAULT 0,
  questions integer NOT NULL DEFAULT 0,
  PRIMARY KEY (shop_id, month)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON draft_answers, draft_spending TO attune_app;
ALTER TABLE draft_answers ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON draft_answers TO attune_app
  USING (shop_id = current_setting('app.shop_id', true)) WITH CHECK (shop_id = current_setting('app.shop_id', true));
ALTER TABLE draft_spending ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON draft_spending TO attune_app
  USING (shop_id = current_setting('app.shop_id', true)) WITH CHECK (shop_id = current_setting('app.shop_id', true));
