import { needsCity, judgePostalCode } from "#app/care/detect/postal-codes.ts";
import { countryCode } from "#app/care/detect/place.ts";
import { fold } from "#app/care/understand/fold.ts";
import type { Address } from "#app/mirror/order-person.ts";

export const addressFaults = [
  "no_street",
  "not_an_address",
  "no_city",
  "no_postal_code",
  "postal_code_unlike_country",
  "no_house_number",
] as const;
export type AddressFault = (typeof addressFaults)[number];

/**
 * What a carrier cannot deliver to, the surest first; null where nothing is surely wrong. Of a country whose rules are not known
 * only what is no address anywhere is.
 */
export function addressFault(address: Address): AddressFault | null {
  const country = countryCode(address.countryCode ?? address.country);
  const street = plain(address.address1);
  if (country === null) return null;
  if (street === "" && plain(address.address2) === "") return "no_street";
  if (isJunk(street) || isJunk(plain(address.city))) return "not_an_address";
  if (needsCity(country) && plain(address.city) === "") return "no_city";
  const code = judgePostalCode(country, address.zip);
  if (code === "missing") return "no_postal_code";
  if (code === "unlike_country") return "postal_code_unlike_country";
  return lacksNumber(country, address) ? "no_house_number" : null;
}

/** Letters and digits only, folded. */
const plain = (text: string | null | undefined): string =>
  fold(text ?? "")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

const junk =
  /^(?:test(?:ing|er|s)?(?: (?:test|address|adresse|street|str|strasse|1|123))*|test ?(?:street|strasse|str|address|adresse)(?: \d+)?|asdf\w*|asd|qwert\w*|qwe|x{2,}|[a-z]|abc|aaa+|none|na|n a|nil|null|undefined|unknown|tbd|tba|keine?|unbekannt)$/;
const isJunk = (text: string): boolean => junk.test(text);

/** Where every house has a number. In Britain, Ireland, France, Italy, Spain and many more it may have a name or none. */
const NUMBERED = new Set(["AT", "BE", "CA", "CZ", "DE", "DK", "NL", "PL", "US"]);
/** What carriers find without a number, and numbers in words. */
const found =
  /\b(?:general delivery|poste restante|postlagernd|s ?n|no number|ohne (?:hausnummer|nr|nummer)|ohne|bahnhof|hauptbahnhof|flughafen|airport|campus|universit\w*|hospital|krankenhaus|klinik\w*|kaserne|schloss|hotel|camping\w*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|hundred)\b/;

function lacksNumber(country: string, { address1, address2, company }: Address): boolean {
  if (!NUMBERED.has(country) || plain(company) !== "") return false;
  const text = `${plain(address1)} ${plain(address2)}`;
  // A single letter stands for a house in some places ("Markt A").
  return !/\p{N}/u.test(text) && !found.test(text) && !/\s[a-z]$/.test(plain(address1));
}

const box =
  /\bp ?o ?box\b|\bpost office box\b|\bpostfach\b|\bboite postale\b|\bapartado(?: de correos| postal)?\b|\bcasella postale\b|\bpostbus\b|\bcaixa postal\b|\bskrytka pocztowa\b|私書箱/;

/** A box at a post office: only the post can deliver to it. */
export const isPostBox = ({ address1, address2 }: Address): boolean =>
  box.test(`${plain(address1)} ${plain(address2)}`);
