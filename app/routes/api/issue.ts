import { notFound } from "#app/routes/api/answer.ts";
import { resource } from "#app/routes/api/resource.server.ts";

/** No stage finds order issues yet: no id names one. */
export const loader = resource({ GET: async () => notFound("issue") });
export const action = loader;
