import { z } from "zod";
import { notFound } from "#app/routes/api/answer.ts";
import { readJson } from "#app/routes/api/input.ts";
import { resource } from "#app/routes/api/resource.server.ts";

const body = z.strictObject({ decision: z.enum(["approve", "decline"]) });

/** No stage finds order issues yet: no id names one. */
export const action = resource({
  POST: async ({ request }) => {
    await readJson(request, body);
    return notFound("issue");
  },
});
export const loader = action;
