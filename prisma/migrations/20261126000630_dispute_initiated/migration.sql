-- When a shopper turned to their bank: a comparison counts chargebacks from who was drawn, for ninety days. Disputes that are known
-- already get it with their next webhook, or count from when they were last seen to change.
ALTER TABLE disputes ADD COLUMN initiated_at timestamptz(3);
