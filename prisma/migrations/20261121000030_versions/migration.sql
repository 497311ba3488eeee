-- Shopify's updated_at has steps of a second, so two contents can claim one version. `tie` decides between them, the same way in
-- any order of arrival (app/mirror/fold/version.ts); what only some sources say has a version of its own beside it. All of them
-- sort as bytes. '' is older than anything.
ALTER TABLE orders
  ADD COLUMN tie text COLLATE "C" NOT NULL DEFAULT '',
  ADD COLUMN lines_version text COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE customers
  ADD COLUMN tie text COLLATE "C" NOT NULL DEFAULT '',
  ADD COLUMN profile_version text COLLATE "C" NOT NULL DEFAULT '',
  ADD COLUMN summary_version text COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE fulfillments
  ADD COLUMN tie text COLLATE "C" NOT NULL DEFAULT '',
  ADD COLUMN dates_version text COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE disputes
  ADD COLUMN tie text COLLATE "C" NOT NULL DEFAULT '',
  ADD COLUMN details_version text COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE fulfillment_events ADD COLUMN tie text COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE fulfillment_orders ADD COLUMN tie text COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE refunds ADD COLUMN tie text COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE returns ADD COLUMN tie text COLLATE "C" NOT NULL DEFAULT '';

-- What is there already came with its row.
CREATE FUNCTION pg_temp.version_of(at timestamptz) RETURNS text LANGUAGE sql AS
  $$ SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $$;
UPDATE orders SET lines_version = pg_temp.version_of(updated_at) WHERE lines <> '[]';
UPDATE customers SET profile_version = pg_temp.version_of(updated_at) WHERE locale IS NOT NULL OR tags <> '{}';
UPDATE customers SET summary_version = pg_temp.version_of(summary_at) WHERE summary_at IS NOT NULL;
UPDATE fulfillments SET dates_version = pg_temp.version_of(updated_at)
WHERE estimated_delivery_at IS NOT NULL OR delivered_at IS NOT NULL;
UPDATE disputes SET details_version = pg_temp.version_of(updated_at) WHERE amount IS NOT NULL;
