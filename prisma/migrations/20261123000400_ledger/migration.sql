-- What a promise is of, who keeps it and until when; what closed it (app/care/keep/is-kept.ts).
ALTER TABLE promises
  ADD COLUMN owner text,
  ADD COLUMN said_by text,
  ADD COLUMN kind text NOT NULL DEFAULT 'other',
  ADD COLUMN order_id text,
  ADD COLUMN delivery_id text,
  ADD COLUMN warn_at timestamptz(3),
  ADD COLUMN kept_at timestamptz(3),
  ADD COLUMN kept_by text;

CREATE INDEX promises_shop_id_state_warn_at_idx ON promises (shop_id, state, warn_at);
-- Asked for each order that is mirrored: only what such an order can still keep.
CREATE INDEX promises_open_by_order_idx ON promises (shop_id, order_id) WHERE order_id IS NOT NULL AND kept_at IS NULL;

-- The facts of one order that one sent reply told, to be compared with what the records say later (app/care/keep/became-false.ts).
CREATE TABLE sent_claims (
  id text PRIMARY KEY,
  shop_id text NOT NULL,
  conversation_id text NOT NULL,
  draft_id text NOT NULL,
  delivery_id text NOT NULL,
  order_id text NOT NULL,
  state text NOT NULL DEFAULT 'standing',
  sealed bytea NOT NULL,
  sent_at timestamptz(3) NOT NULL,
  false_at timestamptz(3)
);

CREATE INDEX sent_claims_shop_id_order_id_idx ON sent_claims (shop_id, order_id);
CREATE INDEX sent_claims_shop_id_conversation_id_idx ON sent_claims (shop_id, conversation_id);
CREATE INDEX sent_claims_shop_id_state_false_at_idx ON sent_claims (shop_id, state, false_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON sent_claims TO attune_app;
ALTER TABLE sent_claims ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON sent_claims TO attune_app
  USING (shop_id = current_setting('app.shop_id', true)) WITH CHECK (shop_id = current_setting('app.shop_id', true));
