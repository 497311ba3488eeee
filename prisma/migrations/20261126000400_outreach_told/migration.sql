-- A keyed digest of what mattered when it was decided: an update is told only when that has changed since it was told last.
ALTER TABLE outreaches ADD COLUMN told text NOT NULL DEFAULT '';
