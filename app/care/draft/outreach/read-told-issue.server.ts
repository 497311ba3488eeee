import { draftContentSchema, type DraftContent } from "#app/care/draft/draft.ts";
import type { IssueToTell } from "#app/care/draft/issue-to-tell.ts";
import { quoteOf } from "#app/care/draft/raised.ts";
import type { Tx } from "#app/db.server.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";

/** What we wrote of an issue last, and when it left; null where nothing of it left. */
export async function readToldIssue(tx: Tx, keys: ShopKeys, issueId: string): Promise<IssueToTell["before"]> {
  const { shopId } = keys;
  const sent = await tx.outreach.findMany({
    where: { shopId, issueId, state: "sent", draftId: { not: null } },
    select: { draftId: true },
  });
  const draftId = { in: sent.flatMap((one) => one.draftId ?? []) };
  const delivery = await tx.delivery.findFirst({
    where: { shopId, draftId, purpose: "outreach", status: "sent" },
    orderBy: { at: "desc" },
  });
  const draft = delivery?.draftId ? await tx.draft.findUnique({ where: { id: delivery.draftId } }) : null;
  if (!delivery || !draft) return null;
  const sealed = { context: `drafts.sealed:${draft.id}` as const, bytes: draft.sealed };
  return {
    id: delivery.id,
    at: delivery.at,
    said: namedIn(openJson(keys, sealed, draftContentSchema)),
  };
}

/** The sentence that named the trouble, as it left; null where a person put it otherwise, or it cannot be quoted. */
function namedIn({ sentences, text, outreach }: DraftContent): string | null {
  if (outreach?.stage !== "first") return null;
  const named = sentences.find(({ stage, kind }) => stage === "name" && kind === "fact");
  return named && text.includes(named.text) ? quoteOf(named.text) : null;
}
