import { silent, type ClaimRecord, type Evidence, type Finding, type Stated } from "./claim-record.ts";
import type { ClaimWords } from "./claim-words/claim-words.ts";
import type { Sentence } from "./fold.ts";
import { deliveredAt } from "./shipments.ts";

/** Ordinals from the second to the fifth, folded. */
const ordinals: [RegExp, number][] = [
  [
    /\b(?:second|2nd|zweite\w*|segund[oa]|deuxieme|seconda?|2eme|2e|tweede|drugi\w*|andra)\b|втор|другии раз|вдруге|a doua oara|al doilea|दूसर|[2二](?:回目|度目|通目)/,
    2,
  ],
  [
    /\b(?:third|3rd|dritte\w*|tercer[oa]?|terceir[oa]|troisieme|3eme|3e|terz[oa]|derde|trzeci\w*|tredje)\b|трет|a treia|al treilea|तीसर|[3三](?:回目|度目|通目)/,
    3,
  ],
  [
    /\b(?:fourth|4th|vierte\w*|cuart[oa]|quart[oa]|quatrieme|4eme|4e|vierde|czwart\w*|fjarde)\b|четв|a patra|al patrulea|चौथ|[4四](?:回目|度目|通目)/,
    4,
  ],
  [
    /\b(?:fifth|5th|funfte\w*|quint[oa]|cinquieme|5eme|5e|vijfde|piat\w*|femte)\b|пят(?:ыи|ая|ое|ого)|п'ят|a cincea|al cincilea|पांचव|[5五](?:回目|度目|通目)/,
    5,
  ],
];
const anyOrdinal = new RegExp(ordinals.map(([pattern]) => pattern.source).join("|"));
const replacement =
  /\b(?:replace\w*|exchange\w*|ersatz\w*|umtausch\w*|reemplaz\w*|cambio|remplac\w*|echange\w*|substitui\w*|troca|sostitu\w*|vervang\w*|wymian\w*|zamien\w*|inlocui\w*|ersattning\w*|byte[rt]?)\b|замен|замін|बदल|交換/;
const contact =
  /\b(?:writ\w*|wrote|e?-?mails?|messages?|letter|contact\w*|ask(?:ed|ing)?|schreib\w*|geschrieben|nachricht\w*|anfrage|kontaktier\w*|escrib\w*|correos?|mensajes?|ecri\w*|courriels?|escrev\w*|mensagem|mensagens|scriv\w*|scritto|messaggi\w*|schrijf|bericht\w*|geschreven|pisz\w*|wiadomosc\w*|scriu|mesaj\w*|skriver|skrivit|mejl\w*|meddelande\w*)\b|пиш|письм|обращ|сообщ|звертаю|повідомл|लिख|ईमेल|मैसेज|メール|連絡|問い合わせ/;

/** That something comes late, in any of the languages. */
const late =
  /\b(?:late|delay\w*|overdue|zu spat|verspat\w*|tarde|retras\w*|en retard|retard\w*|atras\w*|in ritardo|te laat|vertraag\w*|opozn\w*|spozni\w*|intarzi\w*|sen|forsen\w*)\b|опозда|опазды|задерж|запізн|затрим|देर|लेट|遅/;

/** "The third time I write", "the second replacement": against the messages and returns on record. */
export function claimedRepeats({ folded }: Sentence, words: ClaimWords, record: ClaimRecord): Stated[] {
  if (!anyOrdinal.test(folded)) return [];
  const nth = ordinals.find(([pattern]) => pattern.test(folded))?.[1];
  if (nth === undefined) return [];
  if (replacement.test(folded))
    return [{ kind: "repeated", claim: `replacement number ${nth}`, ...compare(nth, returns(record)) }];
  if (contact.test(folded))
    return [{ kind: "repeated", claim: `message number ${nth}`, ...compare(nth, contacts(record)) }];
  if (late.test(folded) || words.kinds.overdue?.test(folded))
    return [{ kind: "repeated", claim: `late for time number ${nth}`, ...lateBefore(nth, record) }];
  return [];
}

/** Every day it was announced for that went by; fewer than stated say nothing, since the others may be another order's. */
function lateBefore(nth: number, { order, now }: ClaimRecord): Finding {
  const missed = (order?.fulfillments ?? []).flatMap((shipment) => {
    const { id, events, estimatedDeliveryAt } = shipment;
    const until = deliveredAt(shipment) ?? now.getTime();
    const announced = [
      ...events.map((event) => ("estimatedDeliveryAt" in event ? event.estimatedDeliveryAt : null)),
      estimatedDeliveryAt,
    ];
    return [...new Set(announced.filter((at) => typeof at === "string"))]
      .filter((at) => Date.parse(at) < until)
      .map((at): Evidence => ({ entity: "fulfillment", id, shows: `announced for ${at}` }));
  });
  return { verdict: missed.length >= nth ? "agrees" : "unknown", evidence: missed };
}

type Before = { count: number; evidence: Evidence[] } | null;

/**
 * The nth follows n − 1. A record of none says nothing: what was before may have gone another way, or have been before the app was
 * installed; a record of some, but fewer, conflicts.
 */
function compare(nth: number, before: Before): Finding {
  if (!before || before.count === 0) return silent;
  return { verdict: before.count >= nth - 1 ? "agrees" : "conflicts", evidence: before.evidence };
}

function contacts({ order, history }: ClaimRecord): Before {
  if (!order || history?.contacts === undefined) return null;
  const { contacts: count } = history;
  return {
    count,
    evidence: [{ entity: "order", id: order.id, shows: `earlier messages about it: ${count}` }],
  };
}

function returns({ order }: ClaimRecord): Before {
  if (!order?.returns) return null;
  const evidence = order.returns.map(({ id, status }) => ({
    entity: "return",
    id,
    shows: `return, ${status.toLowerCase()}`,
  }));
  return { count: evidence.length, evidence };
}
