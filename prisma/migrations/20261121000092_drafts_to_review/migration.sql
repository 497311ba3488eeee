-- "Drafts to review" is a view of the inbox like any other, filtered, searched and paged to its end: a conversation knows itself
-- whether a draft of it waits. Before, the ids of the newest thousand drafts were looked up one by one for every page (p95 59 ms
-- of a deep page with 10,000 drafts, bench/reads.ts), and older ones were never shown.
LOCK TABLE conversations, drafts;
ALTER TABLE conversations ADD COLUMN to_review boolean NOT NULL DEFAULT false;

-- Not deferred: what fails or waits in a COMMIT is bound by no statement_timeout, and Prisma then never gives the connection back.
CREATE FUNCTION mark_to_review() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  about CONSTANT text := coalesce(NEW.conversation_id, OLD.conversation_id);
BEGIN
  -- Of two transactions that change drafts of one conversation, the second looks when it has the lock, and sees what the first did.
  PERFORM FROM conversations WHERE id = about FOR NO KEY UPDATE;
  UPDATE conversations SET to_review = NOT to_review WHERE id = about AND to_review <> EXISTS (
    SELECT FROM drafts WHERE shop_id = conversations.shop_id AND conversation_id = about AND status = 'waiting');
  RETURN NULL;
END
$$;
CREATE TRIGGER drafts_to_review AFTER INSERT OR UPDATE OF status OR DELETE ON drafts
FOR EACH ROW EXECUTE FUNCTION mark_to_review();

UPDATE conversations SET to_review = true
WHERE EXISTS (SELECT FROM drafts WHERE drafts.shop_id = conversations.shop_id AND conversation_id = conversations.id AND drafts.status = 'waiting');

-- The last changed first, and what a filter asks beside it; not in schema.prisma, which cannot say the condition.
CREATE INDEX conversations_to_review_idx ON conversations (shop_id, updated_at, id, status, emotion, intent, unsure) WHERE to_review;
-- It was for the ids that were looked up.
DROP INDEX drafts_waiting_idx;

-- As in 20261121000070_reads, with the new condition, and named conversations looked up one by one: the planner would rather walk
-- through all of the shop's by their time, and ask of each whether it was named.
CREATE OR REPLACE FUNCTION find_conversations(words jsonb, narrowed jsonb, before_at timestamptz, before_id text, most int)
RETURNS TABLE (id text, updated_at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  newest_first CONSTANT text := ' ORDER BY c.updated_at DESC, c.id DESC LIMIT ';
  word jsonb;
  field text;
  ids text[];
  page text[];
  wanted text := 'c.shop_id = $1';
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
