import { cuesInScriptOf, cuesOf } from "./cues/all.ts";
import { wholeOf, type Sentence } from "./fold.ts";
import type { EmotionReading, Intent, RiskFlag, Urgency } from "./reading.ts";

/** Bare time words; "it came today" is no hurry, "I need it today" is. */
const TIME_WORD =
  /^(?:today|tonight|tomorrow|this (?:morning|afternoon|evening)|heute|morgen\b.*|hoy|manana|aujourd'hui|ce soir|demain|hoje|amanha|ja|oggi|domani|stasera|vandaag|vanavond|本日|今日|明日|dzis|dzisiaj|jutro|teraz|azi|astazi|maine|acum|idag|i dag|imorgon|i morgon|ikvall|i kvall|сегодня|завтра|сьогодні|आज|कल|aaj)$/;
const need: Record<string, RegExp> = {
  en: /\b(?:need|needs|must|have to|by|before|until|deadline|leav\w*|travel\w*|fl(?:y|ight|ying))\b/,
  de: /\b(?:brauch\w*|muss|mussen|bis|spatestens|fliege\w*|abreise)\b/,
  es: /\b(?:necesit\w*|antes|para|tengo que|salgo|viajo)\b/,
  fr: /\b(?:besoin|avant|pour|il (?:me )?faut|je pars)\b/,
  pt: /\b(?:precis\w*|antes|ate|para|viajo)\b/,
  it: /\b(?:serve|bisogno|entro|prima|parto)\b/,
  nl: /\b(?:nodig|uiterlijk|voor|moet|vertrek)\b/,
  pl: /\b(?:potrzeb\w*|musi\w*|musz\w*|przed|do|wyjezdza\w*|na (?:jutro|dzis)|mam)\b/,
  ro: /\b(?:nevoie|trebui\w*|pana|inainte|plec\w*|imi trebuie)\b/,
  sv: /\b(?:behov\w*|maste|innan|senast|fore|reser|aker|till)\b/,
  ru: /нуж|надо|долж|успе|уезжа|улета|не позже|(?<![а-я])(?:до|к)(?![а-я])/,
  uk: /потріб|треба|мус|встиг|(?<![а-яі])іду|виіжджа|не пізніше|(?<![а-яі])(?:до|на)(?![а-яі])/,
  hi: /चाहिए|जरूर|तक|पहले|जाना|chahi|zaroor|jaroor|jarur|\btak\b|pehle|jaana/,
  ja: /必要|までに|使|ほしい|欲しい|いる(?:ん|の)で/,
};

/** Orders can still be stopped or redirected only until they ship. */
const beforeShipping: readonly Intent[] = ["cancel", "change_address", "change_order"];
const nobodyWaits: readonly Intent[] = ["praise", "spam_or_auto"];
const LOUD = 0.75;

export type UrgencyEvidence = {
  sentences: Sentence[];
  language: string;
  intent: Intent;
  riskFlags: readonly RiskFlag[];
  emotion: EmotionReading;
};

/** 0 whenever, 1 in the usual order, 2 today, 3 now. What a delay would cost counts, not how loudly it is asked. */
export function urgency(evidence: UrgencyEvidence): Urgency {
  const { intent, riskFlags, emotion } = evidence;
  if (riskFlags.includes("safety") || riskFlags.includes("self_harm")) return 3;
  if (intent === "spam_or_auto") return 0;
  const hurry = inAHurry(evidence);
  if (hurry === "now") return 3;
  if (riskFlags.includes("legal") || riskFlags.includes("chargeback")) return hurry ? 3 : 2;
  if (hurry === "today" || beforeShipping.includes(intent)) return 2;
  const upset = ["anger", "grief", "sadness", "worry"].includes(emotion.label) && emotion.intensity >= LOUD;
  if (upset || riskFlags.includes("vulnerable") || riskFlags.includes("press")) return 2;
  if (nobodyWaits.includes(intent)) return 0;
  return intent === "product_question" || intent === "other" ? (emotion.label === "neutral" ? 0 : 1) : 1;
}

function inAHurry({ sentences, language }: UrgencyEvidence): "now" | "today" | undefined {
  const cues = cuesOf(language) ? [cuesOf(language)] : cuesInScriptOf(wholeOf(sentences));
  let found: "now" | "today" | undefined;
  for (const { folded } of sentences) {
    for (const one of cues) {
      const now = one?.urgency.now.exec(folded)?.[0];
      if (now && one && (!TIME_WORD.test(now) || need[one.language]?.test(folded))) return "now";
      if (one?.urgency.today.test(folded)) found = "today";
    }
  }
  return found;
}
