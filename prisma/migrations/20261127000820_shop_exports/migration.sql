-- A copy of everything a shop has here, made when its owner asks, in parts that are each sealed. It is there for some days.
CREATE TABLE shop_exports (
  id text PRIMARY KEY,
  shop_id text NOT NULL,
  state text NOT NULL DEFAULT 'waiting',
  asked_by text NOT NULL,
  asked_at timestamptz(3) NOT NULL,
  done integer NOT NULL DEFAULT 0,
  total integer NOT NULL DEFAULT 0,
  parts integer NOT NULL DEFAULT 0,
  after text,
  ready_at timestamptz(3),
  expires_at timestamptz(3),
  downloads jsonb NOT NULL DEFAULT '[]'
);
CREATE INDEX shop_exports_shop_id_asked_at_idx ON shop_exports (shop_id, asked_at DESC);
CREATE INDEX shop_exports_expires_at_idx ON shop_exports (expires_at);

CREATE TABLE shop_export_parts (
  id text PRIMARY KEY,
  shop_id text NOT NULL,
  export_id text NOT NULL,
  number integer NOT NULL,
  name text NOT NULL,
  crc bigint NOT NULL,
  size integer NOT NULL,
  packed_size integer NOT NULL,
  sealed bytea NOT NULL
);
CREATE UNIQUE INDEX shop_export_parts_export_id_number_key ON shop_export_parts (export_id, number);
CREATE INDEX shop_export_parts_shop_id_idx ON shop_export_parts (shop_id);

GRANT SELECT, INSERT, UPDATE, DELETE ON shop_exports, shop_export_parts TO attune_app;
ALTER TABLE shop_exports ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON shop_exports TO attune_app
  USING (shop_id = current_setting('app.shop_id', true))
  WITH CHECK (shop_id = current_setting('app.shop_id', true));
ALTER TABLE shop_export_parts ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON shop_export_parts TO attune_app
  USING (shop_id = current_setting('app.shop_id', true))
  WITH CHECK (shop_id = current_setting('app.shop_id', true));
