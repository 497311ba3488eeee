import type { ReplyLanguage } from "#app/care/draft/guard/languages.ts";

type Address = Record<"formal" | "friendly", RegExp>;
const words = (list: string) => new RegExp(String.raw`(?<!\p{L})(?:${list})(?!\p{L})`, "u");

/**
 * Words that address one person, compared between two wordings of one sentence: what else they may mean is in both. English has one
 * form, and Japanese to a customer is always polite.
 */
const ADDRESS: Partial<Record<ReplyLanguage, Address>> = {
  de: {
    formal: words("Sie|Ihnen|Ihr|Ihre[mnrs]?"),
    friendly: words("[Dd]u|[Dd]ich|[Dd]ir|[Dd]ein|[Dd]eine[mnrs]?"),
  },
  es: {
    formal: words("[Uu]sted|[Uu]stedes|[Ll]e|[Ss]us?"),
    friendly: words("[Tt]ú|[Tt]e|[Tt]i|[Tt]us?|[Cc]ontigo"),
  },
  fr: {
    formal: words("[Vv]ous|[Vv]otre|[Vv]os"),
    friendly: words("[Tt]u|[Tt]e|[Tt]oi|[Tt]on|[Tt]a|[Tt]es|[Tt]['’]\\p{L}+"),
  },
  pt: {
    formal: words("[Oo] senhor|[Aa] senhora|[Ss]enhor|[Ss]enhora"),
    friendly: words("[Vv]ocê|[Tt]u|[Tt]e|[Tt]eu|[Tt]ua"),
  },
  it: {
    formal: words("Le|La|Lei|[Ss]uo|[Ss]ua|[Ss]uoi|[Ss]ue"),
    friendly: words("[Tt]u|[Tt]i|[Tt]e|[Tt]uo|[Tt]ua|[Tt]uoi|[Tt]ue"),
  },
  nl: { formal: words("[Uu]|[Uu]w|[Uu]we"), friendly: words("[Jj]e|[Jj]ij|[Jj]ou|[Jj]ouw|[Jj]ullie") },
};

/** The form of address that a sentence was changed to; null where it was not. */
export function addressChange(language: string, before: string, after: string): "formal" | "friendly" | null {
  const known = ADDRESS[language as ReplyLanguage];
  if (!known) return null;
  for (const to of ["formal", "friendly"] as const) {
    const from = to === "formal" ? "friendly" : "formal";
    if (known[from].test(before) && !known[from].test(after) && known[to].test(after)) return to;
  }
  return null;
}

/** Thanks, apologies and good wishes: what makes a sentence warmer and says nothing. */
const WARM =
  /(?<!\p{L})(?:thank\w*|sorry|apolog\w*|pleas(?:ed|ure)|glad\w*|happy|kindly|lovely|wonderful|enjoy\w*|dank\w*|gern\w*|leid|entschuldig\w*|freu\w*|schön\w*|viel spaß|gracias|disculp\w*|lament\w*|encantad\w*|disfrut\w*|merci|désolé\w*|excus\w*|ravi\w*|plaisir|obrigad\w*|desculp\w*|prazer|aproveit\w*|grazie|scus\w*|dispiac\w*|piacere|lieti|bedankt|excuses|spijt\w*|graag|fijn\w*|plezier)(?!\p{L})|ありがとう|申し訳|恐れ入り|お詫び|幸い|うれし|嬉し/iu;

export const isWarm = (text: string) => WARM.test(text);

/** Words of greetings that say whether a man or a woman is meant: no template for everybody. */
const OF_ONE_SEX =
  /(?<!\p{L})(?:liebe[rs]?|sehr geehrte[rs]?|werte[rs]?|geehrte[rs]?|frau|herrn?|estimad[oa]|querid[oa]|apreciad[oa]|señora?|sra?|chère?|monsieur|madame|mme|caro|cara|egregi[oa]|signora?|sig|prezad[oa]|car[oa]|senhora?|heer|mevrouw|meneer|mr|mrs|ms|miss|sir|madam)(?!\p{L})/iu;

export const namesSex = (text: string) => OF_ONE_SEX.test(text);
