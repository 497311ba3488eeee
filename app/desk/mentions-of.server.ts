import { excerpt } from "#app/conversation/display.ts";
import { conversationContentSchema } from "#app/conversation/message-content.ts";
import { noteContentSchema } from "#app/conversation/note.ts";
import type { Tx } from "#app/db.server.ts";
import type { Actor } from "#app/desk/show-activity.server.ts";
import { days } from "#app/lib/duration.ts";
import { namesOfStaff } from "#app/shop/list-staff.server.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";

/** A note that names whoever looks, and that they have not seen. */
export type Mention = {
  noteId: string;
  conversationId: string;
  subject: string;
  customer: string;
  by: Actor;
  at: string;
  excerpt: string;
};

/** What is older than this was dealt with without them. */
const NEWS_FOR = days(30);
const EXCERPT = 160;

/** Where the team waits for somebody: the notes that name them, until they have seen them; the newest first. */
export async function mentionsOf(
  tx: Tx,
  keys: ShopKeys,
  { staffId, now, limit = 20 }: { staffId: string; now: Date; limit?: number },
): Promise<Mention[]> {
  const { shopId } = keys;
  const notes = await tx.note.findMany({
    where: {
      ...{ shopId, mentions: { has: staffId }, NOT: { seenBy: { has: staffId } } },
      at: { gte: new Date(now.getTime() - NEWS_FOR) },
    },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: limit,
  });
  const conversations = await tx.conversation.findMany({
    where: { shopId, id: { in: notes.map(({ conversationId }) => conversationId) } },
    select: { id: true, sealed: true },
  });
  const heads = new Map(
    conversations.map(({ id, sealed }) => {
      const context = `conversations.sealed:${id}` as const;
      return [id, openJson(keys, { context, bytes: sealed }, conversationContentSchema)];
    }),
  );
  const names = await namesOfStaff(
    tx,
    keys,
    notes.map(({ writtenBy }) => writtenBy),
  );
  return notes.flatMap(({ id, conversationId, writtenBy, at, sealed }) => {
    const head = heads.get(conversationId);
    if (!head) return [];
    const { text } = openJson(keys, { context: `notes.sealed:${id}`, bytes: sealed }, noteContentSchema);
    return [
      {
        ...{ noteId: id, conversationId, subject: head.subject, at: at.toISOString() },
        customer: head.contactName || head.contactEmail,
        by: { id: writtenBy, name: names.get(writtenBy) ?? null },
        excerpt: excerpt(text, EXCERPT),
      },
    ];
  });
}
