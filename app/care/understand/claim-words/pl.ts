import type { ClaimWords } from "./claim-words.ts";

export const polish: ClaimWords = {
  language: "pl",
  kinds: {
    marked_delivered:
      /\b(?:status|oznaczon\w*|wedlug|wedlug|pokazuje|widnieje|jako)\b.{0,40}(?:doreczon|dostarczon)/,
    not_received:
      /\b(?<=\b(?:a|ale) )(?:moj[ae]?|moje) (?:jeszcze )?nie(?=[.!,;]|$)|\bnie (?:dotarl|dotarl|doszl|doszl|otrzymal|otrzymal|przyszl|przyszl|dostal|dostal|zostala? dostarczon|ma (?:jej|go|paczki|przesylki))|\bnadal nie ma|\bwciąz nie|\bgdzie jest moj[ea]?\b (?!zwrot|pieni)|\bnic nie (?:dosta|otrzyma|przysz)/,
    not_shipped:
      /\bnie (?:(?:zosta(?:l|ly|la|lo)|jest|sa|byl[aoy]?) )?(?:(?:jeszcze|nawet) ){0,2}(?:wyslan\w*|wyslali(?:scie)?|nadan\w*|nadali(?:scie)?)\b(?! (?:\w+ ){0,2}?(?:produkt|towar|rozmiar|kolor|model|co)\b| tego,? co)/,
    overdue: /\bmial[ao]? (?:\w+ ){0,2}?(?:byc|dotrzec|przyjsc)|\bopozni\w*|\bspozni\w*|\bpo terminie/,
    wrong_item:
      /\b(?:zamowil[ae]m|zamawial[ae]m|kupil[ae]m) (?:\w+,? ){1,6}?(?:a|ale) (?:mi )?(?:dostal[ae]m|otrzymal[ae]m|przyszl[aoy]|przyszedl|przyslaliscie) (?!nic\b|nie\b|tylko|mail|potwierdz|faktur|zwrot|polow|paczk|przesylk)\w+|\b(?:zly|zla|zle|niewlasciw\w*|inny|inna|inne) (?:rozmiar|produkt|towar|kolor|model|artykul|przedmiot)|\bnie to,? co zamowi|\bnie ten (?:rozmiar|produkt|towar|kolor)|\bpomylon\w*/,
    damaged_item:
      /\b(?:uszkodzon\w*|zepsut\w*|rozbit\w*|polaman\w*|podart\w*|peknie\w*|wadliw\w*|nie dziala)/,
    missing_item: /\bbrakuje\b|\bbrak (?:jednego|jednej|dwoch|czesci)/,
    charged_twice: /\b(?:dwa razy|dwukrotnie|podwojnie) (?:\w+ )?(?:obciazon|pobran|zaplac)/,
    refund_not_received:
      /\b(?:nie|brak|nadal|wciaz|czekam)\b.{0,35}(?:zwrot\w* (?:pieni|srodk|koszt)|pieniedz|zwrotu\b)|\bgdzie (?:jest|sa) (?:moj zwrot|moje pieniadze)/,
    returned_item: /\b(?:odeslal\w*|zwrocil\w*)|\bodeslalem|\bodeslalam/,
    cancelled: /\banulowal\w*|\bzostalo anulowane/,
    promised: /\bobiec(?:al|al|a)\w*|\bzapewni\w*|\bpowiedziano mi/,
    received: /\b(?:otrzymal[ae]m|dostal[ae]m|dotarla|doszla) (?:dzis|wczoraj|juz|paczk|przesylk)/,
  },
  ordered: /\b(?:zamowi\w*|zamawia\w*|kupi\w*|zamówi\w*)/,
  paid: /\b(?:zaplaci\w*|zaplaci\w*|pobran\w*|suma|kosztowa\w*)/,
  expected: /\b(?:obieca\w*|obiec\w*|mial\w*|mial\w*|planowan\w*|przewidywan\w*)/,
  arrived: /\b(?:dotar\w*|dosz\w*|dostarczon\w*|otrzyma\w*|doreczon\w*)/,
  ago: /\b(?<count>\S+) (?<unit>dni|dzien|tydzien|tygodni\w*|miesi\w*) temu/,
};
