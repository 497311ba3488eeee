import type { Seen } from "#app/care/detect/issue.ts";

/** Who does not deliver to a post office's box, and the posts that do; as Shopify names them. */
const REFUSING = [
  "UPS",
  "FedEx",
  "DHL Express",
  "DPD",
  "GLS",
  "Purolator",
  "TNT",
  "Hermes",
  "Evri",
  "OnTrac",
  "LaserShip",
];
const POSTS = [
  "USPS",
  "Canada Post",
  "Royal Mail",
  "Australia Post",
  "New Zealand Post",
  "DHL",
  "Deutsche Post",
  "Deutsche Post (DE)",
  "La Poste",
  "Colissimo",
  "Correos",
  "PostNL",
  "Poste Italiane",
  "Swiss Post",
  "Österreichische Post",
  "Bpost",
  "PostNord",
  "PostNord SE",
  "PostNord DK",
  "An Post",
  "Japan Post (EN)",
  "Japan Post (JA)",
  "Correios",
  "CTT",
];
/** Parcels to a country that show with whom the shop sends there. */
const ENOUGH = 10;

/** Whether the shop's parcels to the order's country go with carriers alone that refuse such boxes. */
export function refusesBoxes({ order, habitOf }: Seen): boolean {
  const country = order.shippingAddress?.countryCode;
  const sent = (carriers: readonly string[]) =>
    carriers.reduce((sum, carrier) => sum + (habitOf(carrier, country)?.parcels ?? 0), 0);
  return sent(REFUSING) >= ENOUGH && sent(POSTS) === 0;
}
