-- When the shop had the money for an order, or could take it: an order paid by bank deposit waits for it first. Orders that are known
-- already get it with the next read of them.
ALTER TABLE orders ADD COLUMN paid_at timestamptz(3);
