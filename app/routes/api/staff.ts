import { json } from "#app/routes/api/answer.ts";
import { resource } from "#app/routes/api/resource.server.ts";
import { listStaff } from "#app/shop/list-staff.server.ts";

/** The team: everybody who opened the app. */
export const loader = resource({
  GET: async ({ inShop, keys, staff }) => {
    const members = await inShop((tx) => listStaff(tx, keys));
    const items = members.map((one) => ({
      ...one,
      seenAt: one.seenAt.toISOString(),
      self: one.id === staff.id,
    }));
    return json({ items });
  },
});
export const action = loader;
