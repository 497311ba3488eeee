import { z } from "zod";
import { handOver } from "#app/care/keep/hand-over.server.ts";
import { changeIdOf } from "#app/conversation/keyed-id.ts";
import { LONGEST_NOTE } from "#app/conversation/note.ts";
import { json, notFound, problem } from "#app/routes/api/answer.ts";
import { staffIdSchema } from "#app/routes/api/change-body.ts";
import { readJson } from "#app/routes/api/input.ts";
import { keySchema } from "#app/routes/api/note-body.ts";
import { resource } from "#app/routes/api/resource.server.ts";

const body = z.strictObject({
  to: staffIdSchema,
  until: z.iso
    .datetime({ offset: true, error: "Give a time in ISO 8601." })
    .transform((time) => new Date(time)),
  note: z.string().max(LONGEST_NOTE, `Use at most ${LONGEST_NOTE} characters.`).default(""),
  key: keySchema,
});

const REFUSALS = {
  no_such_member: { field: "to", message: "Nobody of the team has this number." },
  not_in_future: { field: "until", message: "Name a time to come." },
  too_far: { field: "until", message: "Name a time within 60 days." },
};

/** Gives a conversation to somebody who answers by a time, which the shop promises. */
export const action = resource({
  POST: async ({ request, inShop, keys, now, staff, id }) => {
    const { key, ...given } = await readJson(request, body);
    const deed = ["hand-over", id, given.to, given.until.toISOString()];
    const changeId = changeIdOf({ shopId: keys.shopId, by: staff.id, key, deed });
    const handing = { ...given, conversationId: id, by: staff.id, at: now(), changeId };
    const handed = await inShop((tx) => handOver(tx, keys, handing));
    switch (handed.outcome) {
      case "handed_over":
        return json({ changeId, promiseId: handed.promiseId });
      case "no_such_member":
      case "not_in_future":
      case "too_far":
        return problem(422, { code: handed.outcome, ...REFUSALS[handed.outcome] });
      case "is_spam":
        return problem(409, { code: handed.outcome, message: "It is spam. Open it first." });
      case "not_found":
        return notFound("conversation");
    }
  },
});
export const loader = action;
