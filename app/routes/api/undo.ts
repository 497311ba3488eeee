import { z } from "zod";
import { undoChange } from "#app/care/triage/undo-change.server.ts";
import { json, notFound } from "#app/routes/api/answer.ts";
import { readJson } from "#app/routes/api/input.ts";
import { resource } from "#app/routes/api/resource.server.ts";

/** Takes a change back where it is still as the change left it, and says where it is not. */
export const action = resource({
  POST: async ({ request, inShop, now, staff, id }) => {
    await readJson(request, z.strictObject({}));
    const undone = await inShop((tx) => undoChange(tx, { changeId: id, by: staff.id, at: now() }));
    if (undone.outcome === "not_found") return notFound("change");
    return json({ changeId: undone.changeId, ids: undone.ids, kept: undone.kept });
  },
});
export const loader = action;
