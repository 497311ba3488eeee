import type { ClaimWords } from "./claim-words.ts";

export const polish: ClaimWords = {
  language: "pl",
  kinds: {
    marked_delivered:
      /\b(?:status|oznaczon\w*|wedlug|według|pokazuje|widnieje|jako)\b.{0,40}(?:doreczon|dostarczon)/,
    not_received:
      /\bnie (?:dotarł|dotarl|doszł|doszl|otrzymał|otrzymal|przyszł|przyszl|dostał|dostal|została? dostarczon|ma (?:jej|go|paczki|przesyłki))|\bnadal nie ma|\bwciąz nie|\bgdzie jest moj[ea]?\b (?!zwrot|pieni)|\bnic nie (?:dosta|otrzyma|przysz)/,
    overdue: /\bmiał[ao]? (?:\w+ ){0,2}?(?:byc|dotrzec|przyjsc)|\bopozni\w*|\bspozni\w*|\bpo terminie/,
    wrong_item:
      /\b(?:zły|zła|złe|niewłasciw\w*|inny|inna|inne) (?:rozmiar|produkt|towar|kolor|model|artykuł|przedmiot)|\bnie to,? co zamowi|\bnie ten (?:rozmiar|produkt|towar|kolor)|\bpomylon\w*/,
    damaged_item:
      /\b(?:uszkodzon\w*|zepsut\w*|rozbit\w*|połaman\w*|podart\w*|peknie\w*|wadliw\w*|nie działa)/,
    missing_item: /\bbrakuje\b|\bbrak (?:jednego|jednej|dwoch|czesci)/,
    charged_twice: /\b(?:dwa razy|dwukrotnie|podwojnie) (?:\w+ )?(?:obciazon|pobran|zapłac)/,
    refund_not_received:
      /\b(?:nie|brak|nadal|wciaz|czekam)\b.{0,35}(?:zwrot\w* (?:pieni|srodk|koszt)|pieniedz|zwrotu\b)|\bgdzie (?:jest|sa) (?:moj zwrot|moje pieniadze)/,
    returned_item: /\b(?:odesłał\w*|zwrocił\w*)|\bodeslalem|\bodeslalam/,
    cancelled: /\banulował\w*|\bzostało anulowane/,
    promised: /\bobiec(?:ał|al|a)\w*|\bzapewni\w*|\bpowiedziano mi/,
    received: /\b(?:otrzymał[ae]m|dostał[ae]m|dotarła|doszła) (?:dzis|wczoraj|juz|paczk|przesyłk)/,
  },
  ordered: /\b(?:zamowi\w*|zamawia\w*|kupi\w*|zamówi\w*)/,
  paid: /\b(?:zapłaci\w*|zaplaci\w*|pobran\w*|suma|kosztowa\w*)/,
  expected: /\b(?:obieca\w*|obiec\w*|miał\w*|mial\w*|planowan\w*|przewidywan\w*)/,
  arrived: /\b(?:dotar\w*|dosz\w*|dostarczon\w*|otrzyma\w*|doreczon\w*)/,
  ago: /\b(?<count>\S+) (?<unit>dni|dzien|tydzien|tygodni\w*|miesi\w*) temu/,
};
