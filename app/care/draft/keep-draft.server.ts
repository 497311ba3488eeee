import { randomUUID } from "node:crypto";
import type { Draft } from "@prisma/client";
import { draftContentSchema, type DraftContent } from "#app/care/draft/draft.ts";
import { restsOnTheSame, saysTheSame } from "#app/care/draft/says-the-same.ts";
import { supersedeDrafts } from "#app/care/draft/supersede-drafts.server.ts";
import type { Tx } from "#app/db.server.ts";
import { openJson, sealJson, type ShopKeys } from "#app/shop/seal.ts";

type Keeping = {
  content: DraftContent;
  maker: string;
  language: string;
  conversationId: string;
  /** The message that it answers; null: it tells something unasked. */
  messageId: string | null;
  /** The order problem that it tells of. */
  issueId?: string | undefined;
  orderIds: string[];
  /** Whether a person asks for it. */
  asked: boolean;
  now: Date;
};

export type KeptDraft =
  /** `sameWords`: as the version before it, which answers the same message. */
  | { outcome: "drafted"; draftId: string; version: number; sameWords: boolean }
  | { outcome: "unchanged"; draftId: string }; // the waiting draft says the same from the same facts

/** Keeps a draft as the next version of its conversation, once; what waited before is superseded. Hold the conversation. */
export async function keepDraft(tx: Tx, keys: ShopKeys, given: Keeping): Promise<KeptDraft> {
  const { content, maker, language, conversationId, messageId, issueId, orderIds, asked, now } = given;
  const [newest] = await tx.draft.findMany({
    where: { conversationId },
    orderBy: { version: "desc" },
    take: 1,
  });
  // A person's decision stands until the facts change, or a person asks again.
  const standing = asked ? ["waiting"] : ["waiting", "declined", "sent"];
  const before = newest?.messageId === messageId ? contentOf(keys, newest) : null;
  if (newest && before && standing.includes(newest.status)) {
    // By itself the day of an answer moves on with the clock: that alone reopens nothing a person decided.
    const same = newest.status === "waiting" ? saysTheSame(before, content) : restsOnTheSame(before, content);
    if (same && before.outreach?.outreachId === content.outreach?.outreachId)
      return { outcome: "unchanged", draftId: newest.id };
  }
  const id = randomUUID();
  const version = (newest?.version ?? 0) + 1;
  await tx.draft.create({
    data: {
      ...{ id, shopId: keys.shopId, conversationId, messageId, issueId: issueId ?? null },
      ...{ version, language, maker, factOrderIds: orderIds, createdAt: now },
      sealed: sealJson(keys, `drafts.sealed:${id}`, content),
    },
  });
  // After the new one came: that a draft waits for review does not change then.
  await supersedeDrafts(tx, { conversationId, now, but: id });
  return { outcome: "drafted", draftId: id, version, sameWords: before?.text === content.text };
}

const contentOf = (keys: ShopKeys, { id, sealed }: Draft): DraftContent =>
  openJson(keys, { context: `drafts.sealed:${id}`, bytes: sealed }, draftContentSchema);
