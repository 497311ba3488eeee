import { countWords } from "./count-words.ts";

/**
 * A message is read the same whoever signs it: names in greetings and signatures are taken out before language, wish and feeling
 * are read. Trained models know names from their texts, and some names are words ("Joy", "Sue", "Dolores").
 *
 * Only where a name is expected and by its shape, never by a list of names, since no list is fair: after a greeting up to the
 * comma, on a line under a closing, on the last line, and after a closing on the same line. Names inside sentences stay.
 */
export function withoutNames(text: string): string {
  const kept = withoutSigned(withoutGreeted(text));
  return LETTER.test(kept) ? kept : text;
}

const LETTER = /\p{L}/u;
const PARTICLE =
  "(?:a[lpd]|as|ar|an|el|ibn|bin|bint|ben|van|von|vom|zu|zum|de|del|della|dell|di|da|do|dos|das|du|la|le|los|der|den|ter|ten|af|av|y|e)";
const CAPITALISED = "(?:[dlo]['’]|(?:al|el|ad|as|ar|an)-)?\\p{Lu}[\\p{L}\\p{M}'’.-]*";
/** Scripts without capitals; with the joiners some of them need. */
const UNCASED = "[\\p{Lo}\\p{M}\\u200c\\u200d]{1,14}";
const WORD = `(?:${CAPITALISED}|${UNCASED})`;
const NAME = `${WORD}(?:[ \\t]+(?:${PARTICLE}[ \\t]+){0,2}${WORD}){0,4}`;
/** As typed in a hurry; believed only where nothing else is likely. */
const ANY_WORD = "[\\p{L}\\p{M}\\u200c\\u200d'’.-]{1,24}";
const TITLE =
  "(?:(?:mr|mrs|ms|miss|mx|dr|prof|sir|madam|frau|herrn?|se[ñn]ora?|sra?|do[ñn]a?|madame|monsieur|mme|mlle|signora?|sig|dott|senhora?|panie?|pan|mevrouw|meneer)\\.?[ \\t]+){0,2}";
const GREETING = [
  "hi|hello|hey|dear|hiya|greetings|good (?:morning|afternoon|evening|day)",
  "hallo|guten (?:tag|morgen|abend)|liebe[rs]?|sehr geehrte[rs]?|moin|servus|gr(?:ü|ue)ezi|gr(?:ü|ue)(?:ß|ss) gott",
  "hola|buen[oa]s (?:d[ií]as|tardes|noches)|buenas|estimad[oa]|querid[oa]|bonjour|bonsoir|salut|ch[eè]re?",
  "ol[aá]|oi|bom dia|boa (?:tarde|noite)|prezad[oa]|car[oa]|ciao|salve|buongiorno|buonasera|gentile",
  "cze[sś][cć]|dzie[nń] dobry|witam|szanown[ay]|beste|goede(?:morgen|middag|navond)|hej|hei",
].join("|");
const CLOSING = [
  "(?:many |kind |best |warm )?regards|best(?: wishes)?|cheers|(?:many )?thanks(?: again| in advance| a lot| so much)?|thank you(?: (?:very|so) much)?|thx|sincerely|yours (?:truly|sincerely|faithfully)",
  "(?:mit )?(?:freundliche[nr]?|viele|liebe|beste|herzliche) gr(?:ü|ue)(?:ß|ss)en?|gru(?:ß|ss)|lg|mfg|vg|danke(?: sch(?:ö|oe)n| im voraus)?|(?:vielen|herzlichen|besten) dank(?: im voraus)?",
  "saludos(?: cordiales)?|un saludo|atentamente|(?:muchas )?gracias|cordialement|bien (?:à|a) vous|salutations|merci(?: d['’]avance| beaucoup)?",
  "atenciosamente|(?:com os )?melhores cumprimentos|cumprimentos|abra[cç]os?|(?:muito )?obrigad[oa]|(?:cordiali |distinti )?saluti|grazie(?: mille)?|cordialmente",
  "(?:serdecznie )?pozdrawiam|z powa[zż]aniem|z pozdrowieniami|dzi[eę]kuj[eę]|groet(?:en|jes)|bedankt|mvh|mvg",
].join("|");
/** Case matters to a name and not to a greeting, so greetings are spelled either way. */
const eitherCase = (words: string): string =>
  words.replace(/(^|[|(:)? ])(\p{Ll})/gu, (_, before: string, letter: string) =>
    letter.toUpperCase() === letter ? before + letter : `${before}[${letter}${letter.toUpperCase()}]`,
  );

const GREETED = new RegExp(
  `^(\\s*(?:${eitherCase(GREETING)}))(?:[ \\t]*,)?[ \\t]+${eitherCase(TITLE)}(?:${NAME}|${ANY_WORD})[ \\t]*(?=[,!:;、，。]|\\r?\\n|[-–—] )`,
  "u",
);
/** 「佐藤様」 at the start: the name goes, whoever it is. */
const ADDRESSED = /^\s*[\p{Lo}ー]{1,12}(?:様|さま|さん|殿)[、,\s]+/u;
const THANKED = new RegExp(
  `((?:^|[.!?,…\\n])[ \\t]*(?:${eitherCase(CLOSING)}))(?:[ \\t]*[,.!])?[ \\t]+${NAME}[ \\t.!]*$`,
  "u",
);
const NAME_LINE = new RegExp(`^[ \\t]*(?:[-–—][ \\t]*)?${eitherCase(TITLE)}${NAME}[ \\t]*$`, "u");
const WORD_LINE = new RegExp(`^[ \\t]*${ANY_WORD}[ \\t]*$`, "u");
/** A Japanese line that ends as a sentence does. */
const NOT_A_NAME = /(?:ます|です|した|たい|ください|ません)\s*$/;
const SENTENCE_END = /[.!?…,。！？、]["'”»)]*\s*$|^\s*$/u;
/** Below this a last line may be half of the message. */
const WORDS_BEFORE = 5;
const CLOSING_WORDS = 5;
const SIGNATURE_LINES = 6;
const LONGEST_NAME = 60;

const withoutGreeted = (text: string): string => text.replace(GREETED, "$1").replace(ADDRESSED, "");

function withoutSigned(text: string): string {
  const lines = text.trimEnd().split("\n");
  const kept = lines.filter((line, at) => at === 0 || line.trim() === "" || !signs(lines, at));
  return kept.join("\n").trimEnd().replace(THANKED, "$1");
}

/** Is this line a name under a closing (known, or short and ending in a comma), or the name on the last line? */
function signs(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? "";
  if (line.length > LONGEST_NAME || NOT_A_NAME.test(line) || CLOSING_LINE.test(line)) return false;
  const above = lineAbove(lines, at);
  if (CLOSING_LINE.test(above) && WORD_LINE.test(line)) return true;
  if (!NAME_LINE.test(line)) return false;
  if (CLOSING_LINE.test(above)) return true;
  const fromEnd = lines.length - at;
  const apart = fromEnd === 1 && SENTENCE_END.test(lines[at - 1] ?? "");
  const closed = fromEnd <= SIGNATURE_LINES && endsInComma(above);
  return (apart || closed) && countWords(lines.slice(0, at).join(" ")) >= WORDS_BEFORE;
}

function lineAbove(lines: readonly string[], at: number): string {
  for (let above = at - 1; above >= 0; above -= 1) {
    const line = lines[above] ?? "";
    if (line.trim() !== "") return line;
  }
  return "";
}

const CLOSING_LINE = new RegExp(`^[ \\t]*(?:${CLOSING})[ \\t,.!]*$`, "iu");
const endsInComma = (line: string): boolean =>
  line.trimEnd().endsWith(",") && !/\d/.test(line) && countWords(line) <= CLOSING_WORDS;
