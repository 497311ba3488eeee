/** How a language says when: patterns for folded text (`fold`). */
export type TimeWords = {
  /** Days counted from the one on which it is said. */
  days: [RegExp, number][];
  /** Monday first. */
  weekdays: RegExp[];
  /** "within 3 to 5 business days": the larger number is `n`, in digits or as a word, and the unit `unit`. */
  within: RegExp;
  thisWeek: RegExp;
  nextWeek: RegExp;
  /** What stands right before a day that something is due on. */
  due: RegExp;
  /** What makes a weekday the one of the week after. */
  next: RegExp;
};

/** Begins a word and ends one, in every script that has them. */
const word = (source: string) => new RegExp(String.raw`(?<!\p{L})(?:${source})(?!\p{L})`, "gu");
const weekdays = (names: string) => names.split(" ").map(word);
const RANGE = String.raw`(?:(?:\d{1,3}|\p{L}+)\s?(?:-|–|to|or|bis|oder|a|o|ou|of|tot|e)\s?)?(?<n>\d{1,3}|\p{L}{1,9})[\s-]?`;
const within = (before: string, units: string) =>
  new RegExp(String.raw`(?<!\p{L})(?:${before})\s?${RANGE}(?<unit>${units})(?!\p{L})`, "gu");

export const timeWords: Record<string, TimeWords> = {
  en: {
    days: [
      [word("today|tonight|this (?:morning|afternoon|evening)|end of (?:the )?(?:business )?day"), 0],
      [word("(?<!after )tomorrow"), 1],
      [word("day after tomorrow"), 2],
    ],
    weekdays: weekdays("monday tuesday wednesday thursday friday saturday sunday"),
    within: within(
      "(?:with)?in (?:the next |the following |about |around |at most |up to |a maximum of )*|(?:during|over) the (?:next|following) |no later than |at the latest in ",
      "(?:business|working|work) ?days?|days?|hours?|hrs?|weeks?",
    ),
    thisWeek: word("(?:later )?this week|end of (?:the|this) week"),
    nextWeek: word("next week"),
    due: /(?:by|until|till|before|on|than|for)(?: the| this| next| coming)? $/u,
    next: /(?:next|following) $/u,
  },
  de: {
    days: [
      [word("heute"), 0],
      [word("(?<!guten |am |heute |jeden )morgen"), 1],
      [word("ubermorgen"), 2],
    ],
    weekdays: weekdays("montag dienstag mittwoch donnerstag freitag samstag|sonnabend sonntag"),
    within: within(
      "(?:innerhalb|binnen|in)(?: von| der nachsten| den nachsten| den kommenden| spatestens| hochstens| maximal| etwa| ca\\.| rund)*",
      "(?:werk|arbeits|geschafts)tage?n?|tage?n?|stunden?|wochen?",
    ),
    thisWeek: word("(?:noch )?diese(?:r)? woche|ende (?:der|dieser) woche|zum wochenende"),
    nextWeek: word("(?:nachste|kommende)[rn]? woche"),
    due: /(?:bis|spatestens|am|vor|zum)(?: zum| am| spatestens| nachsten| kommenden)* $/u,
    next: /(?:ubernachste[nrms]?) $/u,
  },
  es: {
    days: [
      [word("hoy|esta (?:tarde|noche)"), 0],
      [word("(?<!la |pasado |esta )manana"), 1],
      [word("pasado manana"), 2],
    ],
    weekdays: weekdays("lunes martes miercoles jueves viernes sabado domingo"),
    within: within(
      "(?:en|dentro de|antes de|durante)(?: un plazo(?: maximo)? de| un maximo de| los proximos| las proximas| unos| unas| aproximadamente)*",
      "dias? (?:habil|laborable)(?:es|s)?|dias?|horas?|semanas?",
    ),
    thisWeek: word("esta (?:misma )?semana|(?:final|finales|fin) de (?:la|esta) semana"),
    nextWeek: word("(?:la )?(?:proxima semana|semana (?:que viene|proxima))"),
    due: /(?:hasta|antes de|para|el|a mas tardar)(?: del| el| este| proximo)* ?$/u,
    next: /(?:siguiente) $/u,
  },
  fr: {
    days: [
      [word("aujourd'hui|ce soir|cet apres-midi|dans la journee"), 0],
      [word("(?<!apres-|apres )demain"), 1],
      [word("apres[- ]demain"), 2],
    ],
    weekdays: weekdays("lundi mardi mercredi jeudi vendredi samedi dimanche"),
    within: within(
      "(?:sous|dans|d'ici|en|avant)(?: un delai (?:maximum )?de| les| environ| au plus tard| prochaines?| prochains?)*",
      "jours? (?:ouvre|ouvrable)s?|jours?|heures?|h|semaines?",
    ),
    thisWeek: word("cette semaine|(?:d'ici )?(?:la )?fin de (?:la )?semaine"),
    nextWeek: word("(?:la )?semaine prochaine"),
    due: /(?:d'ici|avant|pour|jusqu'a|au plus tard|des)(?: a| le| ce| la)* $/u,
    next: /(?:suivant) $/u,
  },
  pt: {
    days: [
      [word("hoje|esta (?:tarde|noite)"), 0],
      [word("(?<!depois de )amanha"), 1],
      [word("depois de amanha"), 2],
    ],
    weekdays: weekdays(
      "segunda[-\\x20]feira terca[-\\x20]feira quarta[-\\x20]feira quinta[-\\x20]feira sexta(?:[-\\x20]feira)? sabado domingo",
    ),
    within: within(
      "(?:em|dentro de|no prazo(?: maximo)? de|num prazo de|nas|nos|ate)(?: ate| um prazo de| proximas| proximos| cerca de| aproximadamente)*",
      "dias? ute?is|dias? util|dias?|horas?|semanas?",
    ),
    thisWeek: word("(?:ainda )?esta semana|(?:final|fim) (?:da|desta) semana"),
    nextWeek: word("(?:na |a )?(?:proxima semana|semana que vem)"),
    due: /(?:ate|antes de|para|na|no)(?: a| o| esta| este| proxima| proximo)* ?$/u,
    next: /(?:seguinte) $/u,
  },
  it: {
    days: [
      [word("oggi|stasera|in giornata"), 0],
      [word("domani"), 1],
      [word("dopodomani"), 2],
    ],
    weekdays: weekdays("lunedi martedi mercoledi giovedi venerdi sabato domenica"),
    within: within(
      "(?:entro|in|tra|fra|nel giro di|nell'arco di)(?: i prossimi| le prossime| al massimo| circa| un massimo di)*",
      "giorni? (?:lavorativ|ferial)[io]|giorn[io]|or[ae]|settiman[ae]",
    ),
    thisWeek: word("(?:in )?questa settimana|(?:la )?fine della settimana"),
    nextWeek: word("(?:la )?(?:prossima settimana|settimana prossima)"),
    due: /(?:entro|prima di|per|fino a)(?: il| la| questo)* ?$/u,
    next: /(?:seguente) $/u,
  },
  nl: {
    days: [
      [word("vandaag|vanavond|vanmiddag"), 0],
      [word("(?<!goede |elke )morgen"), 1],
      [word("overmorgen"), 2],
    ],
    weekdays: weekdays("maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"),
    within: within(
      "(?:binnen|in|over)(?: de komende| maximaal| ongeveer| uiterlijk| hooguit)*",
      "(?:werk|business)dag(?:en)?|dag(?:en)?|uur|uren|week|weken",
    ),
    thisWeek: word("(?:nog )?deze week|(?:het )?(?:eind|einde) van (?:de|deze) week"),
    nextWeek: word("(?:volgende|komende) week"),
    due: /(?:uiterlijk|voor|tot|op|vóór|tegen)(?: aanstaande| komende| en met)* $/u,
    next: /(?:volgende) $/u,
  },
  ja: {
    days: [
      [/今日|本日|今晩|今夕/gu, 0],
      [/明日|あす(?=中|まで|に)|翌日/gu, 1],
      [/明後日|あさって/gu, 2],
    ],
    weekdays: "月 火 水 木 金 土 日".split(" ").map((one) => new RegExp(`${one}曜`, "gu")),
    within:
      /(?:\d{1,3}\s?[-–~〜から]+\s?)?(?<n>\d{1,3}|[一二三四五六七八九十])\s?(?<unit>営業日|日|時間|週間)(?:以内|後|ほど|程度|中)/gu,
    thisWeek: /今週(?:中|末|内)?/gu,
    nextWeek: /来週(?:中|末)?(?!の?[月火水木金土日]曜)/gu,
    due: /(?:遅くとも|来週の?)$/u,
    next: /(?:来週の?)$/u,
  },
};

export type Unit = "hour" | "day" | "business_day" | "week";

/** Which unit a word of any of the languages is. */
export function unitOf(written: string): Unit {
  if (
    /^(?:business|working|work|werk|arbeits|geschafts)|habil|laborable|ouvr|ute?is|util|lavorativ|ferial|営業日/u.test(
      written,
    )
  )
    return "business_day";
  if (/^(?:hours?|hrs?|stunden?|horas?|heures?|h|or[ae]|uur|uren|時間)$/u.test(written)) return "hour";
  return /^(?:weeks?|wochen?|semanas?|semaines?|settiman[ae]|week|weken|週間)$/u.test(written)
    ? "week"
    : "day";
}
