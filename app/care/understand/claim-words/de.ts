import type { ClaimWords } from "./claim-words.ts";

export const german: ClaimWords = {
  language: "de",
  kinds: {
    marked_delivered: /\b(?:als|laut|status|steht)\b.{0,40}\b(?:zugestellt|geliefert|ausgeliefert)/,
    not_received:
      /\bmein(?:e?s|er?) (?:aber |jedoch |leider |noch |ist |immer ){0,3}nicht(?= (?:angekommen|da\b|gekommen))|\b(?<=\b(?:angekommen|bekommen|erhalten|geliefert|gekommen|da)\b[^.!?]{0,40})mein(?:e?s|er?) (?:aber |jedoch |leider |noch |ist |immer ){0,3}nicht(?=[.!,;]|$)|\bnoch (?:immer )?nicht (?:\w+ ){0,2}?(?:da|angekommen|erhalten|geliefert|bekommen|eingetroffen)|\b(?:nie|nicht|nichts) (?:\w+ )?(?:angekommen|erhalten|bekommen|eingetroffen|geliefert)|\bist (?:hier )?nichts\b|\bwo (?:ist|bleibt) (?:mein|meine|das|die) (?:paket|bestellung|lieferung|sendung)/,
    not_shipped:
      /(?<!\b(?:ich|wir) (?:hab|hatt)\w* (?:\w+ ){0,3})\b(?:nicht|nie|nichts)(?: (?:ein ?)?mal)? (?:verschickt|versendet|versandt|losgeschickt|abgeschickt)\b/,
    overdue:
      /\bhatte (?:\w+ ){0,5}?(?:ankommen|kommen|da sein|geliefert)|\bsollte (?:\w+ ){0,5}?(?:ankommen|da sein|geliefert|kommen)|\bverspat\w*|\buberfallig/,
    wrong_item:
      /\bbestellt,? (?:aber|jedoch|doch) (?!.{0,30}\b(?:nichts|kein\w*|rechnung|bestatigung|mail|rabatt\w*|absage|angebot|gutschein|hinweis|antwort|nur|erst|noch|halfte|nie)\b)(?:\w+ ){0,3}?(?:das|den|die|ein|eine|einen|ein\w*) (?:\w+ ){1,3}?(?:bekommen|erhalten|geliefert|gekriegt)|\bbestellt,? (?:aber|jedoch|doch) (?!.{0,30}\b(?:nichts|kein\w*)\b)(?:\w+ ){0,2}?(?:das|den|die|ein\w*) (?!rechnung|mail|bestatigung|halfte|rabatt|absage|angebot|gutschein|hinweis|antwort)\w+ (?:bekommen|erhalten|geliefert|gekriegt)|\bfalsche\w* (?:\w+ )?(?:artikel|produkt|grosse|farbe|ware|modell|bestellung|lieferung)|\bnicht das,? was ich bestellt|\betwas anderes (?:bekommen|erhalten|geliefert)/,
    damaged_item:
      /\b(?:kaputt\w*|defekt\w*|beschadigt\w*|zerbrochen\w*|zerrissen\w*|zerkratzt\w*|funktioniert (?:\w+ )?nicht)\b/,
    missing_item:
      /\bes fehlt|\bfehl(?:t|en|te|ten)\b|\bnur (?:\w+ )?(?:ein\w*|zwei|die halfte) (?:\w+ ){0,2}?(?:erhalten|bekommen|geliefert)/,
    charged_twice: /\b(?:doppelt|zweimal|2x) (?:\w+ )?(?:abgebucht|belastet|bezahlt|berechnet)/,
    refund_not_received:
      /\b(?:kein\w*|noch nicht|warte)\b.{0,35}\b(?:erstattung|ruckerstattung|ruckzahlung|gutschrift|geld)|\bwo (?:ist|bleibt) (?:mein|die|meine) (?:geld|erstattung|ruckerstattung)/,
    returned_item:
      /\b(?:die retoure|rucksendung) (?:\w+ ){0,6}?(?:eingegangen|angekommen)|\b(?:zuruckgeschickt|zuruckgesendet|retourniert|zuruckgesandt)\b/,
    cancelled: /\b(?:habe|wurde) (?:\w+ ){0,4}?storniert/,
    promised: /\b(?:versprochen|verspracht|zugesagt|zugesichert|sagten sie|wurde mir gesagt)\b/,
    received:
      /(?<!\b(?:nachbar\w*|freundin|freundes|schwester|bruders|kolleg\w*) )\b(?:ist|sind) (?:\w+ ){0,3}?angekommen|\b(?:habe|haben) (?:\w+ ){0,4}?erhalten\b/,
  },
  ordered: /\b(?:bestell\w*|gekauft|auftrag)\b/,
  paid: /\b(?:bezahlt\w*|gekostet|abgebucht|berechnet|gesamt\w*|uberwiesen)\b/,
  expected:
    /\b(?:versproch\w*|verspracht|zugesagt|sollte\w*|hatte\w*|hiess|angekundigt|geplant|erwartet|voraussichtlich\w*|bis)\b/,
  arrived: /\b(?:angekommen|zugestellt|geliefert|erhalten|bekommen)\b/,
  ago: /\bvor (?:(?:etwa|gut|uber|fast) )?(?<count>\w+) (?<unit>tag\w*|woche\w*|monat\w*)/,
};
