import { acknowledgeAlerts } from "#app/care/triage/acknowledge-alerts.server.ts";
import { json, notFound } from "#app/routes/api/answer.ts";
import { resource } from "#app/routes/api/resource.server.ts";

/** Somebody of the team has seen what was told at once of a conversation: it is not told again. */
export const action = resource({
  POST: async ({ id, inShop, shop, staff, now }) => {
    const done = await inShop((tx) =>
      acknowledgeAlerts(tx, { shopId: shop.id, conversationId: id, by: staff.id, at: now() }),
    );
    return done.outcome === "not_found" ? notFound("conversation") : json({ acknowledged: done.alerts });
  },
});
export const loader = action;
