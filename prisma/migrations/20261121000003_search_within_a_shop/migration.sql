-- Under row-level security PostgreSQL uses an index only for leakproof operators, and those of arrays are none: a search by
-- words as attune_app reads every conversation of the shop (235 ms of 24,000, measured; 0.1 ms by the index). These functions
-- run as their owner and keep the wall themselves: without app.shop_id they find nothing. pg_temp stands last in their path,
-- so that a temporary table never stands in for one of ours.

-- Partial, so that schema.prisma need not know it.
CREATE INDEX conversations_order_ids_idx ON conversations USING gin (order_ids) WHERE order_ids <> '{}';

-- One page of conversations that contain every word, the last changed first.
--   words      [["token of the whole word", "token of its prefix"], …]: each is found in either form
--   narrowed   { status?, emotion?, intent?, unsure?, ids? }
--   before_*   the row the page before ended with, or null
CREATE FUNCTION find_conversations(words jsonb, narrowed jsonb, before_at timestamptz, before_id text, most int)
RETURNS TABLE (id text, updated_at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  word jsonb;
  page text[];
  source text := 'SELECT c.* FROM conversations c WHERE c.shop_id = $1'
    ' AND ($3 IS NULL OR (c.updated_at, c.id) < ($3, $4))';
  matching text := ' AND ($2 ->> ''status'' IS NULL OR c.status = $2 ->> ''status'')'
    ' AND ($2 ->> ''emotion'' IS NULL OR c.emotion = $2 ->> ''emotion'')'
    ' AND ($2 ->> ''intent'' IS NULL OR c.intent = $2 ->> ''intent'')'
    ' AND ($2 ->> ''unsure'' IS NULL OR c.unsure = ($2 ->> ''unsure'')::boolean)'
    ' AND ($2 -> ''ids'' IS NULL OR $2 -> ''ids'' ? c.id)';
  newest_first text := ' ORDER BY updated_at DESC, id DESC LIMIT ';
BEGIN
  FOR word IN SELECT * FROM jsonb_array_elements(words) LOOP
    matching := matching || format(' AND c.search_tokens && %L::text[]', ARRAY(SELECT jsonb_array_elements_text(word)));
  END LOOP;
  -- A word that many conversations have fills the page from the newest few hundred; a rare one is found by the index of
  -- words. Materialised both times: the planner cannot tell one from the other.
  EXECUTE 'WITH newest AS MATERIALIZED (' || source || newest_first || '300)'
    ' SELECT array_agg(id ORDER BY updated_at DESC, id DESC)'
    ' FROM (SELECT * FROM newest c WHERE true' || matching || newest_first || '$5) page'
    INTO page USING current_setting('app.shop_id', true), narrowed, before_at, before_id, most;
  IF cardinality(page) = most THEN
    RETURN QUERY SELECT c.id, c.updated_at FROM conversations c WHERE c.id = ANY (page) ORDER BY c.updated_at DESC, c.id DESC;
    RETURN;
  END IF;
  RETURN QUERY EXECUTE 'WITH found AS MATERIALIZED (' || source || matching || ') SELECT found.id, found.updated_at FROM found' || newest_first || '$5'
    USING current_setting('app.shop_id', true), narrowed, before_at, before_id, most;
END
$$;

-- The newest conversations about an order.
CREATE FUNCTION conversations_about(order_id text, most int) RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH found AS MATERIALIZED (
    SELECT id, updated_at FROM conversations
    WHERE shop_id = current_setting('app.shop_id', true) AND order_ids <> '{}' AND order_ids @> ARRAY[order_id])
  SELECT id FROM found ORDER BY updated_at DESC, id DESC LIMIT most
$$;

REVOKE EXECUTE ON FUNCTION find_conversations(jsonb, jsonb, timestamptz, text, int), conversations_about(text, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_conversations(jsonb, jsonb, timestamptz, text, int), conversations_about(text, int) TO attune_app;
