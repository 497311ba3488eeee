-- Whose emotion is to be taken out next, shop by shop: what one shop has to be rid of delays no other's.
DROP INDEX readings_expiring_idx;
CREATE INDEX readings_expiring_idx ON readings (shop_id, expires_at, id) WHERE cleared_at IS NULL;
