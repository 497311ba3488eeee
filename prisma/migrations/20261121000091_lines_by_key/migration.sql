-- Adds lines to orders that are known (app/mirror/add-lines.server.ts says by which rule), one order after the other: joined to
-- them all, the planner may read every order of a shop that grew. In the order of their ids. Its transaction may have locked
-- other orders before: of two that then wait for each other PostgreSQL ends one, which is tried again.
CREATE OR REPLACE FUNCTION add_order_lines(of_shop text, read_at timestamptz, given jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  one record;
BEGIN
  FOR one IN SELECT key AS id, value AS lines FROM jsonb_each(given) ORDER BY key COLLATE "C" LOOP
    UPDATE orders o SET mirrored_at = now(),
      lines_version = CASE WHEN o.updated_at <= read_at
        THEN GREATEST(o.lines_version, to_char(o.updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || ' ' || o.tie)
        ELSE o.lines_version END,
      lines = (
        SELECT jsonb_agg(CASE WHEN o.updated_at <= read_at THEN COALESCE(g.line, k.line) ELSE COALESCE(k.line, g.line) END
          ORDER BY k.position NULLS LAST, g.position)
        FROM jsonb_array_elements(o.lines) WITH ORDINALITY AS k(line, position)
        FULL JOIN jsonb_array_elements(one.lines) WITH ORDINALITY AS g(line, position) ON g.line->>'id' = k.line->>'id')
    WHERE o.shop_id = of_shop AND o.id = one.id;
  END LOOP;
END $$;

GRANT EXECUTE ON FUNCTION add_order_lines(text, timestamptz, jsonb) TO attune_app;
