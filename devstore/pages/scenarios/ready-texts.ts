export type ReadyText = { id: string; label: string; subject: string; text: string };

/** Invented letters to start from. `{order}` becomes the chosen order's name, `{name}` the shopper's first name. */
export const readyTexts: ReadyText[] = [
  {
    id: "where-en",
    label: "Where is my order (English)",
    subject: "Where is order {order}?",
    text: "Hi,\n\nI ordered almost two weeks ago and the tracking has not moved for days. Can you tell me where order {order} is and when it will get here?\n\nThanks,\n{name}",
  },
  {
    id: "where-de",
    label: "Where is my order (German)",
    subject: "Wo bleibt meine Bestellung {order}?",
    text: "Guten Tag,\n\nmeine Bestellung {order} sollte längst da sein, aber die Sendungsverfolgung zeigt seit Tagen nichts Neues. Wo ist das Paket?\n\nViele Grüße\n{name}",
  },
  {
    id: "damaged-en",
    label: "Damaged item, furious (English)",
    subject: "Order {order} arrived BROKEN",
    text: "This is ridiculous. I waited ten days and the parcel turns up crushed, with the contents in pieces. Nobody answered my last message either. I want this put right today or I am going to my bank.\n\n{name}",
  },
  {
    id: "gift-fr",
    label: "Gift will be late (French)",
    subject: "Commande {order} : cadeau d’anniversaire",
    text: "Bonjour,\n\nLa commande {order} est un cadeau pour l’anniversaire de ma fille samedi. Le suivi annonce maintenant lundi. Y a-t-il une solution pour qu’elle arrive à temps ?\n\nMerci d’avance,\n{name}",
  },
  {
    id: "refund-es",
    label: "Where is my refund (Spanish)",
    subject: "Reembolso del pedido {order}",
    text: "Hola:\n\nDevolví parte del pedido {order} hace más de una semana y todavía no veo el reembolso en mi cuenta. ¿Me podéis decir cuándo llegará?\n\nUn saludo,\n{name}",
  },
  {
    id: "address-pt",
    label: "Change the address (Portuguese)",
    subject: "Mudar a morada da encomenda {order}",
    text: "Boa tarde,\n\nEnganei-me na morada da encomenda {order}: o número da porta é 112 e não 12. Ainda vão a tempo de a mudar?\n\nObrigado,\n{name}",
  },
  {
    id: "kind-en",
    label: "A kind word (English)",
    subject: "Thank you",
    text: "Just a short note to say that order {order} arrived this morning, two days early and beautifully packed. It made my week. Please pass my thanks on to whoever wrote the card.\n\n{name}",
  },
  {
    id: "grief-en",
    label: "A bereavement (English)",
    subject: "Cancelling order {order}",
    text: "Hello,\n\nMy mother placed order {order} shortly before she died last week. I am going through her things and would like to send it back, or stop it if it has not left yet. I do not know how this works. Could you tell me what you need from me?\n\n{name}",
  },
  {
    id: "product-ja",
    label: "A question about a product (Japanese)",
    subject: "商品についての質問",
    text: "お世話になっております。\n\n注文 {order} の商品について、洗濯機で洗えるかどうか教えていただけますか。\n\nよろしくお願いいたします。\n{name}",
  },
  {
    id: "auto",
    label: "An automatic reply (out of office)",
    subject: "Automatic reply: Your order {order}",
    text: "I am out of the office until Monday and will read your message then.\n\n{name}",
  },
];
