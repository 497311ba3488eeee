-- What shoppers say in their own messages of why a day matters: that an order is a gift, and by when it is needed
-- (app/care/understand/keep-occasions.server.ts). Goes with its message and with its order.
CREATE TABLE order_occasions (
  shop_id text NOT NULL,
  order_id text NOT NULL,
  message_id text NOT NULL,
  needed_by date,
  gift boolean NOT NULL,
  said_at timestamptz(3) NOT NULL,
  PRIMARY KEY (shop_id, order_id, message_id)
);
CREATE INDEX order_occasions_shop_id_message_id_idx ON order_occasions (shop_id, message_id);

GRANT SELECT, INSERT, UPDATE, DELETE ON order_occasions TO attune_app;
ALTER TABLE order_occasions ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON order_occasions TO attune_app
  USING (shop_id = current_setting('app.shop_id', true)) WITH CHECK (shop_id = current_setting('app.shop_id', true));
