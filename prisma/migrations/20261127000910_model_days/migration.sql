-- What a shop's questions to a model took, by day where the shop is (app/care/understand/count-model-day.server.ts). The budgets are
-- held by day and month of UTC; this is what its owner looks at, and it stays when the conversations are erased.
CREATE TABLE model_days (
  shop_id text NOT NULL,
  day date NOT NULL,
  use text NOT NULL,
  questions integer NOT NULL DEFAULT 0,
  tokens_in bigint NOT NULL DEFAULT 0,
  tokens_out bigint NOT NULL DEFAULT 0,
  cost_micros bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (shop_id, day, use)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON model_days TO attune_app;
ALTER TABLE model_days ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON model_days TO attune_app
  USING (shop_id = current_setting('app.shop_id', true)) WITH CHECK (shop_id = current_setting('app.shop_id', true));
