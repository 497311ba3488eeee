import type { ClaimWords } from "./claim-words.ts";

export const italian: ClaimWords = {
  language: "it",
  kinds: {
    marked_delivered: /\b(?:risulta|dice|segna\w*|appare|indica)\b.{0,30}\bconsegnat/,
    not_received:
      /\b(?:il mio|la mia) (?:ancora )?no(?:n e arrivat\w)?(?=[.!,;]|$)|\b(?<=\bma non )(?:il mio|la mia)(?=[.!,;]|$)|\bnon (?:e |mi e )?(?:ancora |mai )?(?:stat[oa] )?(?:arrivat|consegnat)|\bnon ho (?:ancora |mai )?ricevut|\bmai (?:arrivat|ricevut)|\bdov'?e (?:il mio|la mia|finit)|\bnon ho niente\b/,
    not_shipped:
      /\b(?:non|nemmeno|neanche) (?:(?:ancora|mi|ci|lo|la|me lo|ce lo) ){0,2}(?:(?:l'|e |sono |era |erano |ha |hanno |avete ){1,2}(?:(?:ancora|nemmeno|neanche|neppure|mai|stat[oaie]) ){0,3})?(?:(?:spedit|inviat)[oaie]|(?<!sono )partit[oaie])\b(?! (?:\w+ ){0,3}?(?:giust[oaie]|corrett[oaie]|che)\b)/,
    overdue:
      /\bdoveva (?:\w+ )?(?:arrivare|essere (?:qui|consegnat))|\b(?:in )?ritard[oi]\b|\bsarebbe dovut[oa] arrivare/,
    wrong_item:
      /\bordinato (?:[\w']+ ){1,6}?(?:e|ma) (?:(?:ho|e|mi|avete|hanno|solo) ){0,3}(?:ricevuto|arrivat[oa]|mandato|inviato|spedito) (?:un|una|il|la|lo|quell[oa]) (?!mail|conferma|fattura|rimborso|meta|pacco)\w+|\b(?:taglia|articolo|prodotto|colore|modello|ordine) (?:sbagliat|errat)|\bnon e (?:quello|quella|cio) che (?:ho|avevo) ordinat/,
    damaged_item: /\b(?:rott[oaie]|danneggiat\w*|difettos\w*|graffiat\w*|non funziona)\b/,
    missing_item: /\bmanca(?:no|va|vano)?\b|\bho ricevuto solo\b/,
    charged_twice: /\b(?:addebitat\w*|pagat\w*) (?:\w+ ){0,2}?due volte|\bdoppio addebito/,
    refund_not_received: /\b(?:non|nessun|ancora|aspetto|attendo)\b.{0,35}\b(?:rimbors\w*|i miei soldi)/,
    returned_item: /\bho (?:gia )?(?:restituito|rispedito|reso)\b/,
    cancelled: /\bho annullat|\be stato annullat/,
    promised: /\b(?:promess[oa]|mi avete detto|avevate detto|mi e stato detto|assicurato)\b/,
    received: /\b(?:e arrivat[oa]|ho ricevuto) (?:\w+ ){0,2}?(?:oggi|ieri|il|la)\b/,
  },
  ordered: /\b(?:ordin\w*|comprat\w*|acquist\w*)\b/,
  paid: /\b(?:pagat\w*|addebitat\w*|totale|costat\w*)\b/,
  expected: /\b(?:promess\w*|detto|doveva|dovrebbe|prevista|previsto|stimata|entro)\b/,
  arrived: /\b(?:arrivat\w*|consegnat\w*|ricevut\w*)\b/,
  ago: /\b(?<count>\w+) (?<unit>giorn[oi]|settiman[ae]|mes[ei]) fa\b/,
};
