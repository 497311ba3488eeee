import { sqlOf, type Tx } from "#app/db.server.ts";
import { configurationFor, searchableText } from "#app/mirror/search-words.ts";
import { rankPassages, type FoundPassage, type MatchedPassage } from "#app/voice/rank-passages.ts";
import { withSuggested } from "#app/voice/with-suggested.ts";

/** What is asked of a mail: its beginning says what it is about, and what it quotes is not asked. */
const LONGEST_QUESTION = 3_000;

type Asked = {
  text: string;
  /** BCP 47. */
  language: string;
  /** Macros that the team wants used here, the first one before the others: they come before all that is found. */
  suggested?: readonly string[];
};

/**
 * The passages of the shop's policies and articles that speak of what a text asks, best first. They are found in the text's own
 * language; a policy, which does not say its language, is found in any. Under the wall no index serves `@@` (ADR 7): a shop
 * has some hundred passages, which are read by its key.
 */
export async function findKnowledge(
  tx: Tx,
  shopId: string,
  { text, language, suggested = [] }: Asked,
): Promise<FoundPassage[]> {
  const configuration = configurationFor(language);
  if (!configuration) return [];
  const words = searchableText(text.slice(0, LONGEST_QUESTION));
  const rows = await sqlOf(tx)<MatchedPassage & { mirroredAt: Date }>(STATEMENT, [
    shopId,
    configuration,
    words,
    language.toLowerCase().split("-")[0],
  ]);
  const [{ total, asked } = { total: 0, asked: 0 }] = await sqlOf(tx)<{ total: number; asked: number }>(
    `SELECT (SELECT count(*)::int FROM passages WHERE shop_id = $1) AS total,
       COALESCE(cardinality(tsvector_to_array(to_tsvector($2::regconfig, $3))), 0) AS asked`,
    [shopId, configuration, words],
  );
  const found = rankPassages(rows, { total, asked });
  return withSuggested(found, await passagesOf(tx, shopId, { ids: suggested, language }));
}

/** Those of named macros, in the language of the question. */
async function passagesOf(
  tx: Tx,
  shopId: string,
  { ids, language }: { ids: readonly string[]; language: string },
): Promise<Omit<FoundPassage, "clear">[]> {
  if (ids.length === 0) return [];
  const texts = await tx.article.findMany({
    where: { shopId, macroId: { in: [...ids] }, retiredAt: null },
    select: { id: true, macroId: true },
  });
  const macroOf = new Map(texts.map(({ id, macroId }) => [id, macroId ?? id]));
  const rows = await tx.passage.findMany({
    where: {
      ...{ shopId, sourceKind: "article", sourceId: { in: [...macroOf.keys()] } },
      language: language.toLowerCase().split("-")[0] ?? language,
    },
    select: {
      ...{ id: true, sourceKind: true, sourceId: true, language: true },
      ...{ title: true, heading: true, body: true, mirroredAt: true },
    },
    orderBy: { id: "asc" },
  });
  const place = ({ sourceId }: { sourceId: string }) => ids.indexOf(macroOf.get(sourceId) ?? sourceId);
  return rows.toSorted((one, other) => place(one) - place(other));
}

const STATEMENT = `
  WITH asked AS (SELECT tsvector_to_array(to_tsvector($2::regconfig, $3)) AS words),
    query AS (SELECT words, (SELECT string_agg(quote_literal(word), ' | ')::tsquery FROM unnest(words) AS word) AS any_of FROM asked)
  SELECT p.id, p.source_kind AS "sourceKind", p.source_id AS "sourceId", p.language, p.title, p.heading, p.body, p.mirrored_at AS "mirroredAt",
    ARRAY(SELECT unnest(query.words) INTERSECT SELECT unnest(tsvector_to_array(p.search))) AS matched
  FROM passages p, query
  WHERE p.shop_id = $1 AND (p.language IS NULL OR p.language = $4) AND p.search @@ query.any_of
  ORDER BY p.id`;
