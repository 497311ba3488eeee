import type { Tx } from "#app/db.server.ts";
import { didSchema } from "./done.ts";

/** The macros that rules suggest for messages, those for the newest message first, of several rules the first. */
export async function suggestedMacros(
  tx: Tx,
  shopId: string,
  /** Oldest first. */
  messageIds: readonly string[],
): Promise<string[]> {
  const rows = await tx.triageApplication.findMany({
    where: { shopId, messageId: { in: [...messageIds] } },
    orderBy: [{ at: "asc" }, { place: "asc" }],
    select: { messageId: true, did: true },
  });
  const suggested = messageIds.toReversed().flatMap((id) =>
    rows
      .filter(({ messageId }) => messageId === id)
      .flatMap(({ did }) => didSchema.catch([]).parse(did))
      .flatMap((one) => (one.do === "suggest_macro" && one.outcome === "suggested" ? [one.articleId] : [])),
  );
  return [...new Set(suggested)];
}
