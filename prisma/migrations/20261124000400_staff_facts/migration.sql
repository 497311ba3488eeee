-- What a person of the team knows and no record says, in their own words: evidence for the drafts of one conversation
-- (app/conversation/staff-fact.ts).
CREATE TABLE staff_facts (
  id text PRIMARY KEY,
  shop_id text NOT NULL,
  conversation_id text NOT NULL,
  order_id text,
  said_by text NOT NULL,
  sealed bytea NOT NULL,
  said_at timestamptz(3) NOT NULL
);

CREATE INDEX staff_facts_shop_id_conversation_id_idx ON staff_facts (shop_id, conversation_id);
CREATE INDEX staff_facts_shop_id_order_id_idx ON staff_facts (shop_id, order_id);

GRANT SELECT, INSERT, UPDATE, DELETE ON staff_facts TO attune_app;
ALTER TABLE staff_facts ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON staff_facts TO attune_app
  USING (shop_id = current_setting('app.shop_id', true)) WITH CHECK (shop_id = current_setting('app.shop_id', true));
