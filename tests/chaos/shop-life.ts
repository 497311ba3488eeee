// A busy shop, from a seed: orders are placed, paid, shipped, delivered, changed, given back, called off, removed.
import { z } from "zod";
import type { Random } from "#devstore/seed/random.ts";
import type { Shopify } from "./shopify.ts";

const orderSchema = z.object({
  id: z.string(),
  name: z.string(),
  customer: z.object({ id: z.string() }).nullable(),
  returns: z.array(z.unknown()),
});
const customerSchema = z.object({ id: z.string() });

const DAY = 24 * 60 * 60 * 1000;

type Known = { id: string; name: string; returned: boolean };
type Life = {
  shopify: Pick<Shopify, "control">;
  random: Random;
  orders: Known[];
  /** Who ordered something: Shopify lets nobody delete them. */
  buyers: string[];
  /** Who only has an account. */
  visitors: string[];
  count: number;
};
type Step = (life: Life) => Promise<unknown>;

/** What happens, and how often in comparison. */
const steps: [weight: number, step: Step][] = [
  [20, placeOrder],
  [6, placeFirstOrder],
  [16, onOrder("ship")],
  [
    12,
    onOrder("event", ({ random }) => ({
      status: random.pick(["in_transit", "out_for_delivery", "delayed"]),
      ...(random.next() < 0.5 ? { estimatedDeliveryAt: inDays(random.integer(1, 9)) } : {}),
    })),
  ],
  [3, onOrder("event", ({ random }) => ({ status: random.pick(["attempted_delivery", "confirmed"]) }))],
  [6, onOrder("deliver")],
  [2, onOrder("delete-event")],
  [3, onOrder("tracking", ({ random }) => ({ number: `TRACK${random.digits(10)}` }))],
  [5, onOrder("refund")],
  [2, onOrder("refund", () => ({ amount: "1.00", shipping: false }))],
  [3, onOrder("cancel")],
  [4, onOrder("edit")],
  [8, onOrder("update", changedOrder)],
  [5, requestReturn],
  [5, moveReturn],
  [
    6,
    onOrder("fulfillment-order", ({ random }) => ({
      action: random.pick(HELD_UP),
      reasonNotes: "Waiting for stock",
    })),
  ],
  [2, onOrder("dispute")],
  [2, onOrder("dispute", ({ random }) => ({ status: random.pick(["under_review", "won", "lost"]) }))],
  [1, removeOrder],
  [3, createCustomer],
  [6, updateCustomer],
  [2, onBuyer("enable")],
  [1, onBuyer("disable")],
  [
    2,
    onBuyer("consent", ({ random }) => ({ state: random.pick(["SUBSCRIBED", "UNSUBSCRIBED", "PENDING"]) })),
  ],
  [1, removeVisitor],
  [1, mergeVisitor],
  [1, ({ shopify, random }) => shopify.control("/shop/update", { phone: `+49 40 ${random.digits(7)}` })],
];

/** As carriers say it: to the second. */
const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString().replace(/\.\d+Z/u, "Z");

const HELD_UP = ["hold", "release", "reschedule", "ready", "move", "progress", "cancel", "split"];
const total = steps.reduce((sum, [weight]) => sum + weight, 0);

/** Milliseconds between changes that go on as long as something else: about a hundred webhooks a second, not a backlog without end. */
const PACE = 20;

export type ShopLife = {
  /** That many changes, one after the other; each causes up to four webhooks. */
  live: (changes: number) => Promise<void>;
  /** Changes for as long as something else goes on; rethrows what that throws. */
  liveWhile: (work: Promise<unknown>) => Promise<void>;
  /** An order that was placed and lives, for a test's own purposes. */
  anOrder: () => Promise<{ id: string; name: string }>;
};

/** Changes touch the orders and customers of this life only, besides the shop's own record. */
export function startLife({ shopify, random }: Pick<Life, "shopify" | "random">): ShopLife {
  const life: Life = { shopify, random, orders: [], buyers: [], visitors: [], count: 0 };
  const change = async () => {
    while ((await stepFor(random)(life)) === null);
  };
  return {
    live: async (changes) => {
      for (let done = 0; done < changes; done += 1) await change();
    },
    liveWhile: async (work) => {
      let over = false;
      const end = () => {
        over = true;
      };
      void work.then(end, end);
      while (!over) {
        await change();
        await new Promise((next) => setTimeout(next, PACE));
      }
      await work;
    },
    anOrder: async () => {
      await placeFirstOrder(life);
      const order = life.orders.pop();
      if (!order) throw new Error("no order was placed");
      return order;
    },
  };
}

function stepFor(random: Random): Step {
  let left = random.next() * total;
  for (const [weight, step] of steps) {
    left -= weight;
    if (left < 0) return step;
  }
  return placeOrder;
}

async function placeOrder(life: Life): Promise<unknown> {
  if (life.buyers.length === 0) return placeFirstOrder(life);
  return remember(life, { customer: life.random.pick(life.buyers) });
}

async function placeFirstOrder(life: Life): Promise<unknown> {
  const { firstName, lastName, email } = person(life);
  return remember(life, {
    newCustomer: {
      firstName,
      lastName,
      email,
      address: { address1: `Nordwall ${life.count}`, city: "Bremen" },
    },
  });
}

async function remember(life: Life, given: object): Promise<unknown> {
  const { random } = life;
  const placed = orderSchema.parse(
    await life.shopify.control("/orders", {
      ...given,
      note: random.next() < 0.2 ? `Please ring twice ${random.digits(3)}` : null,
      tags: random.next() < 0.2 ? ["gift"] : [],
    }),
  );
  life.orders.push({ id: placed.id, name: placed.name, returned: false });
  if (placed.customer && !life.buyers.includes(placed.customer.id)) life.buyers.push(placed.customer.id);
  return placed;
}

function person(life: Life) {
  life.count += 1;
  const lastName = life.random.pick(["Okafor", "Lindqvist", "Şahin", "O’Neill", "小林"]);
  return { firstName: "Robin", lastName, email: `robin.${life.count}@chaos.example.com` };
}

function onOrder(action: string, body: (life: Life) => object = () => ({})): Step {
  return async (life) => {
    if (life.orders.length === 0) return null;
    return life.shopify.control(`/orders/${life.random.pick(life.orders).id}/${action}`, body(life));
  };
}

function changedOrder({ random }: Life): object {
  return random.pick<() => object>([
    () => ({ note: `Changed ${random.digits(4)}` }),
    () => ({ tags: ["vip", `batch-${random.digits(1)}`] }),
    () => ({ shippingAddress: { address1: `Südwall ${random.digits(2)}` } }),
    () => ({ email: `changed.${random.digits(6)}@chaos.example.com` }),
  ])();
}

async function requestReturn(life: Life): Promise<unknown> {
  const order = life.orders.length > 0 ? life.random.pick(life.orders) : null;
  if (!order || order.returned) return null;
  const asked = await life.shopify.control(`/orders/${order.id}/return`, { action: "request" });
  order.returned ||= asked !== null;
  return asked;
}

async function moveReturn(life: Life): Promise<unknown> {
  const returned = life.orders.filter((one) => one.returned);
  if (returned.length === 0) return null;
  const action = life.random.pick(["approve", "decline", "close", "reopen", "cancel"]);
  return life.shopify.control(`/orders/${life.random.pick(returned).id}/return`, { action });
}

async function removeOrder(life: Life): Promise<unknown> {
  if (life.orders.length < 10) return null;
  const [order] = life.orders.splice(life.random.integer(0, life.orders.length - 1), 1);
  return order ? life.shopify.control(`/orders/${order.id}/delete`) : null;
}

async function createCustomer(life: Life): Promise<unknown> {
  const created = customerSchema.parse(await life.shopify.control("/customers", person(life)));
  life.visitors.push(created.id);
  return created;
}

/** Not the name: an order keeps the name its buyer had at its own last change, and the store keeps no such copy. */
async function updateCustomer(life: Life): Promise<unknown> {
  const { random } = life;
  const everyone = [...life.buyers, ...life.visitors];
  if (everyone.length === 0) return null;
  const changes = random.pick<object>([
    { note: `Knows us ${random.digits(3)}` },
    { phone: `+4930${random.digits(7)}` },
  ]);
  return life.shopify.control(`/customers/${random.pick(everyone)}/update`, changes);
}

function onBuyer(action: string, body: (life: Life) => object = () => ({})): Step {
  return async (life) =>
    life.buyers.length === 0
      ? null
      : life.shopify.control(`/customers/${life.random.pick(life.buyers)}/${action}`, body(life));
}

async function removeVisitor(life: Life): Promise<unknown> {
  const id = life.visitors.pop();
  return id ? life.shopify.control(`/customers/${id}/delete`) : null;
}

async function mergeVisitor(life: Life): Promise<unknown> {
  const { buyers, visitors, random } = life;
  // Two who bought: what the one bought belongs to the other.
  if (buyers.length < 4) return null;
  const gone = random.next() < 0.5 && visitors.length > 0 ? visitors.pop() : buyers.shift();
  return gone ? life.shopify.control(`/customers/${gone}/merge`, { into: random.pick(buyers) }) : null;
}
