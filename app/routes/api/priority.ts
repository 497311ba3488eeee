import { randomUUID } from "node:crypto";
import { releasePriority } from "#app/care/triage/release-priority.server.ts";
import { showTriage } from "#app/desk/show-triage.server.ts";
import { json, notFound, problem } from "#app/routes/api/answer.ts";
import { resource } from "#app/routes/api/resource.server.ts";

/** Why a conversation has its priority; `DELETE` has it follow from the reasons again, where a person set it. */
export const action = resource({
  GET: async ({ inShop, keys, id }) => {
    const shown = await showTriage({ inShop, keys }, id);
    return shown ? json(shown) : notFound("conversation");
  },
  DELETE: async ({ inShop, keys, staff, now, id }) => {
    const changeId = randomUUID();
    const given = { conversationId: id, by: staff.id, at: now(), changeId };
    const { outcome } = await inShop((tx) => releasePriority(tx, keys, given));
    switch (outcome) {
      case "released":
        return json({ changeId });
      case "not_held":
        return problem(409, { code: outcome, message: "Nobody set it by hand." });
      case "not_found":
        return notFound("conversation");
    }
  },
});
export const loader = action;
