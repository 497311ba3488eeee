-- A draft waits for somebody while its conversation is on the desk. Who closed it, put it off or called it spam has decided about it:
-- it came back on the home page as urgent, and in "Drafts to review" beside "All caught up".
LOCK TABLE conversations, drafts;

-- The one definition: every list, count and badge reads conversations.to_review.
CREATE FUNCTION to_review(shop text, about text, status text, unsent boolean) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT NOT unsent AND to_review.status IN ('open', 'waiting') AND EXISTS (
    SELECT FROM drafts d WHERE d.shop_id = shop AND d.conversation_id = about AND d.status = 'waiting')
$$;

-- As in 20261126000500_unsent_conversations, by that definition.
CREATE OR REPLACE FUNCTION mark_to_review() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  about CONSTANT text := coalesce(NEW.conversation_id, OLD.conversation_id);
BEGIN
  -- Of two transactions that change drafts of one conversation, the second looks when it has the lock, and sees what the first did.
  PERFORM FROM conversations WHERE id = about FOR NO KEY UPDATE;
  UPDATE conversations c SET to_review = NOT c.to_review
  WHERE c.id = about AND c.to_review <> to_review(c.shop_id, c.id, c.status, c.unsent);
  RETURN NULL;
END
$$;

-- The row is locked before the function looks at the drafts: here, too, the second sees what the first did.
CREATE FUNCTION set_to_review() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  NEW.to_review := to_review(NEW.shop_id, NEW.id, NEW.status, NEW.unsent);
  RETURN NEW;
END
$$;
CREATE TRIGGER conversations_to_review BEFORE UPDATE OF status ON conversations
FOR EACH ROW WHEN (NEW.status IS DISTINCT FROM OLD.status) EXECUTE FUNCTION set_to_review();

UPDATE conversations SET to_review = false WHERE to_review AND status NOT IN ('open', 'waiting');
