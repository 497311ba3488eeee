import { showOrder } from "#app/desk/show-order.server.ts";
import { json, notFound } from "#app/routes/api/answer.ts";
import { resource } from "#app/routes/api/resource.server.ts";

export const loader = resource({
  GET: async ({ inShop, keys, now, id }) => {
    const order = await showOrder({ inShop, keys, now }, id);
    return order ? json(order) : notFound("order");
  },
});
export const action = loader;
