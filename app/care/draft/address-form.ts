import type { ComposedLanguage } from "#app/care/draft/catalogue/catalogue.ts";

export type AddressForm = "formal" | "friendly";

/**
 * Words by which a writer addresses the shop formally; a plural "vosotros", "ihr", "vocês" or "jullie" is not one. Italian
 * Lei is told from the lei of "she" by its capital, or by what only a formal letter says. Japanese to a customer is polite,
 * whoever writes and however the shop speaks elsewhere.
 */
const FORMAL: Record<ComposedLanguage, RegExp | "always" | null> = {
  en: null,
  de: /(?<![.!?:]\s|^|\n)(?<=[\p{L},;] )(?:Sie|Ihnen|Ihre[mnrs]?|Ihr)\b/u,
  es: /\b(?:usted|ustedes|les ruego|le ruego)\b/iu,
  fr: /\b(?:vous|votre|vos)\b/iu,
  pt: /\b(?:o senhor|a senhora|v\. ?ex\.?a?)\b/iu,
  it: /(?<=[\p{Ll},;] )(?:Lei|Suo|Sua|Suoi|Sue)(?!\p{L})|(?<!\p{L})(?:[Ll]a (?:ringrazio|prego|contatto)|[Ll]e (?:scrivo|chiedo|invio|sarei|porgo)|[Ee]gregi[oa]?|[Ss]pett(?:\.le|abile)|[Dd]istinti saluti|[Cc]ordiali saluti)(?!\p{L})/u,
  nl: /(?<![\p{L}\p{N}]|\d )(?:u|uw|uwe|uzelf|geachte|hoogachtend)(?![\p{L}\p{N}])/iu,
  ja: "always",
};

/**
 * The form of address of a reply: the shop's own voice, except that someone who writes formally is answered formally.
 * Never the other way round.
 */
export function addressForm(given: {
  voice: AddressForm;
  language: ComposedLanguage;
  text: string;
}): AddressForm {
  if (given.voice === "formal") return "formal";
  const formal = FORMAL[given.language];
  return formal === "always" || formal?.test(given.text) ? "formal" : "friendly";
}
