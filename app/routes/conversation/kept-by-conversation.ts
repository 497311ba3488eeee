import { z } from "zod";
import { KEPT_FOR } from "#app/components/own-place.ts";

type Place = Pick<Storage, "getItem" | "setItem">;

/** What somebody made in this browser of each conversation and has not sent. Times in ms since 1970. */
export type Store<T> = {
  read: (storage: Place, conversationId: string, now: number) => T | null;
  /** Keeps it, or with null forgets it. */
  keep: (storage: Place, kept: { conversationId: string; value: T | null; now: number }) => void;
};

const MOST = 20;
const allSchema = z.record(z.string(), z.looseObject({ at: z.number() }));
type All = z.infer<typeof allSchema>;

/** A lost connection, or a closed window, takes none of it. `place`: under which name the browser keeps it. */
function keptByConversation<T extends object>(place: string, schema: z.ZodType<T>): Store<T> {
  const read = (storage: Place): All => {
    try {
      return allSchema.safeParse(JSON.parse(storage.getItem(place) ?? "{}")).data ?? {};
    } catch {
      return {};
    }
  };
  return {
    read: (storage, conversationId, now) => {
      const found = read(storage)[conversationId];
      return found && now - found.at < KEPT_FOR ? (schema.safeParse(found).data ?? null) : null;
    },
    keep: (storage, { conversationId, value, now }) => {
      const { [conversationId]: _before, ...others } = read(storage);
      const all: All = value ? { ...others, [conversationId]: { ...value, at: now } } : others;
      const newest = Object.entries(all)
        .filter(([, { at }]) => now - at < KEPT_FOR)
        .toSorted(([, one], [, other]) => other.at - one.at)
        .slice(0, MOST);
      try {
        storage.setItem(place, JSON.stringify(Object.fromEntries(newest)));
      } catch {
        // A browser may refuse to keep anything: what is typed stays on the screen then.
      }
    },
  };
}

/** What a person made of a draft's text. It outlives the draft: a newer draft must not take somebody's words away. */
export type Edited = z.infer<typeof editedSchema>;
const editedSchema = z.object({ draftId: z.string(), text: z.string() });
export const keptReplies = keptByConversation("attune.replies", editedSchema);

const copiedSchema = z.object({ copies: z.array(z.object({ name: z.string(), address: z.string() })) });
export const keptCopies = keptByConversation("attune.copies", copiedSchema);
