import { HERE_FOR, TYPING_FOR } from "#app/conversation/presence.ts";
import type { Tx } from "#app/db.server.ts";

export type Noted = { outcome: "noted" | "gone" } | { outcome: "not_found" };

type Given = { conversationId: string; staffId: string; doing: "looking" | "typing" | "left"; at: Date };

/** Says that somebody has a conversation open, is writing in it, or left it. Whoever's time is over is forgotten on the way. */
export async function notePresence(tx: Tx, shopId: string, given: Given): Promise<Noted> {
  const { conversationId, staffId, doing, at } = given;
  await tx.$executeRaw`
    DELETE FROM presences WHERE ctid IN (
      SELECT ctid FROM presences WHERE shop_id = ${shopId} AND here_until < ${at} FOR UPDATE SKIP LOCKED)`;
  if (doing === "left") {
    await tx.presence.deleteMany({ where: { shopId, conversationId, staffId } });
    return { outcome: "gone" };
  }
  const there = await tx.conversation.findFirst({
    where: { shopId, id: conversationId },
    select: { id: true },
  });
  if (!there) return { outcome: "not_found" };
  const times = {
    hereUntil: new Date(at.getTime() + HERE_FOR),
    typingUntil: doing === "typing" ? new Date(at.getTime() + TYPING_FOR) : null,
  };
  await tx.presence.upsert({
    where: { shopId_conversationId_staffId: { shopId, conversationId, staffId } },
    create: { shopId, conversationId, staffId, ...times },
    update: times,
  });
  return { outcome: "noted" };
}
