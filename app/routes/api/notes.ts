import { z } from "zod";
import { keepNote } from "#app/conversation/keep-note.server.ts";
import { showActivity } from "#app/desk/show-activity.server.ts";
import { json, notFound, problem } from "#app/routes/api/answer.ts";
import { BadInput, readJson, readQuery } from "#app/routes/api/input.ts";
import { keySchema, noteSchema } from "#app/routes/api/note-body.ts";
import { resource } from "#app/routes/api/resource.server.ts";

const query = z.strictObject({
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
});

export const action = resource({
  GET: async ({ request, inShop, keys, staff, id }) => {
    const page = readQuery(request, query);
    const asked = { ...page, conversationId: id, staff, only: "notes" as const };
    const shown = await inShop((tx) => showActivity(tx, keys, asked));
    if (shown.outcome === "bad_cursor")
      throw new BadInput("The cursor is not one of ours.", { field: "cursor" });
    if (shown.outcome === "not_found") return notFound("conversation");
    return json({ items: shown.items, nextCursor: shown.nextCursor });
  },
  POST: async ({ request, inShop, keys, now, staff, id }) => {
    const note = await readJson(request, noteSchema.extend({ key: keySchema }));
    const given = { ...note, conversationId: id, by: staff, at: now() };
    const written = await inShop((tx) => keepNote(tx, keys, given));
    switch (written.outcome) {
      case "written":
        return json({ id: written.id }, 201);
      case "blank":
        throw new BadInput("Write something.", { field: "text" });
      case "no_such_member":
        return problem(422, {
          code: "no_such_member",
          message: "Somebody of these is not in the team.",
          field: "mentions",
        });
      case "not_found":
      case "forbidden":
        return notFound("conversation");
    }
  },
});
export const loader = action;
