-- What a shop knows in words: articles and macros its team writes, and the passages of these and of its policies, which drafts
-- cite (app/mirror/passages.ts). None of it is personal. `search` is made with the configurations of the languages that Attune
-- writes; a policy does not say its language and is in all of them.
CREATE TABLE articles (
  id text PRIMARY KEY,
  shop_id text NOT NULL,
  kind text NOT NULL,
  language text NOT NULL,
  title text NOT NULL,
  body text NOT NULL,
  written_by text NOT NULL,
  retired_at timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX articles_shop_id_id_idx ON articles (shop_id, id);

CREATE TABLE passages (
  shop_id text NOT NULL,
  id text NOT NULL,
  source_kind text NOT NULL,
  source_id text NOT NULL,
  language text,
  title text NOT NULL,
  heading text NOT NULL DEFAULT '',
  body text NOT NULL,
  search tsvector NOT NULL DEFAULT '',
  mirrored_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (shop_id, id)
);
CREATE INDEX passages_shop_id_source_kind_source_id_idx ON passages (shop_id, source_kind, source_id);

GRANT SELECT, INSERT, UPDATE, DELETE ON articles, passages TO attune_app;
ALTER TABLE articles ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON articles TO attune_app
  USING (shop_id = current_setting('app.shop_id', true)) WITH CHECK (shop_id = current_setting('app.shop_id', true));
ALTER TABLE passages ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON passages TO attune_app
  USING (shop_id = current_setting('app.shop_id', true)) WITH CHECK (shop_id = current_setting('app.shop_id', true));
