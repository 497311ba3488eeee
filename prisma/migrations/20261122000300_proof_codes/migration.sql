-- Codes that prove a writer to read an order's mail (app/conversation/proof-code.ts). No code is in here: code_hash is keyed.
CREATE TABLE proof_codes (
  id text PRIMARY KEY,
  shop_id text NOT NULL,
  conversation_id text NOT NULL,
  message_id text NOT NULL,
  order_id text,
  code_hash text NOT NULL DEFAULT '',
  state text NOT NULL DEFAULT 'open',
  tries integer NOT NULL DEFAULT 0,
  tried_in text[] NOT NULL DEFAULT '{}',
  used_in text,
  used_by text,
  expires_at timestamptz(3) NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now()
);

CREATE INDEX proof_codes_shop_id_conversation_id_created_at_idx ON proof_codes (shop_id, conversation_id, created_at);
CREATE INDEX proof_codes_shop_id_order_id_created_at_idx ON proof_codes (shop_id, order_id, created_at);
CREATE INDEX proof_codes_shop_id_used_by_idx ON proof_codes (shop_id, used_by);
CREATE INDEX proof_codes_created_at_idx ON proof_codes (created_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON proof_codes TO attune_app;
ALTER TABLE proof_codes ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON proof_codes TO attune_app
  USING (shop_id = current_setting('app.shop_id', true)) WITH CHECK (shop_id = current_setting('app.shop_id', true));
