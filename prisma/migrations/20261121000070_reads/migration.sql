-- Lists and searches of a shop with a million orders and 200,000 conversations (bench/reads.ts). The new
-- indexes are on tables that grow by mails and people, not by webhooks; the one on customers holds merged records only. Those
-- with a condition are not in schema.prisma, which cannot say it.

-- The newest orders of an address and of a customer: each index takes the place of one without the date, which made a read of
-- all of them. The date never changes, so that an update of an order still leaves both alone.
CREATE INDEX orders_shop_id_email_index_placed_at_idx ON orders (shop_id, email_index, placed_at);
CREATE INDEX orders_shop_id_customer_id_placed_at_idx ON orders (shop_id, customer_id, placed_at);
DROP INDEX orders_shop_id_email_index_idx;
DROP INDEX orders_shop_id_customer_id_idx;

-- The inbox's filters, the last changed first. What a filter is combined with stands behind the order, so that it is checked in
-- the index: a rare combination costs index entries, not rows.
CREATE INDEX conversations_emotion_idx ON conversations (shop_id, emotion, updated_at, id, intent, status, unsure);
CREATE INDEX conversations_intent_idx ON conversations (shop_id, intent, updated_at, id, status, unsure);
CREATE INDEX conversations_unsure_idx ON conversations (shop_id, updated_at, id, status, emotion, intent) WHERE unsure;

-- Drafts to review, the newest first, and whose they are without a look at the draft.
CREATE INDEX drafts_waiting_idx ON drafts (shop_id, created_at, conversation_id) WHERE status = 'waiting';

-- Is an incoming mail an answer to one of ours, or ours come back?
CREATE INDEX deliveries_mail_message_id_idx ON deliveries (shop_id, mail_message_id);

-- Whose orders are a customer's: asked for every message.
CREATE INDEX customers_merged_into_idx ON customers (shop_id, merged_into_id) WHERE merged_into_id IS NOT NULL;

-- Keyed tokens do not compress: do not try, and do not undo it for each row a search looks at.
ALTER TABLE conversations ALTER COLUMN search_tokens SET STORAGE EXTERNAL;

-- As in 20261121000003_search_within_a_shop, with conditions that an index can serve.
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
  FOREACH field IN ARRAY ARRAY['status', 'emotion', 'intent', 'unsure'] LOOP
    IF narrowed ->> field IS NOT NULL THEN
      wanted := wanted || format(' AND c.%I = %L', field, narrowed ->> field);
    END IF;
  END LOOP;
  IF narrowed ? 'ids' THEN
    ids := ARRAY(SELECT jsonb_array_elements_text(narrowed -> 'ids'));
    wanted := wanted || ' AND c.id = ANY ($4)';
  END IF;
  FOR word IN SELECT * FROM jsonb_array_elements(words) LOOP
    matching := matching || format(' AND c.search_tokens && %L::text[]', ARRAY(SELECT jsonb_array_elements_text(word)));
  END LOOP;
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
