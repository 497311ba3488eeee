import type { DraftInput } from "#app/care/draft/compose-draft.ts";
import type { DraftOrder } from "#app/care/draft/order-situation.ts";
import { inputs, now as fixtureNow, orders } from "#app/care/draft/situations.fixture.ts";
import type { CaseOrder, DraftCase } from "./cases.ts";

export const SHOP = { id: "s1", name: "Fernweh Supply", timeZone: "Europe/Berlin", host: "fernweh.example" };

export const policyUrl = `https://${SHOP.host}/policies/refund-policy`;

/** The orders of a case: those of the fixture's states, under the case's own names, places and amounts, as old beside its `now`. */
export function ordersOf(given: DraftCase): DraftOrder[] {
  const { order } = given;
  if (!("name" in order)) return [];
  if (order.state !== "several") return [orderIn(order.state, { given, order, nth: 0 })];
  return ["inTransit", "unfulfilled", "delivered"].map((state, nth) => orderIn(state, { given, order, nth }));
}

function orderIn(
  state: string,
  { given, order, nth }: { given: DraftCase; order: CaseOrder; nth: number },
): DraftOrder {
  const base: DraftOrder | undefined = isState(state) ? orders[state] : undefined;
  if (!base) throw new Error(`${given.id}: no order is in the state ${state}`);
  const aged = later(base, Date.parse(given.now) - fixtureNow.getTime());
  const number = Number(order.name.slice(1)) + nth;
  const money = ([amount, currency]: readonly [string, string]) => ({ amount, currency });
  return {
    ...aged,
    id: String(number),
    name: `#${number}`,
    total: money(order.total),
    currency: order.total[1],
    lines: order.items.map(([title, quantity], at) => ({ id: String(at), title, quantity, price: null })),
    customer: { id: CUSTOMER, name: given.writer.name, email: ownerOf(given) },
    refunds: aged.refunds.map((refund) => ({ ...refund, amount: money(order.refund) })),
    shippingAddress: { address1: order.street, city: order.city },
    fulfillments: aged.fulfillments.map((parcel, at) => ({
      ...parcel,
      trackingCompany: order.carrier,
      trackingNumber: trackingOf(order, nth + at),
      trackingUrl: trackingUrl(trackingOf(order, nth + at)),
      events: parcel.events.map((event) => ({ ...event, city: order.city })),
    })),
  };
}

const CUSTOMER = "77";
const isState = (state: string): state is keyof typeof orders => Object.hasOwn(orders, state);

/** Who proved nothing writes from another address than the order's. */
const ownerOf = ({ writer }: DraftCase) => (writer.proof === "none" ? `owner.${writer.email}` : writer.email);

const trackingOf = ({ tracking }: CaseOrder, at: number) => (at === 0 ? tracking : `${tracking}${at}`);
const trackingUrl = (number: string) => `https://track.example/${number}`;

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/u;

/** The same record so much later. */
function later(order: DraftOrder, milliseconds: number): DraftOrder {
  const moved: unknown = JSON.parse(JSON.stringify(order), (_key, value: unknown) =>
    typeof value === "string" && INSTANT.test(value)
      ? new Date(Date.parse(value) + milliseconds).toISOString()
      : value,
  );
  return moved as DraftOrder;
}

/** What the composer is given for a case: the gold reading, or one that the recogniser made of the text. */
export function draftInput(
  given: DraftCase,
  more: { reading?: DraftInput["reading"]; orders?: DraftOrder[] } = {},
): DraftInput {
  const own = more.orders ?? ordersOf(given);
  const { writer, reading } = given;
  const named = own.filter(({ name }) => given.text.includes(name.slice(1)));
  const made = inputs(
    {
      order: "none",
      intent: reading.intent,
      emotion: reading.emotion,
      unsure: reading.unsure,
      claims: reading.claims,
      flags: reading.riskFlags,
      proof: writer.proof,
      attachments: writer.attachments,
      refs: named.map(({ id, name }) => ({
        kind: "order_name" as const,
        value: name,
        start: given.text.indexOf(name.slice(1)),
        end: given.text.indexOf(name.slice(1)) + name.length - 1,
        orderId: id,
      })),
    },
    given.language,
  );
  return {
    facts: {
      ...made.facts,
      writer: {
        ...made.facts.writer,
        email: writer.email,
        customerId: writer.proof === "signed_in" ? CUSTOMER : null,
        codes: writer.proof === "code" ? own.map(({ id }) => id) : [],
      },
      message: { id: given.id, contactName: writer.name, attachments: writer.attachments },
      orders: own,
      policies: policiesOf(given),
      shop: { id: SHOP.id, name: SHOP.name, timeZone: SHOP.timeZone },
      now: new Date(given.now),
    },
    reading: more.reading ?? {
      ...made.reading,
      language: given.language,
      cause: { about: reading.cause, blamed: reading.cause === "contact" ? "shop" : "nobody", quote: "" },
    },
    text: given.text,
    voice: "friendly",
    shopDomains: [SHOP.host],
    seesAllOrders: true,
    code: { mayAsk: true, order: named[0]?.name ?? null },
  };
}

const policiesOf = ({ policyDays, now }: DraftCase): DraftInput["facts"]["policies"] => [
  {
    type: "REFUND_POLICY",
    title: "Refund policy",
    body:
      policyDays === null
        ? "Write to us before you return anything."
        : `You can return items within ${policyDays} days of delivery.`,
    url: policyUrl,
    updatedAt: new Date(now),
  },
];
