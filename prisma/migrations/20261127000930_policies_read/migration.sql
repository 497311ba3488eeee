-- When Shopify last told what the shop's policies are, whether or not one had changed.
ALTER TABLE shops ADD COLUMN policies_read_at timestamptz(3);
