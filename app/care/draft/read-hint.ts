import { offerHint } from "#app/care/draft/offer-hint.ts";
import { optionRules } from "#app/care/draft/options/all.ts";
import type { OptionId } from "#app/care/draft/options/option-rule.ts";

/** What a reviewer asked of the next version, as far as the composer understands it. */
export type Hints = {
  shorter: boolean;
  formal: boolean;
  warmer: boolean;
  /** What to offer, when asked to offer something. */
  offer: OptionId | "refund" | null;
  /** True when a hint was given and nothing in it was understood. */
  unknown: boolean;
};

/** Words in the eight languages the composer writes: a reviewer hints in their own. */
const SHORTER =
  /\b(?:short(?:er)?|brief(?:er)?|concise|k[üu]rzer|kurz|knapper|m[áa]s cort[oa]|breve|cort[oa]|plus court|court|mais curt[oa]|curt[oa]|resum\w*|pi[ùu] breve|accorci\w*|kort(?:er)?|beknopter)\b|短く|短め|簡潔/iu;
const FORMAL =
  /(?:\bformal(?:er|mente)?\b|\bf[öo]rmlich(?:er)?\b|\bsiezen\b|\busted\b|\bformel(?:le)?\b|\bvouvo\w*|\bpolite\b|\bdare? del lei\b|\bdel lei\b|\bforme(?:el|ler)\b|丁寧|敬語)/iu;
const WARMER =
  /(?:\bwarm(?:er)?\b|\bkind(?:er)?\b|\bfriendl(?:y|ier)\b|\bherzlich(?:er)?\b|\bfreundlicher\b|\bw[äa]rmer\b|\bamable\b|\bc[áa]lid[oa]\b|\bcercan[oa]\b|\bchaleureu\w+|\bacolhedor\w*|\bcaloros[oa]\b|\bempath\w*|\bcalor[eo]s[oa]\b|\bcordiale\b|\bgentile\b|\bwarmere?\b|\bhartelijker\b|\bvriendelijker\b|(?:温|あたた)か|親身)/iu;
const OFFERS: [NonNullable<Hints["offer"]>, RegExp][] = [
  [
    "exchange",
    /\b(?:exchang\w*|replac\w*|umtausch\w*|ersatz\w*|cambio|reemplaz\w*|[ée]chang\w*|rempla\w*|troca\w*|substitu\w*|sostitu\w*|omruil\w*|vervang\w*)|交換/iu,
  ],
  [
    "discount",
    /\b(?:discount|voucher|coupon|rabatt\w*|gutschein\w*|descuento|cup[óo]n|remise|r[ée]duction|desconto|cupom|sconto|buono|korting\w*|tegoedbon)|割引|クーポン/iu,
  ],
  [
    "refund",
    /\b(?:refund\w*|money back|erstatt\w*|r[üu]ckzahl\w*|reembols\w*|rembours\w*|rimbors\w*|terugbetal\w*)|返金/iu,
  ],
  [
    "return",
    /\b(?:return\w*|send back|r[üu]ckgabe|retour\w*|zur[üu]cksend\w*|devol\w*|renvo\w*|reso|restitu\w*|terugstu\w*)|返品/iu,
  ],
];

export function readHint(hint: string | undefined): Hints {
  const text = hint?.trim() ?? "";
  const understood = {
    shorter: SHORTER.test(text),
    formal: FORMAL.test(text),
    warmer: WARMER.test(text),
    offer: chosenOption(text) ?? OFFERS.find(([, words]) => words.test(text))?.[0] ?? null,
  };
  const any = understood.shorter || understood.formal || understood.warmer || understood.offer !== null;
  return { ...understood, unknown: text !== "" && !any };
}

const byHint = new Map(Object.values(optionRules).map(({ id, label }) => [offerHint(label), id]));
const chosenOption = (hint: string): OptionId | undefined => byHint.get(hint);
