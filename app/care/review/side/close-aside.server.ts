import type { InShop } from "#app/db.server.ts";
import type { Now } from "#app/ports.ts";

export type CloseInput = { parentId: string; sideId: string; as: "closed" | "open" };

/** Closes a side conversation, or opens it again. False when there is none. An answer opens it by itself. */
export async function closeAside(
  { inShop, now }: { inShop: InShop; now: Now },
  { parentId, sideId, as }: CloseInput,
): Promise<boolean> {
  return inShop(async (tx) => {
    const { count } = await tx.conversation.updateMany({
      where: { id: sideId, parentId },
      data: { status: as, updatedAt: now() },
    });
    return count > 0;
  });
}
