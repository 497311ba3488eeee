-- In which form the words are that a conversation is found by (app/shop/search-words.ts): those of before are rewritten one batch after
-- the other (app/conversation/rewrite-old-words.server.ts). The default stays the oldest form: whoever does not say it writes that one.
ALTER TABLE conversations ADD COLUMN words_form smallint NOT NULL DEFAULT 1;
CREATE INDEX conversations_words_form_idx ON conversations (shop_id, id) WHERE words_form < 2;

-- That it is found by more words is no news to anybody who has the desk open.
DROP TRIGGER conversations_tell_desk ON conversations;
CREATE TRIGGER conversations_tell_desk AFTER UPDATE ON conversations
FOR EACH ROW WHEN (NOT NEW.unsent AND OLD IS DISTINCT FROM NEW
  AND NOT (NEW.words_form > OLD.words_form AND NEW.updated_at = OLD.updated_at)) EXECUTE FUNCTION tell_desk();
