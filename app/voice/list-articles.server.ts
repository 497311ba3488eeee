import { z } from "zod";
import type { Tx } from "#app/db.server.ts";
import { articleKinds, type Article } from "#app/voice/article.ts";

export type ListedArticles = { items: Article[]; nextCursor: string | null };

type Asked = {
  cursor?: string | undefined;
  limit?: number | undefined;
  /** False: without the texts of macros. */
  macros?: boolean;
};

/** The shop's articles and macros, in the order of their ids, which never changes while a reader turns pages. */
export async function listArticles(
  tx: Tx,
  shopId: string,
  { cursor, limit = 50, macros = true }: Asked = {},
): Promise<ListedArticles> {
  const rows = await tx.article.findMany({
    where: {
      shopId,
      ...(cursor === undefined ? {} : { id: { gt: cursor } }),
      ...(macros ? {} : { kind: { not: "macro" } }),
    },
    orderBy: { id: "asc" },
    take: limit + 1,
  });
  const items = rows
    .slice(0, limit)
    .map(({ id, kind, language, title, body, writtenBy, retiredAt, updatedAt }) => ({
      id,
      kind: z.enum(articleKinds).parse(kind),
      language,
      title,
      body,
      writtenBy,
      retiredAt: retiredAt?.toISOString() ?? null,
      updatedAt: updatedAt.toISOString(),
    }));
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}
