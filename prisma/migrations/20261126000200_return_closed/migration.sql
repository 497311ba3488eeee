-- When a return was completed: what is owed since then is owed from this day on.
ALTER TABLE returns ADD COLUMN closed_at timestamptz(3);
