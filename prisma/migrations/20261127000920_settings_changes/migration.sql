-- Who changed what of the settings, and when: those whose change cannot be seen afterwards in anything else.
CREATE TABLE settings_changes (
  id text PRIMARY KEY,
  shop_id text NOT NULL,
  setting text NOT NULL,
  by text NOT NULL,
  at timestamptz(3) NOT NULL,
  before jsonb NOT NULL,
  after jsonb NOT NULL
);
CREATE INDEX settings_changes_shop_id_setting_at_idx ON settings_changes (shop_id, setting, at DESC);

GRANT SELECT, INSERT, UPDATE, DELETE ON settings_changes TO attune_app;
ALTER TABLE settings_changes ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON settings_changes TO attune_app
  USING (shop_id = current_setting('app.shop_id', true)) WITH CHECK (shop_id = current_setting('app.shop_id', true));
