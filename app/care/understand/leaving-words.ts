import { fold } from "#app/care/understand/fold.ts";

/** Names of attributes whose day is the day on which it leaves. */
const leaves =
  /\b(?:ships?|shipping|shipped|dispatch(?:es|ed)?|despatch|release[ds]?|available|availability|in stock|expected|sends?) ?(?:date|day|on|from|by|again)?\b|versand\w*|verfugbar|lieferbar|erscheint|erscheinung\w*|expedition|disponib\w*|envio|spedizion\w*|data di uscita|verzend\w*|leverbaar|envio previsto|発送|発売/;
/** Names of attributes in which the shopper chose the day of the delivery. */
const chosen =
  /\b(?:deliver(?:y|ed)?|arrival|pick-? ?up|collection)\b.{0,12}\b(?:date|day|on)\b|wunsch\w*(?:termin|datum|tag)|liefer(?:termin|datum|tag)|(?:date|jour) de (?:livraison|retrait)|fecha de (?:entrega|recogida)|data (?:di consegna|de entrega|di ritiro)|(?:bezorg|lever|afhaal)(?:datum|dag|moment)|お届け(?:希望)?日|配達(?:希望)?日|配送(?:希望)?日/;

/** Apps put whole documents into attributes; what marks an order stands at the beginning. */
const LONGEST = 300;
export const folded = (text: string): string => fold(text.slice(0, LONGEST)).replaceAll("_", " ");

/** Whether an attribute is named for the day on which something leaves, not for the one on which it is needed. */
export const namesLeaving = (name: string): boolean =>
  leaves.test(folded(name)) && !chosen.test(folded(name));

/** Whether an attribute is named for the day on which the shopper wants it. */
export const namesChosenDay = (name: string): boolean => chosen.test(folded(name));
