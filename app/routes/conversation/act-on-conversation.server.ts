import { randomUUID } from "node:crypto";
import { z } from "zod";
import { handOver, type HandedOver } from "#app/care/keep/hand-over.server.ts";
import { escalate, type Escalated } from "#app/care/triage/escalate.server.ts";
import {
  changeNote,
  removeNote,
  type NoteChanged,
  type NoteRemoved,
} from "#app/conversation/change-note.server.ts";
import { LONGEST_NOTE, MOST_MENTIONS } from "#app/conversation/note.ts";
import { seeMentions } from "#app/conversation/see-mentions.server.ts";
import { writeNote, type NoteWritten } from "#app/conversation/write-note.server.ts";
import { staffIdSchema } from "#app/routes/api/change-body.ts";
import type { StaffSession } from "#app/staff.server.ts";

const text = z.string().max(LONGEST_NOTE);
const note = { text, mentions: z.array(staffIdSchema).max(MOST_MENTIONS) };
const noteId = z.string().regex(/^[A-Za-z0-9-]{1,64}$/u);

/** What the team can do about a conversation, besides what the inbox can (routes/inbox/change-inbox.server.ts). */
const askedSchema = z.discriminatedUnion("what", [
  z.object({ what: z.literal("note"), key: z.uuid().optional(), ...note }),
  z.object({ what: z.literal("edit-note"), noteId, ...note }),
  z.object({ what: z.literal("remove-note"), noteId }),
  z.object({ what: z.literal("escalate"), to: staffIdSchema, reason: text }),
  z.object({
    what: z.literal("hand-over"),
    to: staffIdSchema,
    until: z.iso.datetime().transform((time) => new Date(time)),
    note: text,
  }),
  z.object({ what: z.literal("seen") }),
]);
type Asked = z.infer<typeof askedSchema>;

/** Why nothing was done, as a code: the screen words it. */
export type NotActed =
  | "bad_input"
  | "blank"
  | "no_such_member"
  | "not_in_future"
  | "too_far"
  | "is_spam"
  | "forbidden"
  | "not_found";

/** `changeId`: by which it is undone; `noteId`: the note that was written. */
export type Acted =
  { outcome: "done"; changeId?: string; noteId?: string } | { outcome: "refused"; why: NotActed };

/** Who acts, and where. */
type Acting = Pick<StaffSession, "inShop" | "keys" | "staff">;

const DONE = { outcome: "done" } as const;
const refused = (why: NotActed): Acted => ({ outcome: "refused", why });

/** Does what somebody of the team asks for about a conversation, and answers by name. */
export async function actOnConversation(
  session: Acting,
  conversationId: string,
  body: unknown,
): Promise<Acted> {
  const parsed = askedSchema.safeParse(body);
  if (!parsed.success) return refused("bad_input");
  const asked = parsed.data;
  switch (asked.what) {
    case "escalate":
    case "hand-over":
      return give(session, conversationId, asked);
    case "seen": {
      const { inShop, keys, staff } = session;
      await inShop((tx) => seeMentions(tx, { shopId: keys.shopId, conversationId, staffId: staff.id }));
      return DONE;
    }
    case "note":
    case "edit-note":
    case "remove-note":
      return actOnNote(session, conversationId, asked);
  }
}

/** To somebody else, at once or by a time that the shop promises. */
async function give(
  { inShop, keys, staff }: Acting,
  conversationId: string,
  asked: Extract<Asked, { what: "escalate" | "hand-over" }>,
): Promise<Acted> {
  const changeId = randomUUID();
  const given = { conversationId, by: staff.id, at: new Date(), changeId };
  const { outcome } = await inShop<Escalated | HandedOver>(async (tx) =>
    asked.what === "escalate"
      ? escalate(tx, keys, { ...given, to: asked.to, reason: asked.reason })
      : handOver(tx, keys, { ...given, to: asked.to, until: asked.until, note: asked.note }),
  );
  return outcome === "escalated" || outcome === "handed_over" ? { ...DONE, changeId } : refused(outcome);
}

async function actOnNote(
  { inShop, keys, staff }: Acting,
  conversationId: string,
  asked: Extract<Asked, { what: "note" | "edit-note" | "remove-note" }>,
): Promise<Acted> {
  const place = { conversationId, at: new Date() };
  if (asked.what === "note") {
    const { key, text: words, mentions } = asked;
    const said = { ...place, text: words, mentions };
    const written = await inShop<NoteWritten | NoteChanged>(async (tx) => {
      const first = await writeNote(tx, keys, { ...said, key, by: staff.id });
      if (first.outcome !== "written" || !first.again) return first;
      // The answer was lost, and they may have written on since.
      const { outcome } = await changeNote(tx, keys, { ...said, noteId: first.id, by: staff });
      return outcome === "changed" ? first : { outcome };
    });
    if (written.outcome === "changed") return DONE;
    return written.outcome === "written" ? { ...DONE, noteId: written.id } : refused(written.outcome);
  }
  const { outcome } = await inShop<NoteChanged | NoteRemoved>(async (tx) =>
    asked.what === "edit-note"
      ? changeNote(tx, keys, { ...place, ...asked, by: staff })
      : removeNote(tx, keys, { ...place, ...asked, by: staff }),
  );
  return outcome === "changed" || outcome === "removed" ? DONE : refused(outcome);
}
