-- A mail that the app sends to find out whether mail works: to the shop's inbound address, to see it come back, or to an address that
-- the shop wants to write from, to see that somebody reads it there. No personal data: the address stands in sending_addresses.
CREATE TABLE mail_checks (
  id text PRIMARY KEY,
  shop_id text NOT NULL,
  kind text NOT NULL,
  address_id text,
  asked_by text NOT NULL,
  asked_at timestamptz(3) NOT NULL,
  state text NOT NULL DEFAULT 'queued',
  response text,
  sent_at timestamptz(3),
  done_at timestamptz(3),
  expires_at timestamptz(3) NOT NULL
);
CREATE INDEX mail_checks_shop_id_kind_asked_at_idx ON mail_checks (shop_id, kind, asked_at DESC);
CREATE INDEX mail_checks_address_id_idx ON mail_checks (shop_id, address_id, asked_at DESC) WHERE address_id IS NOT NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON mail_checks TO attune_app;
ALTER TABLE mail_checks ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON mail_checks TO attune_app
  USING (shop_id = current_setting('app.shop_id', true))
  WITH CHECK (shop_id = current_setting('app.shop_id', true));

-- What happened since yesterday is counted each time somebody looks at the home page.
CREATE INDEX promises_shop_id_kept_at_idx ON promises (shop_id, kept_at) WHERE kept_at IS NOT NULL;
CREATE INDEX promises_shop_id_due_at_idx ON promises (shop_id, due_at) WHERE state = 'broken';
CREATE INDEX order_issues_shop_id_resolved_at_idx ON order_issues (shop_id, resolved_at) WHERE resolved_at IS NOT NULL;
CREATE INDEX csat_requests_shop_id_rated_at_idx ON csat_requests (shop_id, rated_at) WHERE rated_at IS NOT NULL;
CREATE INDEX inbound_messages_storefront_idx ON inbound_messages (shop_id, received_at) WHERE channel = 'storefront';
