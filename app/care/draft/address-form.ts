import type { ComposedLanguage } from "#app/care/draft/catalogue/catalogue.ts";

export type AddressForm = "formal" | "friendly";

/** Words by which a writer addresses the shop formally; a plural "vosotros", "ihr" or "vocês" is not one. */
const FORMAL: Record<ComposedLanguage, RegExp | null> = {
  en: null,
  de: /(?<![.!?:]\s|^|\n)(?<=[\p{L},;] )(?:Sie|Ihnen|Ihre[mnrs]?|Ihr)\b/u,
  es: /\b(?:usted|ustedes|les ruego|le ruego)\b/iu,
  fr: /\b(?:vous|votre|vos)\b/iu,
  pt: /\b(?:o senhor|a senhora|v\. ?ex\.?a?)\b/iu,
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
  return FORMAL[given.language]?.test(given.text) ? "formal" : "friendly";
}
