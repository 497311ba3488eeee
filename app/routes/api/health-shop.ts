import { shopHealth } from "#app/desk/shop-health.server.ts";
import { json } from "#app/routes/api/answer.ts";
import { resource } from "#app/routes/api/resource.server.ts";

export const loader = resource({
  GET: async ({ inShop, now, shop }) => json(await shopHealth({ inShop, now }, shop)),
});
export const action = loader;
