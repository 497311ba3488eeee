import type { Tx } from "#app/db.server.ts";

type Noted = {
  shopId: string;
  conversationId: string;
  kind: "merged" | "split";
  by: string;
  at: Date;
  /** Ids only. */
  data: Record<string, string>;
};

/** Writes down what was done to a conversation. */
export async function noteEvent(tx: Tx, event: Noted): Promise<void> {
  await tx.conversationEvent.create({ data: event, select: { id: true } });
}
