-- Finding order problems in time: lists and counts of issues, and the first look at what a shop has.

-- All issues of a shop from the newest on, and what one kind brought in a period.
CREATE INDEX order_issues_shop_id_opened_at_idx ON order_issues (shop_id, opened_at DESC, id DESC);
CREATE INDEX order_issues_shop_id_kind_opened_at_idx ON order_issues (shop_id, kind, opened_at DESC, id DESC);

-- When every order of the shop was last put up to be looked at: after its backfill.
ALTER TABLE detections ADD COLUMN seeded_at timestamptz(3);
-- When any order of it was last looked at.
ALTER TABLE detections ADD COLUMN looked_at timestamptz(3);
CREATE INDEX detections_next_at_idx ON detections (next_at);

-- How the carrier's name is mostly written: the key is folded.
ALTER TABLE carrier_habits ADD COLUMN name text NOT NULL DEFAULT '';

-- Shops that were backfilled before this release hear no end of it: their habits are learned and their orders looked at now.
INSERT INTO detections (shop_id) SELECT shop_id FROM backfills WHERE state = 'done' ON CONFLICT DO NOTHING;
