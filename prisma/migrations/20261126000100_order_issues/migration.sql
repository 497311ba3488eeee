-- What goes wrong with orders, found before the shopper asks, and what the shop decided to say of it (app/care/detect, app/care/decide).

-- One row for each thing that went wrong: `subject` tells episodes apart, so that the same one opens once and resolves once.
CREATE TABLE order_issues (
  id text PRIMARY KEY,
  shop_id text NOT NULL,
  order_id text NOT NULL,
  kind text NOT NULL,
  subject text NOT NULL,
  status text NOT NULL DEFAULT 'open',
  severity smallint NOT NULL,
  known_since timestamptz(3) NOT NULL,
  opened_at timestamptz(3) NOT NULL,
  changed_at timestamptz(3) NOT NULL,
  resolved_at timestamptz(3),
  resolved_by text,
  snoozed_until timestamptz(3),
  incident_id text,
  conversation_id text,
  traits jsonb NOT NULL DEFAULT '{}',
  sealed bytea NOT NULL
);
CREATE UNIQUE INDEX order_issues_shop_id_order_id_kind_subject_key ON order_issues (shop_id, order_id, kind, subject);
CREATE INDEX order_issues_shop_id_status_severity_idx ON order_issues (shop_id, status, severity DESC, opened_at DESC, id);
CREATE INDEX order_issues_shop_id_status_kind_idx ON order_issues (shop_id, status, kind, opened_at DESC, id);
CREATE INDEX order_issues_shop_id_incident_id_idx ON order_issues (shop_id, incident_id) WHERE incident_id IS NOT NULL;
CREATE INDEX order_issues_shop_id_conversation_id_idx ON order_issues (shop_id, conversation_id) WHERE conversation_id IS NOT NULL;

-- When an order is to be looked at again though nothing happened to it: an issue that comes from silence needs no webhook.
CREATE TABLE order_watches (
  shop_id text NOT NULL,
  order_id text NOT NULL,
  look_at timestamptz(3) NOT NULL,
  PRIMARY KEY (shop_id, order_id)
);
CREATE INDEX order_watches_shop_id_look_at_idx ON order_watches (shop_id, look_at);
CREATE INDEX order_watches_look_at_idx ON order_watches (look_at);

-- How a carrier usually behaves on the way to one country, learned from this shop's own parcels; '' stands for all countries.
CREATE TABLE carrier_habits (
  shop_id text NOT NULL,
  carrier text NOT NULL,
  country text NOT NULL,
  parcels integer NOT NULL,
  reported integer NOT NULL,
  gaps integer NOT NULL,
  longest_usual_gap_ms bigint,
  usual_transit_ms bigint,
  learned_at timestamptz(3) NOT NULL,
  PRIMARY KEY (shop_id, carrier, country)
);

-- How often a shop's orders are looked over, and what is learned of it: from when to when orders usually take to leave.
CREATE TABLE detections (
  shop_id text PRIMARY KEY,
  next_at timestamptz(3) NOT NULL DEFAULT now(),
  usual_handling_ms bigint,
  learned_at timestamptz(3)
);

-- Many orders with one cause.
CREATE TABLE incidents (
  id text PRIMARY KEY,
  shop_id text NOT NULL,
  kind text NOT NULL,
  cause text NOT NULL,
  cause_key text NOT NULL,
  state text NOT NULL DEFAULT 'open',
  opened_at timestamptz(3) NOT NULL,
  changed_at timestamptz(3) NOT NULL,
  closed_at timestamptz(3)
);
CREATE UNIQUE INDEX incidents_open_key ON incidents (shop_id, kind, cause, cause_key) WHERE state = 'open';
CREATE INDEX incidents_shop_id_state_opened_at_idx ON incidents (shop_id, state, opened_at DESC, id);

-- What the shop decided to say of an issue at one stage of it, with every reason. The key makes it once.
CREATE TABLE outreaches (
  id text PRIMARY KEY,
  shop_id text NOT NULL,
  issue_id text NOT NULL,
  order_id text NOT NULL,
  kind text NOT NULL,
  stage text NOT NULL,
  news text NOT NULL DEFAULT '',
  state text NOT NULL,
  reasons jsonb NOT NULL DEFAULT '[]',
  contact_index text,
  not_before timestamptz(3),
  look_at timestamptz(3),
  conversation_id text,
  draft_id text,
  decided_at timestamptz(3) NOT NULL,
  changed_at timestamptz(3) NOT NULL,
  changed_by text
);
CREATE UNIQUE INDEX outreaches_shop_id_issue_id_stage_news_key ON outreaches (shop_id, issue_id, stage, news);
CREATE INDEX outreaches_shop_id_state_changed_at_idx ON outreaches (shop_id, state, changed_at DESC, id);
CREATE INDEX outreaches_shop_id_contact_index_changed_at_idx ON outreaches (shop_id, contact_index, changed_at);
CREATE INDEX outreaches_shop_id_order_id_idx ON outreaches (shop_id, order_id);
CREATE INDEX outreaches_draft_id_idx ON outreaches (draft_id) WHERE draft_id IS NOT NULL;

-- Which shoppers were written to and which were not, by chance, to learn whether it helps.
CREATE TABLE hold_outs (
  shop_id text NOT NULL,
  contact_index text NOT NULL,
  kind text NOT NULL,
  issue_id text NOT NULL,
  order_id text NOT NULL,
  arm text NOT NULL,
  assigned_at timestamptz(3) NOT NULL,
  PRIMARY KEY (shop_id, contact_index, kind)
);
CREATE INDEX hold_outs_shop_id_kind_arm_idx ON hold_outs (shop_id, kind, arm, assigned_at);

-- A draft that answers nobody's message but tells of an issue, in a conversation that nobody sees in the inbox until it was sent.
ALTER TABLE drafts ALTER COLUMN message_id DROP NOT NULL;
ALTER TABLE drafts ADD COLUMN issue_id text;
CREATE INDEX drafts_issue_id_idx ON drafts (issue_id) WHERE issue_id IS NOT NULL;
ALTER TABLE conversations ADD COLUMN issue_id text;
ALTER TABLE conversations ADD COLUMN unsent boolean NOT NULL DEFAULT false;

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['order_issues', 'order_watches', 'carrier_habits', 'detections', 'incidents', 'outreaches', 'hold_outs'] LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO attune_app', name);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY tenant ON %I TO attune_app USING (shop_id = current_setting(''app.shop_id'', true))
       WITH CHECK (shop_id = current_setting(''app.shop_id'', true))', name);
  END LOOP;
END $$;
