import type { Random } from "./random.ts";

/** A carrier as Shopify names it, how its numbers look and where they are followed. */
export type Carrier = {
  company: string;
  number: (random: Random) => string;
  url: (number: string) => string;
  /** Sorting places a parcel passes between the warehouse in Hamburg and the door. */
  places: [city: string, country: string][];
};

const HAMBURG: [string, string] = ["Hamburg", "DE"];

export const carriers = {
  dhl: {
    company: "DHL",
    number: (random) => `0034043${random.digits(13)}`,
    url: (number) => `https://www.dhl.com/en/express/tracking.html?AWB=${number}`,
    places: [HAMBURG, ["Leipzig", "DE"]],
  },
  ups: {
    company: "UPS",
    number: (random) => `1Z${random.digits(3)}W${random.digits(12)}`,
    url: (number) => `https://www.ups.com/WebTracking?loc=en_US&requester=ST&trackNums=${number}`,
    places: [HAMBURG, ["Köln", "DE"], ["Louisville", "US"]],
  },
  royalMail: {
    company: "Royal Mail",
    number: (random) => `QF${random.digits(9)}GB`,
    url: (number) => `https://www.royalmail.com/track-your-item#/tracking-results/${number}`,
    places: [HAMBURG, ["Langley", "GB"]],
  },
  yamato: {
    company: "Yamato (EN)",
    number: (random) => random.digits(12),
    url: (number) => `https://toi.kuronekoyamato.co.jp/cgi-bin/tneko?number01=${number}`,
    places: [HAMBURG, ["Frankfurt", "DE"], ["羽田", "JP"]],
  },
  laPoste: {
    company: "La Poste",
    number: (random) => `6A${random.digits(11)}`,
    url: (number) => `https://www.laposte.fr/outils/suivre-vos-envois?code=${number}`,
    places: [HAMBURG, ["Roissy", "FR"]],
  },
  correos: {
    company: "Correos",
    number: (random) => `PQ${random.digits(9)}ES`,
    url: (number) =>
      `https://www.correos.es/es/es/herramientas/localizador/envios/detalle?tracking-number=${number}`,
    places: [HAMBURG, ["Vitoria-Gasteiz", "ES"]],
  },
  ctt: {
    company: "Correios de Portugal (CTT)",
    number: (random) => `EA${random.digits(9)}PT`,
    url: (number) => `https://www.ctt.pt/feapl_2/app/open/objectSearch/objectSearch.jspx?objects=${number}`,
    places: [HAMBURG, ["Perafita", "PT"]],
  },
  /** Goods sent as letters: a number, and nothing ever reported. */
  warenpost: {
    company: "Deutsche Post",
    number: (random) => `LX${random.digits(9)}DE`,
    url: (number) => `https://www.deutschepost.de/de/s/sendungsverfolgung.html?piececode=${number}`,
    places: [HAMBURG],
  },
  /** A local courier who says that a parcel was handed over, and nothing before. */
  radkurier: {
    company: "Radkurier Nord",
    number: (random) => `RN-${random.digits(6)}`,
    url: (number) => `https://radkurier-nord.example/sendung/${number}`,
    places: [HAMBURG],
  },
} satisfies Record<string, Carrier>;

export type CarrierKey = keyof typeof carriers;

/** Who delivers in a country. */
export function carrierFor(countryCode: string): Carrier {
  const byCountry: Record<string, CarrierKey> = {
    GB: "royalMail",
    US: "ups",
    JP: "yamato",
    FR: "laPoste",
    ES: "correos",
    PT: "ctt",
  };
  return carriers[byCountry[countryCode] ?? "dhl"];
}

/** What carriers say with each status, in English as Shopify shows it. */
export const eventMessages: Record<string, string> = {
  label_purchased: "A shipping label has been purchased.",
  confirmed: "Shipping information received.",
  carrier_picked_up: "The parcel was handed to the carrier.",
  in_transit: "The parcel is on its way.",
  delayed: "The parcel is delayed; the carrier gives no new date yet.",
  out_for_delivery: "The parcel is out for delivery.",
  attempted_delivery: "Delivery was attempted, nobody was there to receive the parcel.",
  ready_for_pickup: "The parcel waits at a pickup point.",
  delivered: "The parcel was delivered.",
  failure: "The parcel could not be delivered and goes back to the sender.",
};
