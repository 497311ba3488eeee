import express, { type Router } from "express";
import { z } from "zod";
import {
  createCustomer,
  deleteCustomer,
  mergeCustomers,
  redactCustomer,
  requestCustomerData,
  setCustomerState,
  setEmailConsent,
  updateCustomer,
} from "../changes/change-customer.ts";
import { RefusedChange } from "../changes/change.ts";
import type { DevstoreContext } from "../context.ts";
import { marketingStates, type Customer, type ShopState } from "../state/model.ts";
import { shopOf } from "./shop-of.ts";
import { customerSummary, findCustomer } from "./find-subject.ts";

const fields = z
  .object({
    firstName: z.string(),
    lastName: z.string(),
    email: z.email().nullable(),
    phone: z.string().nullable(),
    locale: z.string(),
    note: z.string().nullable(),
    tags: z.array(z.string()),
    verifiedEmail: z.boolean(),
  })
  .partial();

type Input = { context: DevstoreContext; shop: ShopState; customer: Customer; body: unknown };

const actions: Record<string, (input: Input) => void> = {
  update: ({ context, shop, customer, body }) =>
    updateCustomer(context, shop, { customer, fields: present(body) }),
  delete: ({ context, shop, customer }) => deleteCustomer(context, shop, customer),
  enable: ({ context, shop, customer }) => setCustomerState(context, shop, { customer, enabled: true }),
  disable: ({ context, shop, customer }) => setCustomerState(context, shop, { customer, enabled: false }),
  consent: ({ context, shop, customer, body }) => {
    const { state } = z.object({ state: z.enum(marketingStates) }).parse(body);
    setEmailConsent(context, shop, { customer, state });
  },
  redact: ({ context, shop, customer }) => redactCustomer(context, shop, customer),
  "data-request": ({ context, shop, customer }) => requestCustomerData(context, shop, customer),
  merge: ({ context, shop, customer, body }) => {
    const { into } = z.object({ into: z.string() }).parse(body);
    mergeCustomers(context, shop, { kept: findCustomer(shop, into), gone: customer });
  },
};

/** `GET /control/customers`, `POST /control/customers`, `POST /control/customers/:id/:action`. */
export function customerControls(context: DevstoreContext): Router {
  const router = express.Router();
  router.get("/control/customers", (request, response) => {
    response.json({ items: shopOf(context, request).customers.map(customerSummary) });
  });
  router.post("/control/customers", (request, response) => {
    const shop = shopOf(context, request);
    response.status(201).json(customerSummary(createCustomer(context, shop, present(request.body ?? {}))));
  });
  router.post("/control/customers/:id/:action", (request, response) => {
    const shop = shopOf(context, request);
    const customer = findCustomer(shop, request.params.id);
    const act = actions[request.params.action];
    if (!act) throw new RefusedChange(`there is no action ${request.params.action}`, "action");
    act({ context, shop, customer, body: request.body ?? {} });
    response.json(customerSummary(customer));
  });
  return router;
}

type Present = Partial<
  Pick<Customer, "firstName" | "lastName" | "email" | "phone" | "locale" | "note" | "tags" | "verifiedEmail">
>;

function present(body: unknown): Present {
  return Object.fromEntries(
    Object.entries(fields.parse(body)).filter(([, value]) => value !== undefined),
  ) as Present;
}
