-- What is counted of many conversations at once: the feeling and its cause of each reading, as conversations have theirs. The emotion
-- goes with the rest of it when its time is over (privacy/clear-emotions.server.ts); readings of before have neither.
ALTER TABLE readings ADD COLUMN emotion text, ADD COLUMN about text;

-- Which conversations began when, without a look at the rows themselves.
CREATE INDEX conversations_begun_idx ON conversations (shop_id, created_at, id) INCLUDE (channel, language, intent, status)
WHERE NOT unsent AND parent_id IS NULL;
