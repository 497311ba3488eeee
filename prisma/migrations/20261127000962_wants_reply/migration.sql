-- Thanks for an answer wants no answer, and the desk says so: no clock runs for it, and nobody waits. Every message wants one until it
-- was read and is nothing but thanks beyond doubt (app/care/draft/no-draft.ts).
ALTER TABLE messages ADD COLUMN wants_reply boolean NOT NULL DEFAULT true;

-- As in 20261127000500_service_levels: the clocks are looked at anew when that turns out otherwise.
DROP TRIGGER messages_level_moved ON messages;
CREATE TRIGGER messages_level_moved AFTER INSERT OR UPDATE OF conversation_id, wants_reply ON messages
FOR EACH ROW EXECUTE FUNCTION message_moved();
