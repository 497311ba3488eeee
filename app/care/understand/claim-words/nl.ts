import type { ClaimWords } from "./claim-words.ts";

export const dutch: ClaimWords = {
  language: "nl",
  kinds: {
    marked_delivered: /\b(?:staat|volgens|als|status)\b.{0,40}\b(?:bezorgd|afgeleverd|geleverd)/,
    not_received:
      /\b(?<=\b(?:aangekomen|ontvangen|bezorgd|binnen|gekomen|gekregen)[^.!?]{0,40}\b)(?:die van mij|de mijne|het mijne) (?:nog )?niet\b|\b(?:die van mij|de mijne|het mijne) (?:is |was )?(?:nog )?(?:steeds )?niet (?=(?:\w+ )?(?:aangekomen|ontvangen|bezorgd|gekomen|binnen|geleverd))|\b(?:niet|nooit|niks|niets) (?:\w+ )?(?:ontvangen|aangekomen|bezorgd|gekregen|geleverd|binnen)|\bwaar (?:is|blijft) (?:mijn|het|de) (?:pakket|pakje|bestelling)|\bis (?:hier )?niets\b/,
    not_shipped:
      /(?<!\b(?:ik|we) (?:heb|hebben) (?:\w+ ){0,3})\b(?:niet|nooit|niets)(?: eens)? (?:verzonden|verstuurd)\b/,
    overdue:
      /\b(?:had|zou) (?:\w+ ){0,5}?(?:aankomen|er zijn|bezorgd|geleverd)|\bte laat\b|\bvertrag\w*|\bvertraagd/,
    wrong_item:
      /\bbesteld,? maar (?:(?:ik|heb|we|kreeg|ontving) ){0,3}(?:een|de|het) (?!mail|aanbieding|korting|aanbod|afwijzing|bericht|bevestiging|factuur|helft|pakket|doos)(?:\w+ ){1,2}(?:gekregen|ontvangen|geleverd)|\bbesteld,? maar (?:kreeg|ontving) (?:ik |we )?(?:een|de|het) (?!mail|aanbieding|korting|aanbod|afwijzing|bericht|bevestiging|factuur|helft|pakket|doos)\w+|\b(?:verkeerde?|foute?) (?:artikel|product|maat|kleur|model|bestelling)|\bniet wat ik (?:heb |had )?besteld/,
    damaged_item: /\b(?:kapot\w*|beschadigd\w*|gebroken|defect\w*|gescheurd\w*|werkt (?:\w+ )?niet)\b/,
    missing_item: /\bontbre(?:ekt|ken)\b|\bmist er\b|\bmaar (?:een|twee) (?:\w+ ){0,2}?ontvangen/,
    charged_twice: /\b(?:twee keer|dubbel) (?:\w+ )?(?:afgeschreven|betaald)/,
    refund_not_received:
      /\b(?:geen|niet|nog|wacht)\b.{0,35}\b(?:terugbetaling|terugbetaald|mijn geld|restitutie)/,
    returned_item: /\b(?:teruggestuurd|geretourneerd|teruggezonden)\b/,
    cancelled: /\b(?:heb|is|werd|was) (?:\w+ ){0,4}?geannuleerd/,
    promised: /\b(?:beloofd|toegezegd|zeiden jullie|werd (?:mij|me) gezegd)\b/,
    received: /\b(?:is|zijn) (?:\w+ ){0,3}?(?:aangekomen|bezorgd) |\bheb (?:\w+ ){0,4}?ontvangen\b/,
  },
  ordered: /\b(?:besteld\w*|bestelling|gekocht)\b/,
  paid: /\b(?:betaald\w*|afgeschreven|totaal|gekost)\b/,
  expected: /\b(?:beloofd|gezegd|zou|had|verwacht\w*|gepland|uiterlijk)\b/,
  arrived: /\b(?:aangekomen|bezorgd|geleverd|ontvangen)\b/,
  ago: /\b(?<count>\w+) (?<unit>dag\w*|week|weken|maand\w*) geleden/,
};
