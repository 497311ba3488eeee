import { z } from "zod";
import { handOver, type HandedOver } from "#app/care/keep/hand-over.server.ts";
import { escalate, type Escalated } from "#app/care/triage/escalate.server.ts";
import {
  changeNote,
  removeNote,
  type NoteChanged,
  type NoteRemoved,
} from "#app/conversation/change-note.server.ts";
import { keepNote, type NoteKept } from "#app/conversation/keep-note.server.ts";
import { changeIdOf } from "#app/conversation/keyed-id.ts";
import { LONGEST_NOTE, MOST_MENTIONS } from "#app/conversation/note.ts";
import { seeMentions } from "#app/conversation/see-mentions.server.ts";
import { staffIdSchema } from "#app/routes/api/change-body.ts";
import { keySchema } from "#app/routes/api/note-body.ts";
import type { StaffSession } from "#app/staff.server.ts";

const text = z.string().max(LONGEST_NOTE);
const note = { text, mentions: z.array(staffIdSchema).max(MOST_MENTIONS) };
const noteId = z.string().regex(/^[A-Za-z0-9-]{1,64}$/u);

/** What the team can do about a conversation, besides what the inbox can (routes/inbox/change-inbox.server.ts). */
const askedSchema = z.discriminatedUnion("what", [
  z.object({ what: z.literal("note"), key: keySchema, ...note }),
  z.object({ what: z.literal("edit-note"), noteId, ...note }),
  z.object({ what: z.literal("remove-note"), noteId }),
  z.object({ what: z.literal("escalate"), key: keySchema, to: staffIdSchema, reason: text }),
  z.object({
    what: z.literal("hand-over"),
    key: keySchema,
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

type Give = Extract<Asked, { what: "escalate" | "hand-over" }>;

/** To somebody else, at once or by a time that the shop promises. */
async function give({ inShop, keys, staff }: Acting, conversationId: string, asked: Give): Promise<Acted> {
  const deed = [
    asked.what,
    conversationId,
    asked.to,
    ...("until" in asked ? [asked.until.toISOString()] : []),
  ];
  const changeId = changeIdOf({ shopId: keys.shopId, by: staff.id, key: asked.key, deed });
  const given = { conversationId, at: new Date(), changeId };
  const { outcome } = await inShop<Escalated | HandedOver>(async (tx) => {
    const named = { ...given, by: staff.id, to: asked.to };
    const text = asked.what === "escalate" ? asked.reason : asked.note;
    const done =
      asked.what === "escalate"
        ? await escalate(tx, keys, { ...named, reason: text })
        : await handOver(tx, keys, { ...named, until: asked.until, note: text });
    // The answer was lost, and they may have written on since.
    if ("again" in done && done.again && text.trim() !== "")
      await keepNote(tx, keys, { ...given, text, mentions: [asked.to], key: changeId, by: staff });
    return done;
  });
  return outcome === "escalated" || outcome === "handed_over" ? { ...DONE, changeId } : refused(outcome);
}

async function actOnNote(
  { inShop, keys, staff }: Acting,
  conversationId: string,
  asked: Extract<Asked, { what: "note" | "edit-note" | "remove-note" }>,
): Promise<Acted> {
  const place = { conversationId, at: new Date(), by: staff };
  if (asked.what === "note") {
    const written = await inShop<NoteKept>((tx) => keepNote(tx, keys, { ...place, ...asked }));
    return written.outcome === "written" ? { ...DONE, noteId: written.id } : refused(written.outcome);
  }
  const { outcome } = await inShop<NoteChanged | NoteRemoved>(async (tx) =>
    asked.what === "edit-note"
      ? changeNote(tx, keys, { ...place, ...asked })
      : removeNote(tx, keys, { ...place, ...asked }),
  );
  return outcome === "changed" || outcome === "removed" ? DONE : refused(outcome);
}
