-- Deciding anew goes through a shop's issues by their ids; without this it read those of every shop.
CREATE INDEX order_issues_shop_id_id_idx ON order_issues (shop_id, id);
