import { trackingFormats } from "./carriers.ts";
import type { OrderRef } from "./reading.ts";

const WORD =
  "order|purchase|bestellung|bestell|auftrag|auftrags|pedido|orden|compra|encomenda|commande|ordine|bestelling|bestel|ordernummer|bestellnummer|auftragsnummer|bestelnummer|注文番号|注文|オーダー番号";
const BETWEEN =
  "(?:[ \\t:.\\-–]|number|num|no|nr|nro|nº|n°|n|id|ref|reference|num[eé]ro|n[uú]mero|numero|nummer|mit der|de|del|do|da|with|is|ist|es|は|：|の)*";
const NAME = "#?\\s?([A-Za-z]{0,6}-?\\d{3,12}(?:-[A-Za-z0-9]{1,6})?[A-Za-z]{0,3})";
const byWord = new RegExp(`(?:(?<![\\p{L}])(?:${WORD})s?)${BETWEEN}${NAME}(?![A-Za-z\\d])`, "giu");
const byHash = /(?<![\p{L}\d&/])[#＃]\s?((?=[A-Za-z-]*\d)[A-Za-z0-9][A-Za-z0-9-]{2,20})(?![\p{L}\d])/gu;
const address = /[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,8}/gu;
const unspaced = /(?<![A-Za-z0-9#@./-])[A-Z0-9]{8,34}(?![A-Za-z0-9@])/g;
const spaced =
  /(?<![A-Za-z0-9#@./-])(?:[A-Z0-9]*\d[A-Z0-9]*)(?:[ -](?:[A-Z0-9]*\d[A-Z0-9]*))+(?![A-Za-z0-9@])/g;
const TRACKING =
  /track|sendung|shipment|paket|parcel|package|colis|suivi|seguimiento|rastre|gu[ií]a|envi|spedizione|tracciamento|zending|追跡|配送|伝票/iu;
const NEAR = 60;
/** Every tracking number has as many, but for those of UPS, which may be letters behind their beginning. */
const FEWEST_DIGITS = 6;
const UPS = /1z/i;

/** Order names, tracking numbers and mail addresses in a text, in order of appearance, with UTF-16 offsets. */
export function findOrderReferences(text: string): OrderRef[] {
  const limited = text.slice(0, 20_000);
  const digits = limited.match(/\d/g)?.length ?? 0;
  const found = [
    ...(limited.includes("@") ? mails(limited) : []),
    ...(digits >= FEWEST_DIGITS || UPS.test(limited) ? trackingNumbers(limited) : []),
    ...(digits > 0 ? orderNames(limited) : []),
  ];
  const kept: OrderRef[] = [];
  for (const ref of found)
    if (!kept.some((other) => ref.start < other.end && other.start < ref.end)) kept.push(ref);
  return kept.sort((one, other) => one.start - other.start);
}

function mails(text: string): OrderRef[] {
  return [...text.matchAll(address)].map((match) =>
    ref("email", match[0].toLowerCase(), [match.index, match[0].length]),
  );
}

function orderNames(text: string): OrderRef[] {
  const names: OrderRef[] = [];
  for (const match of text.matchAll(byHash)) {
    const [whole, name = ""] = match;
    if (/\d{3}/.test(name)) names.push(ref("order_name", name, [match.index, whole.length]));
  }
  for (const match of text.matchAll(byWord)) {
    const name = match[1] ?? "";
    const start = match.index + match[0].length - name.length;
    const hashed = text[start - 1] === "#" ? 1 : 0;
    names.push(ref("order_name", name, [start - hashed, name.length + hashed]));
  }
  return names;
}

function trackingNumbers(text: string): OrderRef[] {
  const upper = text.toUpperCase();
  // Upper-casing may lengthen a text (ß): offsets would lie then, so the original is used.
  const source = upper.length === text.length ? upper : text;
  const candidates = [...source.matchAll(unspaced), ...source.matchAll(spaced)];
  return candidates.flatMap((match) => {
    const value = match[0].replace(/[ -]/g, "");
    const before = source.slice(Math.max(0, match.index - NEAR), match.index);
    const format = trackingFormats.find(
      ({ pattern, check, ambiguous }) =>
        pattern.test(value) && (check ? check(value) : true) && (!ambiguous || TRACKING.test(before)),
    );
    if (!format || new RegExp(`(?:${WORD})${BETWEEN}#?\\s?$`, "iu").test(before)) return [];
    const carrier = format.carrier === "unknown" ? {} : { carrier: format.carrier };
    return [{ ...ref("tracking_number", value, [match.index, match[0].length]), ...carrier }];
  });
}

function ref(kind: OrderRef["kind"], value: string, [start, length]: [number, number]): OrderRef {
  return { kind, value, start, end: start + length, orderId: null };
}
