-- When each shop is compared with Shopify next, and where that goes on after a crash (app/mirror/reconcile-shop.server.ts).
CREATE TABLE reconciles (
  shop_id text PRIMARY KEY,
  state text NOT NULL DEFAULT 'idle',
  next_at timestamptz(3) NOT NULL,
  orders_watermark timestamptz(3) NOT NULL,
  customers_watermark timestamptz(3) NOT NULL,
  cursor jsonb NOT NULL DEFAULT '{}',
  failures integer NOT NULL DEFAULT 0,
  error text,
  last_at timestamptz(3),
  last_repaired_at timestamptz(3),
  repaired jsonb NOT NULL DEFAULT '{}',
  open_checked_at timestamptz(3),
  counted_at timestamptz(3)
);

-- The scheduler asks for what is due every few seconds.
CREATE INDEX reconciles_next_at_idx ON reconciles (next_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON reconciles TO attune_app;
ALTER TABLE reconciles ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON reconciles TO attune_app
  USING (shop_id = current_setting('app.shop_id', true)) WITH CHECK (shop_id = current_setting('app.shop_id', true));

-- Shops whose backfill was done before there was a reconcile: what changed since it began is compared first.
INSERT INTO reconciles (shop_id, next_at, orders_watermark, customers_watermark)
SELECT shop_id, now() + random() * interval '15 minutes', started_at - interval '20 minutes', started_at - interval '20 minutes'
FROM backfills WHERE state = 'done' AND started_at IS NOT NULL;
