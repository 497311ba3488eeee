import { sentencesOf } from "#app/mirror/passages.ts";

const RETURNING =
  /\b(?:return|send (?:it |them |items )?back|r[üu]ckgab|r[üu]cksend|zur[üu]ck(?:geb|send|schick)|widerruf|retour|renvo|devol|devuelv|rückversand|res[oi]\b|restitu|terugstur)|返品/iu;
/** What the shop does with a return, or with money: its days are no window. */
const HANDLING =
  /refund|money|\bpa(?:y|id)\b|geld|zahl|argent|dinero|dinheiro|denaro|reimburs|credited|check|inspect|process|receiv|arriv|warehouse|erstatt|gutschr|prüf|bearbeit|eingetroffen|erhalt|rembours|traite|reçu|reembols|recib|receb|rimbors|ricev|terugbetal|ontvang|controle|返金|到着/iu;
/** Business days are how long work takes. */
const DAYS =
  /\b(\d{1,3})[\s\u00a0-]*(?:calendar )?(?:days?|tagen?|jours|días|dias|giorni|dagen)\b|(\d{1,3})日(?:間|以内)/giu;

/**
 * The days in which something can be sent back, pure: from the sentences that speak of sending back before they speak of anything
 * else. A policy names other numbers too (until the refund, until a parcel is lost). Null when it gives none, or two that differ:
 * which of them applies is a person's to tell.
 */
export function returnWindow(policy: string): string | null {
  const windows = new Set(sentencesOf(policy).flatMap(windowsIn));
  const [days] = windows;
  return days !== undefined && windows.size === 1 ? days : null;
}

function windowsIn(sentence: string): string[] {
  const returning = sentence.search(RETURNING);
  if (returning === -1) return [];
  return [...sentence.matchAll(DAYS)].flatMap((match) => {
    const before = sentence.slice(0, Math.max(match.index, returning));
    const days = match[1] ?? match[2];
    return days === undefined || HANDLING.test(before) ? [] : [days];
  });
}
