import { z } from "zod";
import { lessonStates } from "#app/care/learn/lesson-content.ts";
import { listLessons } from "#app/care/learn/list-lessons.server.ts";
import { json } from "#app/routes/api/answer.ts";
import { readQuery } from "#app/routes/api/input.ts";
import { requireArea } from "#app/routes/api/require-area.ts";
import { resource } from "#app/routes/api/resource.server.ts";

const query = z.strictObject({
  state: z.enum(lessonStates).optional(),
  cursor: z.string().max(64).optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
});

export const action = resource({
  GET: async ({ request, inShop, keys, staff }) => {
    requireArea({ staff }, "knowledge");
    const asked = readQuery(request, query);
    return json(await inShop((tx) => listLessons(tx, keys, asked)));
  },
});
export const loader = action;
