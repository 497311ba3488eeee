import { z } from "zod";
import { holdOutResults } from "#app/care/learn/hold-out-results.server.ts";
import { json } from "#app/routes/api/answer.ts";
import { readQuery } from "#app/routes/api/input.ts";
import { requireArea } from "#app/routes/api/require-area.ts";
import { resource } from "#app/routes/api/resource.server.ts";

/** `share`: what somebody thinks of saving. */
const query = z.object({ share: z.coerce.number().min(0.05).max(0.5).optional() });

/** What holding some shoppers out has shown, and what it could show: to be looked at before it is switched on. */
export const loader = resource({
  GET: async ({ request, inShop, keys, staff, now }) => {
    requireArea({ staff }, "outreach");
    const { share } = readQuery(request, query);
    return json(await inShop((tx) => holdOutResults(tx, keys, { now: now(), share })));
  },
});
export const action = loader;
