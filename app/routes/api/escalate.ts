import { z } from "zod";
import { escalate } from "#app/care/triage/escalate.server.ts";
import { changeIdOf } from "#app/conversation/keyed-id.ts";
import { json, notFound, problem } from "#app/routes/api/answer.ts";
import { staffIdSchema } from "#app/routes/api/change-body.ts";
import { BadInput, readJson } from "#app/routes/api/input.ts";
import { keySchema, noteTextSchema } from "#app/routes/api/note-body.ts";
import { resource } from "#app/routes/api/resource.server.ts";

const body = z.strictObject({ to: staffIdSchema, reason: noteTextSchema, key: keySchema });

/** Brings a conversation before a named person. */
export const action = resource({
  POST: async ({ request, inShop, keys, now, staff, id }) => {
    const { to, reason, key } = await readJson(request, body);
    const deed = ["escalate", id, to];
    const changeId = changeIdOf({ shopId: keys.shopId, by: staff.id, key, deed });
    const given = { conversationId: id, to, reason, by: staff.id, at: now(), changeId };
    const { outcome } = await inShop((tx) => escalate(tx, keys, given));
    switch (outcome) {
      case "escalated":
        return json({ changeId });
      case "blank":
        throw new BadInput("Say why.", { field: "reason" });
      case "no_such_member":
        return problem(422, {
          code: outcome,
          message: "Nobody of the team has this number.",
          field: "to",
        });
      case "is_spam":
        return problem(409, { code: outcome, message: "It is spam. Open it first." });
      case "not_found":
        return notFound("conversation");
    }
  },
});
export const loader = action;
