import { randomUUID } from "node:crypto";
import { changeConversations } from "#app/care/triage/change-conversations.server.ts";
import { json, notFound, problem } from "#app/routes/api/answer.ts";
import { changeSchema, REFUSALS } from "#app/routes/api/change-body.ts";
import { readJson } from "#app/routes/api/input.ts";
import { resource } from "#app/routes/api/resource.server.ts";

/** Assigns, tags, snoozes, closes, opens one conversation, or sets its priority. */
export const action = resource({
  POST: async ({ request, inShop, keys, now, staff, id }) => {
    const change = await readJson(request, changeSchema);
    const changeId = randomUUID();
    const given = { ids: [id], change, by: staff.id, at: now(), changeId };
    const [changed] = await inShop((tx) => changeConversations(tx, keys, given));
    switch (changed?.outcome) {
      case "changed":
      case "unchanged":
        return json({ outcome: changed.outcome, changeId: changed.outcome === "changed" ? changeId : null });
      case "refused":
        return problem(422, { code: changed.why, ...REFUSALS[changed.why] });
      case "not_found":
      case undefined:
        return notFound("conversation");
    }
  },
});
export const loader = action;
