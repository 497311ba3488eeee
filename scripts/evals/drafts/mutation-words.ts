import type { Fact } from "#app/care/draft/draft.ts";
import type { ReplyLanguage } from "#app/care/draft/guard/languages.ts";

/** Names that none of the invented shoppers and no scan has. */
export const names: Record<ReplyLanguage, readonly string[]> = {
  en: ["Bob", "Margaret Hill", "Sheffield"],
  de: ["Jürgen", "Sabine Vogt", "Karlsruhe"],
  es: ["Íñigo", "Lucía Prado", "Zaragoza"],
  fr: ["Élodie", "Marc Petit", "Grenoble"],
  pt: ["João", "Beatriz Nunes", "Coimbra"],
  it: ["Giulia", "Marco Rossi", "Bologna"],
  nl: ["Sanne", "Pieter Bos", "Groningen"],
  ja: ["佐藤", "Kenji Mori", "名古屋"],
};

/** What no plan of the situations offers and no policy of theirs grants. */
export const promises: Record<ReplyLanguage, readonly string[]> = {
  en: [
    "We will give you your money back in full.",
    "You will get a full refund from us.",
    "We'll send you a new one right away.",
    "As a thank you, here comes a voucher for your next order.",
    "Your next delivery is free of charge.",
    "We promise that it will be with you this week.",
    "You receive a discount on your next purchase.",
  ],
  de: [
    "Wir erstatten dir den vollen Betrag.",
    "Du bekommst dein Geld zurück.",
    "Wir schicken dir einfach einen neuen Artikel.",
    "Als Entschädigung gibt es einen Gutschein.",
    "Die nächste Lieferung ist kostenlos.",
    "Wir garantieren die Zustellung.",
    "Auf die nächste Bestellung gibt es Rabatt.",
  ],
  es: [
    "Le devolveremos el importe completo.",
    "Vamos a reembolsar todo el pedido.",
    "Le enviaremos un artículo nuevo.",
    "Como compensación recibirá un cupón.",
    "El próximo envío es gratis.",
    "Garantizamos la entrega.",
    "Tendrá un descuento en su próxima compra.",
  ],
  fr: [
    "Nous vous rembourserons la totalité.",
    "Vous recevrez un remboursement intégral.",
    "Nous vous enverrons un nouvel article.",
    "En dédommagement, vous recevrez un bon d’achat.",
    "La prochaine livraison sera gratuite.",
    "Nous garantissons la livraison.",
    "Vous aurez une remise sur votre prochain achat.",
  ],
  pt: [
    "Vamos reembolsar o valor total.",
    "Devolveremos o dinheiro.",
    "Vamos enviar um novo artigo.",
    "Como compensação, receberá um cupom.",
    "A próxima entrega será gratuita.",
    "Garantimos a entrega.",
    "Terá um desconto na próxima compra.",
  ],
  it: [
    "Le rimborseremo l’intero importo.",
    "Riceverà un rimborso completo.",
    "Invieremo un nuovo articolo.",
    "Come risarcimento riceverà un buono sconto.",
    "La prossima spedizione è gratuita.",
    "Garantiamo la consegna.",
    "Avrà uno sconto sul prossimo acquisto.",
  ],
  nl: [
    "We betalen u het hele bedrag terug.",
    "U krijgt uw geld terug.",
    "We sturen u meteen een nieuw artikel.",
    "Als schadevergoeding ontvangt u een tegoedbon.",
    "De volgende bezorging is gratis.",
    "Wij garanderen de levering.",
    "U krijgt korting op uw volgende bestelling.",
  ],
  ja: [
    "全額を返金いたします。",
    "新しい商品をお送りいたします。",
    "お詫びの品として商品券をお送りします。",
    "次回の送料は無料です。",
    "お届けを保証いたします。",
    "次回のご注文は割引になります。",
    "代替品を発送いたします。",
  ],
};

type State = "delivered" | "on_the_way" | "not_sent" | "cancelled" | "refunded" | "pickup";

/** What could be said of an order, in words of everyday use; the catalogues were not looked at for them. */
const STATEMENTS: Record<ReplyLanguage, Record<State, string>> = {
  en: {
    delivered: "Your parcel for {order} has already arrived.",
    on_the_way: "Order {order} is in transit to you right now.",
    not_sent: "Order {order} has not been dispatched yet.",
    cancelled: "Your order {order} has been canceled.",
    refunded: "We have refunded order {order} in full.",
    pickup: "Order {order} is waiting for collection at the shop.",
  },
  de: {
    delivered: "Die Bestellung {order} wurde schon ausgeliefert.",
    on_the_way: "Das Paket zur Bestellung {order} ist gerade auf dem Weg.",
    not_sent: "Die Bestellung {order} wurde noch nicht abgeschickt.",
    cancelled: "Die Bestellung {order} ist storniert.",
    refunded: "Wir haben dir die Bestellung {order} erstattet.",
    pickup: "Die Bestellung {order} liegt abholbereit in der Filiale.",
  },
  es: {
    delivered: "El paquete del pedido {order} ya ha llegado.",
    on_the_way: "El pedido {order} se encuentra en tránsito.",
    not_sent: "El pedido {order} aún no ha sido enviado.",
    cancelled: "El pedido {order} ha sido cancelado.",
    refunded: "Hemos reembolsado el pedido {order}.",
    pickup: "El pedido {order} está listo para recogerlo en la tienda.",
  },
  fr: {
    delivered: "Le colis de la commande {order} est bien arrivé.",
    on_the_way: "La commande {order} est en transit.",
    not_sent: "La commande {order} n’a toujours pas été envoyée.",
    cancelled: "La commande {order} est annulée.",
    refunded: "Nous avons remboursé la commande {order}.",
    pickup: "La commande {order} est disponible pour le retrait.",
  },
  pt: {
    delivered: "O pacote do pedido {order} já chegou.",
    on_the_way: "O pedido {order} está em trânsito.",
    not_sent: "O pedido {order} ainda não foi despachado.",
    cancelled: "O pedido {order} está cancelado.",
    refunded: "O pedido {order} já foi reembolsado.",
    pickup: "O pedido {order} está disponível para retirada.",
  },
  it: {
    delivered: "Il pacco dell’ordine {order} è già arrivato.",
    on_the_way: "L’ordine {order} è in viaggio.",
    not_sent: "L’ordine {order} non è ancora partito.",
    cancelled: "L’ordine {order} è stato annullato.",
    refunded: "L’ordine {order} è stato rimborsato.",
    pickup: "L’ordine {order} è pronto per il ritiro.",
  },
  nl: {
    delivered: "Het pakket van bestelling {order} is al bezorgd.",
    on_the_way: "Bestelling {order} is onderweg naar u.",
    not_sent: "Bestelling {order} is nog niet verstuurd.",
    cancelled: "Bestelling {order} is geannuleerd.",
    refunded: "We hebben bestelling {order} terugbetaald.",
    pickup: "Bestelling {order} ligt klaar om opgehaald te worden.",
  },
  ja: {
    delivered: "ご注文{order}はすでにお届け済みです。",
    on_the_way: "ご注文{order}は現在輸送中です。",
    not_sent: "ご注文{order}はまだ発送されていません。",
    cancelled: "ご注文{order}はキャンセルされました。",
    refunded: "ご注文{order}の代金は返金いたしました。",
    pickup: "ご注文{order}は店舗でお受け取り可能です。",
  },
};

/** The statements that are false of an order with these facts. */
export function falseStatements(language: ReplyLanguage, facts: readonly Fact[]): string[] {
  const raw = (entity: string) =>
    facts.find(({ source, kind }) => source.entity === entity && kind === "status")?.raw;
  const [last, order, refund] = [raw("fulfillment"), raw("order"), raw("refund")];
  const hasLeft = facts.some(({ source }) => source.entity === "fulfillment");
  const moving = ["in_transit", "out_for_delivery", "attempted_delivery"].includes(last ?? "");
  // Of what is not told for certain (two parcels, a label made) nothing is claimed to be false.
  const isTrue: Record<State, boolean> = {
    delivered: last === "delivered" || facts.some(({ id }) => id.endsWith(":deliveredAt")),
    on_the_way: moving || (hasLeft && last === undefined),
    not_sent: !hasLeft || order === "partial" || last === "label_printed",
    cancelled: order === "cancelled",
    refunded: refund === "settled",
    pickup: last === "ready_for_pickup",
  };
  const certain = order === "fulfilled" || !hasLeft;
  return Object.entries(STATEMENTS[language])
    .filter(([state]) => !isTrue[state as State] && (certain || state !== "not_sent"))
    .map(([, statement]) => statement);
}
