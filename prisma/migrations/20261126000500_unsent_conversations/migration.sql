-- A conversation that we begin about an order problem is none before something of it left: no inbox, count or search shows it. One
-- issue is told of in one conversation.
CREATE UNIQUE INDEX conversations_of_issue_idx ON conversations (shop_id, issue_id) WHERE issue_id IS NOT NULL;

-- An incident may have hundreds of them at once, all of them new: no page of an inbox reads past them.
DROP INDEX conversations_shop_id_updated_at_id_idx;
DROP INDEX conversations_shop_id_status_updated_at_id_idx;
CREATE INDEX conversations_shop_id_unsent_updated_at_id_idx ON conversations (shop_id, unsent, updated_at, id);
CREATE INDEX conversations_shop_id_unsent_status_updated_at_id_idx ON conversations (shop_id, unsent, status, updated_at, id);

-- As in 20261121000092_drafts_to_review: what waits of an unsent conversation is approved where its issue is shown.
CREATE OR REPLACE FUNCTION mark_to_review() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  about CONSTANT text := coalesce(NEW.conversation_id, OLD.conversation_id);
BEGIN
  -- Of two transactions that change drafts of one conversation, the second looks when it has the lock, and sees what the first did.
  PERFORM FROM conversations WHERE id = about FOR NO KEY UPDATE;
  UPDATE conversations SET to_review = NOT to_review WHERE id = about AND to_review <> (NOT unsent AND EXISTS (
    SELECT FROM drafts WHERE shop_id = conversations.shop_id AND conversation_id = about AND status = 'waiting'));
  RETURN NULL;
END
$$;

-- As in 20261121000092_drafts_to_review, without what is unsent.
CREATE OR REPLACE FUNCTION find_conversations(words jsonb, narrowed jsonb, before_at timestamptz, before_id text, most int)
RETURNS TABLE (id text, updated_at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  newest_first CONSTANT text := ' ORDER BY c.updated_at DESC, c.id DESC LIMIT ';
  word jsonb;
  field text;
  ids text[];
  page text[];
  wanted text := 'c.shop_id = $1 AND NOT c.unsent';
  matching text := 'true';
  looked int := 300;
BEGIN
  IF before_at IS NOT NULL THEN
    wanted := wanted || ' AND (c.updated_at, c.id) < ($2, $3)';
  END IF;
  FOREACH field IN ARRAY ARRAY['status', 'emotion', 'intent', 'unsure', 'to_review'] LOOP
    IF narrowed ->> field IS NOT NULL THEN
      wanted := wanted || format(' AND c.%I = %L', field, narrowed ->> field);
    END IF;
  END LOOP;
  FOR word IN SELECT * FROM jsonb_array_elements(words) LOOP
    matching := matching || format(' AND c.search_tokens && %L::text[]', ARRAY(SELECT jsonb_array_elements_text(word)));
  END LOOP;
  IF narrowed ? 'ids' THEN
    ids := ARRAY(SELECT DISTINCT jsonb_array_elements_text(narrowed -> 'ids'));
    RETURN QUERY EXECUTE 'SELECT c.id, c.updated_at FROM (SELECT c.id, c.updated_at, c.search_tokens FROM unnest($4) AS named(id)'
      ' CROSS JOIN LATERAL (SELECT c.id, c.updated_at, c.search_tokens FROM conversations c WHERE c.id = named.id AND ' || wanted
      || ' OFFSET 0) c ORDER BY c.updated_at DESC, c.id DESC OFFSET 0) c WHERE ' || matching || newest_first || '$5'
      USING current_setting('app.shop_id', true), before_at, before_id, ids, most;
    RETURN;
  END IF;
  -- A word that many conversations have fills the page from the newest few hundred; a rare one is found by the index of
  -- words. The planner cannot tell one from the other. When the newest 300 say that a thousand would fill the page, one more
  -- look is cheaper than reading every conversation with the word.
  LOOP
    EXECUTE 'SELECT array_agg(p.id ORDER BY p.updated_at DESC, p.id DESC) FROM (SELECT c.id, c.updated_at FROM ('
      'SELECT c.id, c.updated_at, c.search_tokens FROM conversations c WHERE ' || wanted || newest_first || looked || ') c'
      ' WHERE ' || matching || newest_first || '$5) p'
      INTO page USING current_setting('app.shop_id', true), before_at, before_id, ids, most;
    IF cardinality(page) = most THEN
      RETURN QUERY SELECT c.id, c.updated_at FROM conversations c WHERE c.id = ANY (page) ORDER BY c.updated_at DESC, c.id DESC;
      RETURN;
    END IF;
    EXIT WHEN looked > 300 OR coalesce(cardinality(page), 0) * 1000 < most * 300;
    looked := 1500;
  END LOOP;
  RETURN QUERY EXECUTE 'WITH found AS MATERIALIZED (SELECT c.id, c.updated_at FROM conversations c WHERE ' || wanted
    || ' AND ' || matching || ') SELECT c.id, c.updated_at FROM found c' || newest_first || '$5'
    USING current_setting('app.shop_id', true), before_at, before_id, ids, most;
END
$$;

-- As in 20261121000003_search_within_a_shop, without what is unsent.
CREATE OR REPLACE FUNCTION conversations_about(order_id text, most int) RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH found AS MATERIALIZED (
    SELECT id, updated_at FROM conversations
    WHERE shop_id = current_setting('app.shop_id', true) AND NOT unsent AND order_ids <> '{}' AND order_ids @> ARRAY[order_id])
  SELECT id FROM found ORDER BY updated_at DESC, id DESC LIMIT most
$$;
