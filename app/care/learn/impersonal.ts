import type { Fact, Sentence } from "#app/care/draft/draft.ts";
import { findClaims } from "#app/care/draft/guard/find-claims.ts";
import { findForeignName } from "#app/care/draft/guard/find-names.ts";
import { soughtIn, unitsOf } from "#app/care/draft/guard/units.ts";
import { namesAnybody, standsIn } from "#app/care/learn/names-in.ts";
import { findPromises } from "#app/care/keep/find-promises.ts";
import { findOrderReferences } from "#app/care/understand/find-order-references.ts";

/** The case a sentence might speak of: who wrote, and what the draft knew of them. */
export type Case = { names: readonly string[]; facts: readonly Fact[]; language: string };

/** Numbers long enough to be a phone's, a parcel's or a customer's. */
const LONG_NUMBER = /(?:\p{N}[\s()/.-]{0,2}){6,}/u;
const ADDRESS = /@[\p{L}\p{N}-]+\.\p{L}/u;
/** An order, parcel or refund that is somebody's. */
const OF_A_CASE =
  /(?<!\p{L})(?:(?:your|this) (?:\w+ ){0,2}(?:order|parcel|package|shipment|delivery|refund|address|payment|account)|(?:[Ii]hre?|[Dd]eine?|diese)\p{L}* (?:\p{L}+ )?(?:bestellung|paket|sendung|lieferung|erstattung|adresse|zahlung|konto)|(?:su|tu|este|esta) (?:pedido|paquete|env[íi]o|reembolso|direcci[óo]n|pago|cuenta)|(?:votre|ta|ton|cette|ce) (?:commande|colis|livraison|remboursement|adresse|paiement|compte)|(?:o seu|a sua|seu|sua|teu|tua|este|esta) (?:pedido|encomenda|entrega|reembolso|endere[çc]o|pagamento|conta)|(?:il suo|la sua|il tuo|la tua|questo|questa) (?:ordine|pacco|spedizione|rimborso|indirizzo|pagamento|account)|(?:uw|je|jouw|deze|dit) (?:bestelling|pakket|zending|levering|terugbetaling|adres|betaling|account))(?!\p{L})|(?:お客様の|ご)(?:注文|荷物|返金|住所)/iu;
/** Facts of the shop itself; every other is of this case. */
const OF_THE_SHOP: ReadonlySet<string> = new Set(["policy", "article", "answer", "shop"]);

/**
 * The sentences that a person wrote into a reply and that anybody who asks the same could be told, pure: none that names or counts what
 * is this shopper's, greets, promises, or gives a day. One in doubt is left out whole, so that what is left stays a sentence. What
 * was drafted rests on records and texts that the shop has: there is nothing in it to keep.
 */
export function impersonal(text: string, sentences: Sentence[], given: Case): string[] {
  return unitsOf(text, soughtIn(sentences))
    .filter(({ sentence, text: said }) => said !== sentence?.text)
    .map((unit) => unit.text)
    .filter((piece) => isImpersonal(piece, given) && isStatement(piece))
    .toSorted((a, b) => text.indexOf(a) - text.indexOf(b));
}

/** A formula, a name or a question teaches nobody anything. */
const isStatement = (piece: string) =>
  !/[?？]\s*$/u.test(piece) && (/[.!。！]\s*$/u.test(piece) || piece.length > 40) && piece.length > 12;

/** Whether a text holds nothing that is of one shopper's case. */
export function isImpersonal(text: string, { names, facts, language }: Case): boolean {
  if (findOrderReferences(text).length > 0 || LONG_NUMBER.test(text) || ADDRESS.test(text)) return false;
  if (OF_A_CASE.test(text) || findClaims(text).length > 0 || findForeignName(text, []).length > 0)
    return false;
  if (findPromises({ text, language, at: new Date(0), timeZone: "UTC" }).length > 0) return false;
  if (namesAnybody(text, names)) return false;
  const lower = text.toLowerCase();
  return !facts
    .filter(
      ({ source, kind }) =>
        !OF_THE_SHOP.has(source.entity) && (OF_ONE_SHOPPER.has(kind) || source.entity === "staff"),
    )
    .flatMap(({ value, raw }) => [value, raw])
    .some((value) => value.length > 2 && standsIn(lower, value));
}

/** Products, carriers and states are everybody's; these values are one shopper's, and what a person added to the conversation. */
const OF_ONE_SHOPPER: ReadonlySet<Fact["kind"]> = new Set([
  "name",
  "order_name",
  "tracking",
  "link",
  "email",
  "date",
  "money",
]);
