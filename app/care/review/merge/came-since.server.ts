import type { Since } from "#app/care/review/merge/merged-head.ts";
import { AUTOMATIC_PURPOSES } from "#app/conversation/automatic-purposes.ts";
import type { Tx } from "#app/db.server.ts";

/** Of what is in a conversation: whether it was written to since, and by whom last. Hold the conversation. */
export async function cameSince(
  tx: Tx,
  { conversationId, since }: { conversationId: string; since: Date },
): Promise<Since> {
  const newest = await tx.message.findFirst({
    where: { conversationId, direction: "in", automatic: false },
    orderBy: { createdAt: "desc" },
    select: { createdAt: true },
  });
  const mails = await tx.delivery.findMany({
    where: {
      ...{ conversationId, createdAt: { gte: since }, purpose: { notIn: [...AUTOMATIC_PURPOSES] } },
      status: { in: ["queued", "sending", "sent", "uncertain"] },
    },
    select: { createdAt: true, status: true },
  });
  const answered = mails.some(
    ({ createdAt, status }) => status !== "uncertain" && (!newest || createdAt >= newest.createdAt),
  );
  const unknown = mails.some(({ status }) => status === "uncertain");
  return { answered, wanted: unknown || (!answered && newest !== null && newest.createdAt >= since) };
}
