import type { Fact } from "#app/care/draft/draft.ts";
import { blankVerbatim, type PreparedFact } from "#app/care/draft/guard/prepared-fact.ts";

export type NameMention = { rule: "name" | "place" | "title"; quote: string };

const GREETING =
  /^\s*(?:good (?:morning|afternoon|evening|day)|hi(?: there)?|hello|hey|dear|greetings|guten (?:tag|morgen|abend)|hallo|moin|servus|grüezi|grüß gott|liebe[rs]?|sehr geehrte[rs]?|werte[rs]?|hola|buen(?:os|as) (?:días|tardes|noches)|estimad[oa]s?|querid[oa]|bonjour|bonsoir|salut|chère?|coucou|olá|oi|bom dia|boa (?:tarde|noite)|prezad[oa]s?|car[oa]|ciao|buon(?:giorno|asera| pomeriggio)|salve|gentile|egregi[oa]|spettabile|hoi|beste|geachte|dag|goeden?(?:dag|morgen|middag|avond)|goeie(?:morgen|middag|navond))(?!\p{L})(?:,(?=[^,!:.\n]{1,40}[,!:\n]|[^,!:.\n]{1,40}$))?(?<name>[^,!:;.\n。、！]{0,60})/iu;
/** お客様 greets whoever reads it. */
const JAPANESE = /^\s*(?!お客)(?<name>[^\s、。,\n][^、。,\n]{0,30}?)\s?(?:様|さま|さん)(?=[\s、。,\n]|$)/u;
/** What stands in a greeting beside a name. */
const NO_NAME =
  /(?<!\p{L})(?:thanks?(?: you)?|danke|grü(?:ß|ss)e|gracias|merci|obrigad[oa]|grazie|bedankt|mr|mrs|ms|miss|mx|dr|prof|sir|madam|herr|frau|familie|señora?|sra?|don|doña|monsieur|madame|mademoiselle|mme|m|senhora?|d|signora?|sig|sig\.ra|dott|meneer|mevrouw|heer|dhr|mevr|there|all|everyone|everybody|team|folks|again|customer|zusammen|alle|nochmals?|kund(?:e|in)|a todos|todos|todas|client[ea]s?|cliente|à tous|tous|toutes|tutti|allemaal|klant|encore|de nuevo|de nouveau|novamente|und|and|y|et|e|en|to|you|your|dir|ihnen|te|le|o|a|as|os|la|il)(?!\p{L})\.?/giu;

/** The name a reply greets by, where it is none of the names the sheet knows. */
export function findForeignName(text: string, facts: readonly PreparedFact[]): NameMention[] {
  const [line = ""] = text.trimStart().split("\n");
  const found = GREETING.exec(line)?.groups?.["name"] ?? JAPANESE.exec(line)?.groups?.["name"];
  if (found === undefined) return [];
  const names = facts.filter(({ fact }) => fact.kind === "name");
  const left = blankVerbatim(found, names).replaceAll(NO_NAME, " ");
  const known = new Set(names.flatMap(({ fact }) => wordsOf(fact.value)));
  const foreign = wordsOf(left).filter((word) => !known.has(word));
  // After a greeting the sentence may go on at once: only what is written like a name is one.
  const quote = found.trim();
  return foreign.length > 0 && isNameLike(left) ? [{ rule: "name", quote }] : [];
}

const wordsOf = (text: string) =>
  (text.match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? []).map((word) => word.toLowerCase());
const isNameLike = (left: string) => wordsOf(left).length <= 4 && /\p{Lu}|[\u0250-\uffff]/u.test(left);

/** Where a place is named beside a scan or a counter, one of the record's own must be meant. */
const ABOUT_PLACE =
  /\bscan|\bcollect|\bpick|gescannt|abhol|registr|recog|retir|récupér|rastre|scansion|ritir|gescand|ophalen|afhalen|(?:no|any) news|noved|novid|nouvelles|notizie|nieuws|notizia|aggiornamento|スキャン|通過|受け取|更新|配送状況/iu;
const PLACE =
  /(?<!\p{L})(?:in|at|near|en|à|em|no|na|a|ad|te|bij)\s+(?<place>\p{Lu}[\p{L}'’-]{2,}(?:\s+\p{Lu}[\p{L}'’-]+)*)|\((?<aside>\p{Lu}[\p{L}'’. -]{2,})\)|（(?<wide>[^（）]*\p{L}[^（）]*)）|(?<japanese>[A-Z][A-Za-z-]{2,})(?:にて|で)/gu;
/** German writes every noun large; months and days of the week are times. */
const NO_PLACE =
  /^(?:Zustellung|Ordnung|Kürze|Bearbeitung|Verzug|Verbindung|Teilen|Deutschland|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|January|February|March|May|June|July|October|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Paket\p{L}*|Person)/u;

/** A place beside a scan that no fact names; the text comes with the values of its facts blank. */
export function findForeignPlaces(rest: string): NameMention[] {
  if (!ABOUT_PLACE.test(rest)) return [];
  return Array.from(rest.matchAll(PLACE)).flatMap(({ groups = {} }) => {
    const quote = groups["place"] ?? groups["aside"] ?? groups["wide"] ?? groups["japanese"] ?? "";
    return NO_PLACE.test(quote) ? [] : [{ rule: "place" as const, quote }];
  });
}

/** Titles that the sheet knows of other orders, and what stands in brackets behind an order's name without being its items. */
export function findForeignTitles(
  text: string,
  rest: string,
  { allowed, others }: { allowed: readonly PreparedFact[]; others: readonly Fact[] },
): NameMention[] {
  const own = allowed.filter(({ fact }) => fact.kind === "title").map(({ fact }) => fact.value.toLowerCase());
  const lower = text.toLowerCase();
  const elsewhere = others
    .filter(
      ({ kind, value }) =>
        kind === "title" && value.length > 3 && !own.some((one) => one.includes(value.toLowerCase())),
    )
    .filter(({ value }) => lower.includes(value.toLowerCase()))
    .map(({ value }) => ({ rule: "title" as const, quote: value }));
  const names = allowed.filter(({ fact }) => fact.kind === "order_name").map(({ fact }) => fact.value);
  const inBrackets = names.flatMap((name) => {
    const at = text.indexOf(`${name} (`);
    if (at === -1) return [];
    const from = at + name.length + 2;
    const to = text.indexOf(")", from);
    const left = rest.slice(from, to === -1 ? undefined : to);
    return own.length > 0 && /\p{L}{2}/u.test(left)
      ? [{ rule: "title" as const, quote: text.slice(from, to === -1 ? undefined : to) }]
      : [];
  });
  return [...elsewhere, ...inBrackets];
}
