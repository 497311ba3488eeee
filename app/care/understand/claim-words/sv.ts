import type { ClaimWords } from "./claim-words.ts";

export const swedish: ClaimWords = {
  language: "sv",
  kinds: {
    marked_delivered:
      /\b(?:star|visar|sager|status|enligt)\b.{0,40}\b(?:levererat?|levererad|utlamnad|utlamnat)/,
    not_received:
      /\bmen inte (?:min|mitt|mina)(?=[.!,;]|$)|\b(?:min|mitt) (?:har )?inte(?=[.!,;]|$)|\b(?:inte|aldrig|inget|ingenting) (?:\w+ )?(?:kommit|fatt|anlant|mottagit|levererats|framme|dykt upp)|\bvar ar (?:mitt|min) (?:paket|order|bestallning|leverans)/,
    not_shipped:
      /(?<!\b(?:jag|vi) (?:har|hade) (?:\w+ )?)\b(?:inte|aldrig) (?:(?:ens|annu|har|hade|blivit|ar) ){0,3}(?:skicka[dt]\w*|avsan[dt]\w*)\b(?! (?:\w+ ){0,2}?(?:ratt|tillbaka)\b| (?:det|den|vad) (?:som )?jag)/,
    overdue:
      /\b(?:skulle|borde) (?:\w+ ){0,3}?(?:kommit|komma|vara (?:har|framme)|levererats)|\bforsena\w*|\bfor sent?\b/,
    wrong_item:
      /\bbestallde (?:\w+,? ){1,6}?men (?:jag )?(?:fick|ni skickade) (?:en|ett|den|det) (?!mejl|mail|bekraftelse|faktura|aterbetalning|halv|paket)\w+|\bfel (?:storlek|vara|produkt|farg|artikel|modell|skor)|\binte (?:det|den|vad) (?:som )?jag bestall/,
    damaged_item: /\b(?:trasig\w*|sonder|skada[dt]\w*|sprucken|spruckna|defekt\w*|fungerar (?:\w+ )?inte)\b/,
    missing_item: /\bsaknas\b|\bfattas\b|\bfick bara\b/,
    charged_twice:
      /\b(?:tva ganger|dubbelt) (?:\w+ )?(?:debiter\w*|betala\w*|dragit)|\b(?:debiterad|betalat|dragit) (?:\w+ )?(?:tva ganger|dubbelt)/,
    refund_not_received:
      /\b(?:inte|ingen|aldrig|vantar|var ar)\b.{0,35}\b(?:aterbetalning\w*|mina pengar|pengarna)/,
    returned_item: /\b(?:skickade?|skickat|lamnat) (?:\w+ )?tillbaka\b|\breturnera(?:t|de)\b/,
    cancelled: /\b(?:avbokade|avbokat|avbestallt|avbestallde|annullerat|annullerats)\b/,
    promised: /\b(?:lovade|lovat|ni sa(?:de)?|utlovad\w*|fick veta att)\b/,
    received: /\b(?:har kommit|kom fram|fick) (?:idag|igar|paketet|mitt paket)/,
  },
  ordered: /\b(?:bestall\w*|kopt\w*|order\w*)\b/,
  paid: /\b(?:betala\w*|debiterad\w*|kostade|totalt)\b/,
  expected: /\b(?:lovade|lovat|sa|skulle|borde|beraknad\w*|utlovad\w*)\b/,
  arrived: /\b(?:kom|kommit|levererad\w*|levererat\w*|fick|mottag\w*)\b/,
  ago: /\bfor (?<count>\w+) (?<unit>dag\w*|veck\w*|manad\w*) sedan/,
};
