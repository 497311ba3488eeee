-- The second wall between shops. Work for one shop runs under the role attune_app (SET LOCAL ROLE) with
-- app.shop_id set, and sees that shop's rows only (none without it). The login role owns the tables and serves what
-- has no tenant yet: the doors, the relay, the sweep.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'attune_app') THEN
    CREATE ROLE attune_app NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
  END IF;
  -- An administrator may have made the role and granted it: this login then need not be allowed to grant it. From
  -- PostgreSQL 16 on, who made a role is a member of it and may still not take it on.
  IF NOT pg_has_role(
    current_user, 'attune_app',
    CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END)
  THEN
    GRANT attune_app TO CURRENT_USER;
  END IF;
END
$$;
GRANT USAGE ON SCHEMA public TO attune_app;

DO $$
DECLARE
  tenant_table text;
BEGIN
  FOR tenant_table IN
    SELECT table_name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name = 'shop_id'
  LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO attune_app', tenant_table);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format(
      'CREATE POLICY tenant ON %I TO attune_app USING (shop_id = current_setting(''app.shop_id'', true)) WITH CHECK (shop_id = current_setting(''app.shop_id'', true))',
      tenant_table);
  END LOOP;
END
$$;

GRANT SELECT, INSERT, UPDATE ON shops TO attune_app;
ALTER TABLE shops ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON shops TO attune_app
  USING (id = current_setting('app.shop_id', true)) WITH CHECK (id = current_setting('app.shop_id', true));
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO attune_app;
