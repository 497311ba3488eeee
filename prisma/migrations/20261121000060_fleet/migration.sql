-- What GET /metrics asks at every scrape. Backfills that are not done are a handful of one row per shop.
CREATE INDEX backfills_open_idx ON backfills (state) WHERE state <> 'done';
