import { randomUUID } from "node:crypto";
import { z } from "zod";
import { changeConversations, MOST_AT_ONCE } from "#app/care/triage/change-conversations.server.ts";
import { json } from "#app/routes/api/answer.ts";
import { changeSchema } from "#app/routes/api/change-body.ts";
import { readJson } from "#app/routes/api/input.ts";
import { resource } from "#app/routes/api/resource.server.ts";

const body = z.strictObject({
  ids: z
    .array(z.string().regex(/^[A-Za-z0-9-]{1,64}$/u, "Name conversations by their ids."))
    .min(1, "Name at least one conversation.")
    .max(MOST_AT_ONCE, `Change at most ${MOST_AT_ONCE} conversations at once.`),
  change: changeSchema,
});

/** The same for many at once: what cannot be done to one is done to the others. */
export const action = resource({
  POST: async ({ request, inShop, keys, now, staff }) => {
    const { ids, change } = await readJson(request, body);
    const changeId = randomUUID();
    const given = { ids: [...new Set(ids)], change, by: staff.id, at: now(), changeId };
    const results = await inShop((tx) => changeConversations(tx, keys, given));
    const some = results.some(({ outcome }) => outcome === "changed");
    return json({ changeId: some ? changeId : null, results });
  },
});
export const loader = action;
