-- A merge in which somebody was erased is undone no more. That it was made stays: it leads to where others' conversations are.
ALTER TABLE conversation_merges ALTER COLUMN sealed DROP NOT NULL;
