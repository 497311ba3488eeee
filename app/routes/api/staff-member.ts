import { z } from "zod";
import { noContent, notFound, problem } from "#app/routes/api/answer.ts";
import { readJson } from "#app/routes/api/input.ts";
import { requireArea } from "#app/routes/api/require-area.ts";
import { resource } from "#app/routes/api/resource.server.ts";
import { changeStaff } from "#app/shop/change-staff.server.ts";
import { removeStaff } from "#app/shop/remove-staff.server.ts";
import { roles } from "#app/shop/roles.ts";

const body = z
  .strictObject({
    role: z.enum(roles).optional(),
    away: z.boolean().optional(),
    signsAs: z.string().trim().max(120, "Use at most 120 characters.").optional(),
  })
  .refine((change) => Object.values(change).some((value) => value !== undefined), "Say what is to change.");

const FORBIDDEN = { code: "forbidden", message: "Your role is not enough for this." };
const LAST_OWNER = { code: "last_owner", message: "Make somebody else an owner first.", field: "role" };

export const action = resource({
  PUT: async ({ request, inShop, keys, staff, id }) => {
    const change = await readJson(request, body);
    if (change.role !== undefined) requireArea({ staff }, "team");
    const { outcome } = await inShop((tx) => changeStaff(tx, keys, { id, change, by: staff }));
    switch (outcome) {
      case "changed":
        return noContent();
      case "last_owner":
        return problem(409, LAST_OWNER);
      case "forbidden":
        return problem(403, FORBIDDEN);
      case "not_found":
        return notFound("member of the team");
    }
  },
  DELETE: async ({ inShop, keys, staff, id, now }) => {
    requireArea({ staff }, "team");
    const { outcome } = await inShop((tx) => removeStaff(tx, keys, { id, by: staff, at: now() }));
    switch (outcome) {
      case "removed":
        return noContent();
      case "last_owner":
        return problem(409, LAST_OWNER);
      case "forbidden":
        return problem(403, FORBIDDEN);
      case "not_found":
        return notFound("member of the team");
    }
  },
});
export const loader = action;
