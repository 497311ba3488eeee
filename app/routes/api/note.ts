import { changeNote, removeNote } from "#app/conversation/change-note.server.ts";
import { noContent, notFound, problem } from "#app/routes/api/answer.ts";
import { BadInput, readJson } from "#app/routes/api/input.ts";
import { noteSchema } from "#app/routes/api/note-body.ts";
import { resource } from "#app/routes/api/resource.server.ts";

const NOT_THEIRS = { code: "forbidden", message: "Only who wrote a note, a lead or an owner changes it." };

export const action = resource({
  PUT: async ({ request, inShop, keys, now, staff, id, part }) => {
    const note = await readJson(request, noteSchema);
    const given = { ...note, conversationId: id, noteId: part, by: staff, at: now() };
    const { outcome } = await inShop((tx) => changeNote(tx, keys, given));
    switch (outcome) {
      case "changed":
        return noContent();
      case "blank":
        throw new BadInput("Write something.", { field: "text" });
      case "no_such_member":
        return problem(422, {
          code: "no_such_member",
          message: "Somebody of these is not in the team.",
          field: "mentions",
        });
      case "forbidden":
        return problem(403, NOT_THEIRS);
      case "not_found":
        return notFound("note");
    }
  },
  DELETE: async ({ inShop, keys, now, staff, id, part }) => {
    const which = { conversationId: id, noteId: part, by: staff, at: now() };
    const { outcome } = await inShop((tx) => removeNote(tx, keys, which));
    if (outcome === "forbidden") return problem(403, NOT_THEIRS);
    return outcome === "removed" ? noContent() : notFound("note");
  },
});
export const loader = action;
