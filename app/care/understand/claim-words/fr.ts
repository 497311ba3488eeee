import type { ClaimWords } from "./claim-words.ts";

export const french: ClaimWords = {
  language: "fr",
  kinds: {
    marked_delivered: /\b(?:indique|marque|dit|note|affiche)\w*\b.{0,30}\blivre/,
    not_received:
      /\b(?<=\b(?:arrive|recu|livre|venu)\w*[^.!?]{0,40}\bmais )(?:pas|jamais) (?:le mien|la mienne|les miens)\b|\b(?<=\b(?:arrive|recu|livre|venu)\w*[^.!?]{0,40}\b)(?:le mien|la mienne|les miens) (?:non|pas)\b|\b(?:le mien|la mienne|les miens) n'(?:est|a|ont|sont) (?:(?:toujours|encore|pas|jamais|ete) ){1,3}(?:arrive|venu|livre|recu|la\b)|\b(?:pas|jamais|rien) (?:encore |toujours |ete )?(?:recu|arrive|livre)|\bje n'ai rien\b|\bou est (?:mon|ma) (?:colis|commande|livraison)/,
    not_shipped:
      /\b(?:(?:a|ont|est|sont|avez|avait|etait|etaient) (?:toujours |meme )?(?:pas|jamais)|pas (?:encore|meme)) (?:(?:encore|toujours|meme|ete) ){0,3}(?:expedie|envoye|parti)e?s?\b(?! (?:\w+ ){0,3}?(?:bon|bonne|bons|bonnes|que)\b)/,
    overdue: /\bdevait (?:\w+ )?(?:arriver|etre livre)|\baurait du\b|\ben retard/,
    wrong_item:
      /\bcommande (?:[\w']+ ){1,6}?mais (?:(?:j'ai|on|m'a|vous|m'avez|je|n'ai) ){0,3}(?:recu|envoye) (?:un|une|le|la|du|des|les) (?!mail|offre|remise|bon\b|code|avis|refus|reponse|enquete|message|confirmation|facture|moitie|remboursement|colis|paquet)\w+|\bmauvais\w* (?:article|produit|taille|couleur|modele|pointure|commande)|\bpas ce que j'(?:ai|avais) commande/,
    damaged_item:
      /\b(?:casse[es]*|abime[es]*|endommage[es]*|defectueu\w*|(?:fonctionne|marche|s'allume|charge) (?:pas|plus(?= (?:du tout|depuis|maintenant|non plus|apres|et|mais)\b| ?[.,;:!?)]|$)))\b/,
    missing_item: /\bil manqu\w+|\bn'ai recu qu(?:e |')(?:un|une|deux)/,
    charged_twice: /\b(?:debite\w*|preleve\w*|paye) (?:\w+ ){0,2}?deux fois|\bdeux fois (?:debite|preleve)/,
    refund_not_received:
      /\b(?:pas|toujours|jamais|aucun|attends)\b.{0,35}\brembours\w*|\bou est mon (?:argent|remboursement)/,
    returned_item: /\brecu mon retour|\bj'ai (?:deja )?(?:renvoye|retourne)\b/,
    cancelled: /\bj'ai annule|\ba ete annulee?\b/,
    promised: /\b(?:promis|m'avez dit|m'a dit|assure que)\b/,
    received: /\b(?:j'ai (?:bien )?recu|est (?:bien )?arrive)/,
  },
  ordered: /\b(?:commande\w*|achete\w*)\b/,
  paid: /\b(?:paye\w*|debite\w*|preleve\w*|coute\w*|total)\b/,
  expected: /\b(?:promis\w*|dit|devait|devrait|aurait du|prevue?|annonce\w*|estimee?|pour)\b/,
  arrived: /\b(?:arrivee?|livree?|recue?)\b/,
  ago: /\bil y a (?:plus de )?(?<count>\w+) (?<unit>jours?|semaines?|mois)/,
};
