import { sqlOf, type InShop } from "#app/db.server.ts";
import type { DeadLetterRef } from "#app/ingest/dead-letters/dead-letter.ts";
import { dismissDeadLetters } from "#app/ingest/dead-letters/dismiss-dead-letters.server.ts";
import { openDeadLetter, type OpenedDeadLetter } from "#app/ingest/dead-letters/open-dead-letter.server.ts";
import { replayDeadLetters } from "#app/ingest/dead-letters/replay-dead-letters.server.ts";

/**
 * What a member of staff decides about what was set aside in their shop. `by` is their id.
 *
 * @returns how many were still set aside, and are not any more
 */
export function settleDeadLetters(
  inShop: InShop,
  refs: readonly DeadLetterRef[],
  { shopId, as, by }: { shopId: string; as: "replay" | "dismiss"; by: string },
): Promise<number> {
  return inShop((tx) =>
    as === "replay"
      ? replayDeadLetters(sqlOf(tx), shopId, refs)
      : dismissDeadLetters(sqlOf(tx), refs, { shopId, by }),
  );
}

/** What arrived with one of them, for a member of staff who asks to see it. */
export function showDeadLetter(inShop: InShop, ref: DeadLetterRef, by: string): Promise<OpenedDeadLetter> {
  return inShop((tx) => openDeadLetter(sqlOf(tx), ref, by));
}
