import { z } from "zod";
import { days } from "#app/lib/duration.ts";

/** What a person made of a draft's text. It outlives the draft: a newer draft must not take somebody's words away. */
export type Edited = { draftId: string; text: string };

const keptSchema = z.record(z.string(), z.object({ draftId: z.string(), text: z.string(), at: z.number() }));
type Kept = z.infer<typeof keptSchema>;

const PLACE = "attune.replies";
const MOST = 20;
const KEPT_FOR = days(14);

type Place = Pick<Storage, "getItem" | "setItem">;

/** What somebody wrote in this browser and has not sent: a lost connection, or a closed window, takes none of it. `now`: ms since 1970. */
export function keptReply(storage: Place, conversationId: string, now: number): Edited | null {
  const found = read(storage)[conversationId];
  return found && now - found.at < KEPT_FOR ? { draftId: found.draftId, text: found.text } : null;
}

/** Keeps it, or with null forgets it. */
export function keepReply(
  storage: Place,
  { conversationId, edited, now }: { conversationId: string; edited: Edited | null; now: number },
): void {
  const { [conversationId]: _before, ...others } = read(storage);
  const all: Kept = edited ? { ...others, [conversationId]: { ...edited, at: now } } : others;
  const newest = Object.entries(all)
    .filter(([, { at }]) => now - at < KEPT_FOR)
    .toSorted(([, one], [, other]) => other.at - one.at)
    .slice(0, MOST);
  try {
    storage.setItem(PLACE, JSON.stringify(Object.fromEntries(newest)));
  } catch {
    // A browser may refuse to keep anything: what is typed stays on the screen then.
  }
}

function read(storage: Place): Kept {
  try {
    return keptSchema.safeParse(JSON.parse(storage.getItem(PLACE) ?? "{}")).data ?? {};
  } catch {
    return {};
  }
}
