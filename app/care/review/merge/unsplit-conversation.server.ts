import { z } from "zod";
import { mergeConversations, type Merged } from "#app/care/review/merge/merge-conversations.server.ts";
import type { InShop } from "#app/db.server.ts";
import type { Now } from "#app/ports.ts";

type UnsplitInput = { shopId: string; intoId: string; fromId: string; staff: { id: string } };

const splitFrom = z.object({ fromId: z.string() });

/** Puts a conversation back into the one that it was split from, whoever it is with: there it was before. */
export async function unsplitConversation(
  deps: { inShop: InShop; now: Now },
  { shopId, intoId, fromId, staff }: UnsplitInput,
): Promise<Merged> {
  const events = await deps.inShop((tx) =>
    tx.conversationEvent.findMany({
      where: { shopId, conversationId: fromId, kind: "split" },
      select: { data: true },
    }),
  );
  const wasThere = events.some(({ data }) => splitFrom.safeParse(data).data?.fromId === intoId);
  return mergeConversations(deps, { shopId, intoId, fromId, staff, otherContact: wasThere });
}
