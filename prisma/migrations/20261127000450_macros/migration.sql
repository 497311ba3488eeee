-- Words that people use again and again: a macro has a text in each language that it is written in, which is an article of its own, so
-- that it is found and cited as they are. Its placeholders are filled from a conversation's records when somebody takes it. Nothing of
-- it is personal. `search` is what its list is searched by: its name and texts in lower case, without accents.
CREATE TABLE macros (
  id text PRIMARY KEY,
  shop_id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  name text NOT NULL,
  tags text[] NOT NULL DEFAULT '{}',
  closes boolean NOT NULL DEFAULT false,
  search text NOT NULL DEFAULT '',
  written_by text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  removed_at timestamptz(3)
);
CREATE INDEX macros_shop_id_name_id_idx ON macros (shop_id, name, id);

GRANT SELECT, INSERT, UPDATE, DELETE ON macros TO attune_app;
ALTER TABLE macros ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON macros TO attune_app
  USING (shop_id = current_setting('app.shop_id', true)) WITH CHECK (shop_id = current_setting('app.shop_id', true));

ALTER TABLE articles ADD COLUMN macro_id text;
CREATE INDEX articles_shop_id_macro_id_idx ON articles (shop_id, macro_id) WHERE macro_id IS NOT NULL;

-- Those that there are have one text each, and keep their ids, which rules name.
UPDATE articles SET macro_id = id WHERE kind = 'macro';
INSERT INTO macros (id, shop_id, name, search, written_by, created_at, updated_at, removed_at)
  SELECT id, shop_id, title, lower(title || ' ' || body), written_by, created_at, updated_at, retired_at
  FROM articles WHERE kind = 'macro';
