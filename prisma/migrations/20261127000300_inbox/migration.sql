-- What the inbox shows, filters and sorts by: any combination of filters, the longest waiting first, and the words of orders
-- that a message never named (bench/inbox.ts).
ALTER TABLE conversations
  ADD COLUMN waiting_since timestamptz(3), -- when the shopper wrote what nobody answered yet
  ADD COLUMN order_state text, -- of the order it is most about; null: of none
  ADD COLUMN sealed_preview bytea; -- how its newest message begins

-- Where an order is, in the words of a filter.
CREATE FUNCTION order_state(shop text, wanted text) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE
    WHEN o.cancelled_at IS NOT NULL THEN 'cancelled'
    WHEN lower(o.financial_status) = 'refunded' THEN 'refunded'
    WHEN EXISTS (SELECT FROM returns r WHERE r.shop_id = shop AND r.order_id = wanted AND r.closed_at IS NULL
      AND upper(r.status) IN ('REQUESTED', 'OPEN')) THEN 'returning'
    WHEN lower(o.fulfillment_status) IN ('partial', 'partially_fulfilled') THEN 'partly_shipped'
    WHEN coalesce(lower(o.fulfillment_status), '') <> 'fulfilled' THEN 'not_shipped'
    WHEN parcels.live > 0 AND parcels.live = parcels.arrived THEN 'delivered'
    ELSE 'on_its_way'
  END
  FROM orders o CROSS JOIN LATERAL (
    SELECT count(*) AS live, count(*) FILTER (WHERE f.delivered_at IS NOT NULL OR lower(f.shipment_status) = 'delivered') AS arrived
    FROM fulfillments f WHERE f.shop_id = shop AND f.order_id = wanted AND coalesce(lower(f.status), '') <> 'cancelled') parcels
  WHERE o.shop_id = shop AND o.id = wanted AND o.deleted_at IS NULL
$$;

-- Whatever sets the orders of a conversation; what happens to them later is kept when they are mirrored.
CREATE FUNCTION set_order_state() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  NEW.order_state := order_state(NEW.shop_id, NEW.order_ids[1]);
  RETURN NEW;
END
$$;
CREATE TRIGGER conversations_order_state_begun BEFORE INSERT ON conversations
FOR EACH ROW WHEN (NEW.order_ids <> '{}' AND NEW.order_state IS NULL) EXECUTE FUNCTION set_order_state();
CREATE TRIGGER conversations_order_state BEFORE UPDATE OF order_ids ON conversations
FOR EACH ROW WHEN (NEW.order_ids[1] IS DISTINCT FROM OLD.order_ids[1]) EXECUTE FUNCTION set_order_state();

UPDATE conversations SET order_state = order_state(shop_id, order_ids[1]) WHERE order_ids <> '{}';
UPDATE conversations c SET waiting_since = (
  SELECT min(i.at) FROM messages i WHERE i.shop_id = c.shop_id AND i.conversation_id = c.id AND i.direction = 'in' AND NOT i.automatic
    AND i.at > coalesce((SELECT max(o.at) FROM messages o
      WHERE o.shop_id = c.shop_id AND o.conversation_id = c.id AND o.direction = 'out'), '-infinity'))
WHERE status IN ('open', 'snoozed');

-- The conversations that are most about an order.
CREATE INDEX conversations_most_about_idx ON conversations (shop_id, (order_ids[1])) WHERE order_ids <> '{}';

-- Everything that can be filtered by, as words of one shop: PostgreSQL intersects what each of them is said of before it looks
-- at a row, so that a combination which hardly anything fits costs as little as one that much does. The index has no condition: the
-- planner asks no partial index how often a word stands in it.
CREATE FUNCTION conversation_facets(
  shop text, status text, priority text, channel text, language text, intent text, emotion text, order_state text, assignee text,
  unsure boolean, to_review boolean, tags text[])
RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
  SELECT ARRAY[
    shop || ' status ' || status, shop || ' priority ' || priority, shop || ' channel ' || channel,
    shop || ' language ' || coalesce(split_part(lower(language), '-', 1), ''), shop || ' intent ' || coalesce(intent, ''),
    shop || ' emotion ' || coalesce(emotion, ''), shop || ' orderState ' || coalesce(order_state, ''),
    shop || ' assignee ' || coalesce(assignee, ''), shop || ' unsure ' || unsure::text, shop || ' toReview ' || to_review::text]
    || ARRAY(SELECT shop || ' tag ' || tag FROM unnest(tags) AS tag)
$$;
CREATE INDEX conversations_facets_idx ON conversations USING gin (conversation_facets(
  shop_id, status, priority, channel, language, intent, emotion, order_state, assignee_id, unsure, to_review, tags));
-- It takes their place.
DROP INDEX conversations_tags_idx;
DROP INDEX conversations_emotion_idx;
DROP INDEX conversations_intent_idx;

-- What a list is sorted by, the largest first: those that wait before all others, the longest waiting first of them; the rest by
-- when they last changed, in milliseconds.
CREATE FUNCTION by_waiting(status text, waiting_since timestamptz, updated_at timestamptz) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN waiting_since IS NOT NULL AND status IN ('open', 'snoozed')
    THEN 20000000000000 - (date_part('epoch', waiting_since - '1970-01-01T00:00:00Z'::timestamptz) * 1000)::bigint
    ELSE (date_part('epoch', updated_at - '1970-01-01T00:00:00Z'::timestamptz) * 1000)::bigint END
$$;
CREATE FUNCTION by_priority(priority text, status text, waiting_since timestamptz, updated_at timestamptz) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE priority WHEN 'urgent' THEN 3 WHEN 'high' THEN 2 WHEN 'normal' THEN 1 ELSE 0 END * 100000000000000
    + public.by_waiting(status, waiting_since, updated_at)
$$;
CREATE INDEX conversations_by_waiting_idx ON conversations
  (shop_id, status, by_waiting(status, waiting_since, updated_at), id) WHERE NOT unsent;
CREATE INDEX conversations_by_priority_idx ON conversations
  (shop_id, status, by_priority(priority, status, waiting_since, updated_at), id) WHERE NOT unsent;

-- Tags that are in use lately, to choose from.
CREATE INDEX conversations_tagged_idx ON conversations (shop_id, updated_at) WHERE tags <> '{}';

-- By how their numbers begin, whatever the database's collation; equality is served as before.
DROP INDEX orders_shop_id_name_key_idx;
CREATE INDEX orders_shop_id_name_key_idx ON orders (shop_id, name_key text_pattern_ops);
DROP INDEX fulfillments_shop_id_tracking_number_idx;
CREATE INDEX fulfillments_shop_id_tracking_number_idx ON fulfillments (shop_id, tracking_number text_pattern_ops);

-- The conversations about orders that are called so, or whose parcels are, from three letters on also by the beginning of it. Asked
-- of the records each time: an order that gets a tracking number is found by it at once.
CREATE FUNCTION conversations_called(called text, most int) RETURNS text[]
LANGUAGE plpgsql STABLE STRICT SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  shop CONSTANT text := current_setting('app.shop_id', true);
  -- The values stand in the statements: the planner chooses by them, and would after some calls plan for any.
  named CONSTANT text := '(SELECT id FROM orders WHERE shop_id = %1$L AND deleted_at IS NULL AND name_key ';
  parcel CONSTANT text := '(SELECT order_id AS id FROM fulfillments WHERE shop_id = %1$L AND tracking_number ';
  asked text := named || '= %2$L LIMIT %3$s) UNION ' || parcel || 'IN (%2$L, %4$L) LIMIT %3$s)';
  found text[];
BEGIN
  IF length(called) >= 3 THEN
    -- In the index's order: else a beginning that many share would be looked for from end to end.
    asked := asked || ' UNION ' || named || 'LIKE %5$L ORDER BY name_key USING ~<~ LIMIT %3$s) UNION '
      || parcel || 'LIKE %5$L ORDER BY tracking_number USING ~<~ LIMIT %3$s) UNION '
      || parcel || 'LIKE %6$L ORDER BY tracking_number USING ~<~ LIMIT %3$s)';
  END IF;
  EXECUTE 'SELECT array_agg(id) FROM (' || format(asked, shop, called, most, upper(called), called || '%', upper(called) || '%') || ') o'
    INTO found;
  IF found IS NULL THEN
    RETURN '{}';
  END IF;
  EXECUTE format('SELECT array_agg(id) FROM (SELECT id FROM conversations WHERE shop_id = %L AND order_ids <> ''{}'' AND order_ids && %L::text[] LIMIT 1000) c',
    shop, found) INTO found;
  RETURN coalesce(found, '{}');
END
$$;

-- One page of conversations.
--   asked      { words: [{ any: [["token of the whole word", "token of its prefix"], …], called? }, …], called?,
--                facets: { emotion: ["anger", …], tag: […], … }, ids? }: one of each list, and all of them; "" stands for none
--   sorted_by  newest | waiting | priority
--   before_*   what the page before ended with, or null: the rank in milliseconds (newest) or as by_waiting and by_priority say it
CREATE FUNCTION list_conversations(asked jsonb, sorted_by text, before_rank bigint, before_id text, most int)
RETURNS TABLE (id text, rank bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
-- Every question here has its index, and an answer in milliseconds: a table read whole, or by workers that are started first, has not.
SET enable_seqscan = off SET max_parallel_workers_per_gather = 0 AS $$
DECLARE
  shop CONSTANT text := current_setting('app.shop_id', true);
  columns CONSTANT text := 'c.id, c.status, c.priority, c.channel, c.language, c.intent, c.emotion, c.order_state, c.assignee_id,'
    ' c.unsure, c.to_review, c.tags, c.search_tokens, c.order_ids, c.updated_at, c.waiting_since';
  all_facets CONSTANT text := 'conversation_facets(c.shop_id, c.status, c.priority, c.channel, c.language, c.intent, c.emotion,'
    ' c.order_state, c.assignee_id, c.unsure, c.to_review, c.tags)';
  sort_key CONSTANT text := CASE sorted_by
    WHEN 'waiting' THEN 'by_waiting(c.status, c.waiting_since, c.updated_at)'
    WHEN 'priority' THEN 'by_priority(c.priority, c.status, c.waiting_since, c.updated_at)'
    ELSE 'c.updated_at' END;
  rank_of CONSTANT text := CASE WHEN sorted_by IN ('waiting', 'priority') THEN sort_key
    ELSE '(date_part(''epoch'', c.updated_at - ''1970-01-01T00:00:00Z''::timestamptz) * 1000)::bigint' END;
  largest_first CONSTANT text := ' ORDER BY ' || sort_key || ' DESC, c.id DESC LIMIT ';
  wanted text := 'c.shop_id = ' || quote_literal(shop) || ' AND NOT c.unsent'; -- which rows an index gives, in its order
  within text[] := NULL; -- statuses
  bounds text[] := ARRAY['']; -- stretches of the index
  plain text := 'true'; -- the filters, asked of a row
  indexed text := 'true'; -- the filters, asked of their index
  words text := 'true';
  facet text;
  given text[];
  word jsonb;
  forms jsonb;
  one text;
  called text[];
  walked text;
  page text[];
  looked int := 60;
  most_looked int := 1500;
BEGIN
  IF shop IS NULL THEN
    RETURN;
  END IF;
  IF before_rank IS NOT NULL THEN
    wanted := wanted || format(' AND (%s, c.id) < (%s, %L)', sort_key, CASE WHEN sorted_by IN ('waiting', 'priority')
      THEN before_rank::text ELSE format('%L::timestamptz + interval ''1 millisecond'' * %s', '1970-01-01T00:00:00Z', before_rank) END, before_id);
  END IF;
  FOR facet, given IN SELECT f.key, ARRAY(SELECT jsonb_array_elements_text(f.value)) FROM jsonb_each(asked -> 'facets') f LOOP
    CASE facet
      WHEN 'status' THEN within := given;
      WHEN 'priority' THEN
        plain := plain || format(' AND c.priority = ANY (%L::text[])', given);
        IF sorted_by = 'priority' THEN -- each is a stretch of its index
          bounds := ARRAY(SELECT format(' AND %1$s >= %2$s AND %1$s < %2$s + 100000000000000', sort_key, r.rank * 100000000000000)
            FROM (VALUES ('low', 0::bigint), ('normal', 1), ('high', 2), ('urgent', 3)) AS r(priority, rank) WHERE r.priority = ANY (given));
        END IF;
      WHEN 'tag' THEN plain := plain || format(' AND c.tags && %L::text[]', given);
      WHEN 'unsure' THEN plain := plain || format(' AND c.unsure = ANY (%L::boolean[])', given);
      WHEN 'toReview' THEN plain := plain || format(' AND c.to_review = ANY (%L::boolean[])', given);
      WHEN 'language' THEN plain := plain || format(' AND coalesce(split_part(lower(c.language), ''-'', 1), '''') = ANY (%L::text[])', given);
      ELSE plain := plain || format(' AND coalesce(c.%I, '''') = ANY (%L::text[])', CASE facet
        WHEN 'orderState' THEN 'order_state' WHEN 'assignee' THEN 'assignee_id' ELSE facet END, given);
    END CASE;
    indexed := indexed || format(' AND %s && %L::text[]', all_facets,
      ARRAY(SELECT shop || ' ' || facet || ' ' || value FROM unnest(given) AS value));
  END LOOP;

  FOR word IN SELECT * FROM jsonb_array_elements(asked -> 'words') LOOP
    one := 'true';
    FOR forms IN SELECT * FROM jsonb_array_elements(word -> 'any') LOOP
      one := one || format(' AND c.search_tokens && %L::text[]', ARRAY(SELECT jsonb_array_elements_text(forms)));
    END LOOP;
    called := conversations_called(word ->> 'called', 100);
    IF cardinality(called) > 0 THEN
      most_looked := 300; -- named one by one, they are few
      one := format('(%s OR c.id = ANY (%L::text[]))', one, called);
    END IF;
    words := words || ' AND ' || one;
  END LOOP;
  called := conversations_called(asked ->> 'called', 100);
  IF cardinality(called) > 0 THEN
    most_looked := 300;
    words := format('((%s) OR c.id = ANY (%L::text[]))', words, called);
  END IF;

  -- Named conversations are looked up one by one: the planner would rather walk through all of the shop's by their time.
  IF asked ? 'ids' THEN
    RETURN QUERY EXECUTE 'SELECT c.id, ' || rank_of || ' FROM (SELECT c.* FROM unnest($1) AS named(id) CROSS JOIN LATERAL ('
      'SELECT ' || columns || ' FROM conversations c WHERE c.id = named.id AND ' || wanted || ' OFFSET 0) c' || largest_first || 'ALL) c WHERE '
       || plain || CASE WHEN within IS NULL THEN '' ELSE format(' AND c.status = ANY (%L::text[])', within) END
      || ' AND ' || words || largest_first || most
      USING ARRAY(SELECT DISTINCT jsonb_array_elements_text(asked -> 'ids'));
    RETURN;
  END IF;

  -- In the order of an index, and of several statuses in the order of all of them: their indexes are merged as far as rows are wanted.
  IF within IS NULL AND sort_key = 'c.updated_at' THEN
    walked := 'SELECT ' || columns || ' FROM conversations c WHERE ' || wanted || largest_first;
  ELSE
    walked := (SELECT string_agg(format('(SELECT %s, %s AS sorted_by FROM conversations c WHERE %s AND c.status = %L%s%%1$s)',
      columns, sort_key, wanted || b.bounds, s.status, largest_first), ' UNION ALL ')
      FROM unnest(coalesce(within, ARRAY['open', 'waiting', 'snoozed', 'closed', 'spam'])) AS s(status), unnest(bounds) AS b(bounds));
    walked := 'SELECT * FROM (' || walked || ') c ORDER BY c.sorted_by DESC, c.id DESC LIMIT ';
  END IF;
  IF plain = 'true' AND words = 'true' THEN
    looked := most;
  END IF;
  -- What many fit fills the page from the first few rows; what few fit is found by the index of it. The planner cannot tell one from
  -- the other: a few rows say whether a thousand would fill the page, and one more look is then cheaper than reading all that fit.
  LOOP
    EXECUTE 'SELECT array_agg(c.id) FROM (SELECT c.id FROM (' || replace(walked, '%1$s', looked::text) || looked || ') c WHERE '
      || plain || ' AND ' || words || largest_first || most || ') c' INTO page;
    IF cardinality(page) = most OR (plain = 'true' AND words = 'true') THEN
      RETURN QUERY EXECUTE 'SELECT c.id, ' || rank_of || ' FROM conversations c WHERE c.id = ANY ($1)' || largest_first || most USING page;
      RETURN;
    END IF;
    EXIT WHEN looked >= most_looked OR coalesce(cardinality(page), 0) * 1000 < most * looked;
    looked := looked * 5;
  END LOOP;
  RETURN QUERY EXECUTE 'WITH found AS MATERIALIZED (SELECT c.id, c.status, c.priority, c.waiting_since, c.updated_at FROM conversations c WHERE ' || wanted || ' AND ' || indexed
    || ' AND ' || words || ') SELECT c.id, ' || rank_of || ' FROM found c' || largest_first || most;
END
$$;

REVOKE EXECUTE ON FUNCTION list_conversations(jsonb, text, bigint, text, int), conversations_called(text, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION list_conversations(jsonb, text, bigint, text, int), conversations_called(text, int) TO attune_app;
