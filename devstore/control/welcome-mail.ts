import type { Customer, Order, ShopState } from "../state/model.ts";
import type { ShopperMail } from "../mail/send-as-shopper.ts";

/** Invented letters; `{order}` is the name of an order of the writer that fits. */
type Letter = {
  writer: (order: Order, customer: Customer, now: Date) => boolean;
  subject: string;
  text: string;
  /** Written from another address than the customer's. */
  from?: { address: string; name: string };
  headers?: Record<string, string>;
};

const status = (order: Order) => order.fulfillments.at(-1)?.shipmentStatus ?? null;
const speaks = (customer: Customer, language: string) => customer.locale.startsWith(language);

const LETTERS: Letter[] = [
  {
    writer: (order, customer) => speaks(customer, "de") && status(order) === "attempted_delivery",
    subject: "Wo bleibt mein Paket? {order}",
    text: "Guten Tag,\n\nlaut DHL war gestern jemand hier, aber ich war den ganzen Tag zu Hause und es hat niemand geklingelt. Wo ist meine Bestellung {order} jetzt, und kommt der Bote noch einmal?\n\nViele Grüße\n{name}",
  },
  {
    writer: (order, customer, now) =>
      speaks(customer, "en") &&
      status(order) === "in_transit" &&
      order.fulfillments.some((one) => silentForAWeek(one.events, now)),
    subject: "Order {order} - any news?",
    text: "Hi,\n\nmy order {order} has been sitting at the same place for more than a week now. The tracking page simply doesn't change. Is it lost? I'm getting a bit worried.\n\nThanks,\n{name}",
  },
  {
    writer: (order, customer) => speaks(customer, "fr") && order.fulfillments.some((one) => one.deliveredAt),
    subject: "Article arrivé cassé",
    text: "Bonjour,\n\nj'ai bien reçu le colis de la commande {order}, mais un des articles est arrivé cassé. L'emballage était abîmé. Je suis déçue, c'était un cadeau. Que pouvez-vous me proposer ?\n\nCordialement,\n{name}",
  },
  {
    writer: (order, customer) =>
      speaks(customer, "es") && order.returns.some((one) => one.status === "REQUESTED"),
    subject: "Reembolso del pedido {order}",
    text: "Hola:\n\nSolicité la devolución del pedido {order} hace días y todavía no sé nada. ¿Cuándo recibiré el reembolso y cómo envío el artículo?\n\nUn saludo,\n{name}",
  },
  {
    writer: (order, customer) => speaks(customer, "en") && status(order) === "delivered",
    subject: "Thank you!",
    text: "Hello all,\n\njust a short note: everything from {order} arrived, beautifully packed, and the little card made my day. Thank you so much!\n\n{name}",
  },
  {
    writer: (order, customer) =>
      speaks(customer, "en") && order.fulfillmentOrders.some((one) => one.status === "ON_HOLD"),
    subject: "THIS IS RIDICULOUS - {order}",
    text: "I paid FIVE DAYS AGO and {order} has not even shipped. Nobody tells me anything!!! I am sick of this. Ship it today or give me my money back, otherwise I'll dispute the charge with my bank.\n\n{name}",
  },
  {
    writer: (order, customer) => speaks(customer, "de") && order.tags.includes("gift"),
    subject: "Geschenk kam zu spät",
    text: "Guten Tag,\n\ndas Geschenk aus der Bestellung {order} war für den Geburtstag meiner Mutter. Sie ist in der vergangenen Woche gestorben, am selben Tag kam das Paket. Ich weiß nicht, was ich jetzt damit machen soll. Kann ich es zurückgeben?\n\n{name}",
  },
  {
    writer: (order, customer) =>
      speaks(customer, "pt") && order.fulfillments.length === 0 && order.cancelledAt === null,
    subject: "Mudança de morada - {order}",
    text: "Olá,\n\nenganei-me na morada da encomenda {order}. Podem enviar para a Rua do Salitre 88, 1250-200 Lisboa? Espero que ainda vá a tempo.\n\nObrigado,\n{name}",
  },
  {
    // Nobody can tell what she feels: so the reading says.
    writer: (order, customer) => speaks(customer, "en") && order.fulfillments.length > 1,
    subject: "Well. {order}",
    text: "Hello,\n\nwell, both parcels of {order} are here. My sister laughed, then she went quiet, and I keep changing my mind. Perhaps you have an idea.\n\n{name}",
  },
  {
    writer: (order, customer) =>
      speaks(customer, "en-GB") && order.fulfillments.some((one) => one.events.length > 0),
    from: { address: "someone.else@example.net", name: "Sam Porter" },
    subject: "Order {order}: where was it delivered?",
    text: "Hello,\n\ncould you tell me the exact address and the name that order {order} was sent to? I'm asking on behalf of a friend.\n\nSam",
  },
  {
    writer: (order, customer) => speaks(customer, "fr") && order.fulfillments.length === 0,
    subject: "Réponse automatique : absent jusqu'au 30",
    headers: { "Auto-Submitted": "auto-replied", "X-Auto-Response-Suppress": "All" },
    text: "Bonjour, je suis absent jusqu'au 30 et ne lirai votre message qu'à mon retour.",
  },
  {
    writer: (order, customer) => speaks(customer, "ja") && status(order) === "attempted_delivery",
    subject: "再配達について {order}",
    text: "お世話になっております。注文{order}ですが、昨日不在でした。再配達をお願いできますか。今週中に必要です。\n\n{name}",
  },
];

/** A dozen shoppers' letters that fit what has happened to their orders; a letter nobody could write is left out. */
export function welcomeMail(shop: ShopState, now: Date): ShopperMail[] {
  const written = new Set<string>();
  return LETTERS.flatMap((letter) => {
    for (const order of [...shop.orders].reverse()) {
      const customer = shop.customers.find((one) => one.id === order.customerId);
      if (!customer?.email || written.has(order.id) || !letter.writer(order, customer, now)) continue;
      written.add(order.id);
      return [compose(letter, order, customer)];
    }
    return [];
  });
}

function compose(letter: Letter, order: Order, customer: Customer): ShopperMail {
  const name = `${customer.firstName} ${customer.lastName}`;
  const fill = (text: string) => text.replaceAll("{order}", order.name).replaceAll("{name}", name);
  return {
    from: letter.from?.address ?? customer.email ?? "",
    fromName: letter.from?.name ?? name,
    subject: fill(letter.subject),
    text: fill(letter.text),
    ...(letter.headers && { headers: letter.headers }),
  };
}

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

function silentForAWeek(events: { happenedAt: string }[], now: Date): boolean {
  const last = events.at(-1);
  return last !== undefined && now.getTime() - new Date(last.happenedAt).getTime() > WEEK_MS;
}
