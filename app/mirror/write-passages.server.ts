import type { Sql } from "#app/db.server.ts";
import { passagesOf, type PassageSource } from "#app/mirror/passages.ts";
import { configurationsOf, searchableText } from "#app/mirror/search-words.ts";

type Written = PassageSource & { language: string | null; title: string; body: string };

/** Makes the passages of a source those of its text now; an empty text leaves none. Answers whether any came, changed or went. */
export async function writePassages(sql: Sql, shopId: string, source: Written): Promise<boolean> {
  const passages = passagesOf(source, source.body);
  const gone = await sql<{ id: string }>(
    `DELETE FROM passages WHERE shop_id = $1 AND source_kind = $2 AND source_id = $3 AND id <> ALL($4::text[]) RETURNING id`,
    [shopId, source.kind, source.id, passages.map(({ id }) => id)],
  );
  const rows = passages.map((passage) => ({
    ...passage,
    head: searchableText(`${source.title} ${passage.heading}`),
    words: searchableText(passage.body),
  }));
  const written = await sql<{ id: string }>(
    `INSERT INTO passages AS known (shop_id, id, source_kind, source_id, language, title, heading, body, search)
     SELECT $1, id, $2, $3, $4, $5, heading, body, ${vectorOf(source.language)}
     FROM jsonb_to_recordset($6::jsonb) AS p(id text, heading text, body text, head text, words text)
     ON CONFLICT (shop_id, id) DO UPDATE SET
       title = excluded.title, language = excluded.language, search = excluded.search, mirrored_at = now()
     WHERE (known.title, known.language, known.search) IS DISTINCT FROM (excluded.title, excluded.language, excluded.search)
     RETURNING id`,
    [shopId, source.kind, source.id, source.language, source.title, JSON.stringify(rows)],
  );
  return gone.length + written.length > 0;
}

/** The names of the configurations are ours, none is read from anywhere. */
const vectorOf = (language: string | null) =>
  configurationsOf(language)
    .map(
      (name) =>
        `setweight(to_tsvector('${name}', p.head), 'A') || setweight(to_tsvector('${name}', p.words), 'B')`,
    )
    .join(" || ");
