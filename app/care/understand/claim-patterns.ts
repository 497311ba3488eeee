import type { Claim } from "./reading.ts";

export type ClaimKind = Claim["kind"];

/** How shoppers state what happened, per kind, in English, German, Spanish, French, Portuguese (folded text). */
export const claimPatterns: { kind: ClaimKind; claim: string; pattern: RegExp }[] = [
  {
    kind: "marked_delivered",
    claim: "the tracking says delivered",
    pattern:
      /\b(?:says?|shows?|marked|showing|states|claims|listed|status)\b.{0,30}\bdelivered|\b(?:als|laut|status|steht)\b.{0,40}\b(?:zugestellt|geliefert|ausgeliefert)|\b(?:pone|dice|aparece|figura|consta|marca)\b.{0,30}\bentregado|\b(?:indique|marque|dit|note|affiche)\w*\b.{0,30}\blivre|\b(?:consta|diz|aparece|indica)\b.{0,30}\bentregue|\brisulta consegnat|\bstaat\b.{0,30}\bbezorgd|配達(?:済|完了)/,
  },
  {
    kind: "not_received",
    claim: "the parcel has not arrived",
    pattern:
      /\b(?:never|not|hasn't|hasnt|haven't|havent|didn't|didnt|still no|isn't) (?:yet )?(?:been )?(?:arrived?|received?|got|gotten|come|came|delivered|showed up|turned up|here)\b|\b(?:i |we )?(?:have|got|received|there is|there's|see) (?:absolutely )?nothing\b|\bnothing (?:is |has )?(?:here|arrived|came|come)|\bwhere is my\b|\bnoch (?:immer )?nicht (?:\w+ ){0,2}?(?:da|angekommen|erhalten|geliefert|bekommen|eingetroffen)|\b(?:nie|nicht|nichts) (?:\w+ )?(?:angekommen|erhalten|bekommen|eingetroffen|geliefert)|\bist (?:hier )?nichts\b|\bno (?:me |lo |la )?(?:ha |he |lo he )?(?:llegado|recibido|llego|recibi)|\bnunca (?:me )?(?:llego|recibi|ha llegado)|\bno tengo nada|\b(?:pas|jamais|rien) (?:encore |toujours |ete )?(?:recu|arrive|livre)|\bje n'ai rien\b|\bnao (?:chegou|recebi|foi entregue)|\bnunca (?:chegou|recebi)|\bnao tenho nada|\bnon (?:e |mi e )?(?:ancora |mai )?arrivat|\bnon ho ricevut|\b(?:niet|nooit|niks|niets) (?:ontvangen|aangekomen|bezorgd|gekregen)|届(?:いて|か)(?:い?ま|な)/,
  },
  {
    kind: "overdue",
    claim: "the parcel is late",
    pattern:
      /\b(?:supposed|meant|due|expected|should have) (?:to )?(?:have )?(?:arrive\w*|be (?:here|delivered)|been (?:here|delivered)|come)|\b(?:is|it's|days?|weeks?|still|very|so) (?:late|overdue)\b|\bdelay(?:ed)?\b|\bhatte (?:\w+ ){0,5}?(?:ankommen|kommen|da sein|geliefert)|\bsollte (?:\w+ ){0,5}?(?:ankommen|da sein|geliefert|kommen)|\bverspat\w*|\buberfallig|\b(?:debia|deberia|tenia que|iba a) (?:haber )?lleg|\bretras\w*|\bdevait (?:\w+ )?(?:arriver|etre livre)|\baurait du\b|\ben retard|\b(?:devia|deveria|era para) (?:ter )?cheg|\batras\w*|\bdoveva arrivare|\bin ritardo|\bte laat\b/,
  },
  {
    kind: "wrong_item",
    claim: "the wrong item came",
    pattern:
      /\b(?:wrong|different|incorrect) (?:\w+ )?(?:items?|products?|size|colou?r|order|model|one|thing|shirt|shoes?|pair)\b|\bnot what i ordered|\bfalsche\w* (?:\w+ )?(?:artikel|produkt|grosse|farbe|ware|modell|bestellung|lieferung)|\b(?:talla|producto|articulo|color|modelo|pedido) (?:equivocad|incorrect|errone)|\bequivocad[oa] (?:articulo|producto|talla)|\bmauvais\w* (?:article|produit|taille|couleur|modele|pointure|commande)|\b(?:tamanho|produto|artigo|cor|modelo|item|pedido) (?:errad|trocad)|\b(?:taglia|articolo|prodotto) (?:sbagliat|errat)|\bverkeerde? (?:artikel|product|maat|kleur)|違う(?:商品|もの|サイズ|色)/,
  },
  {
    kind: "damaged_item",
    claim: "the item is damaged or does not work",
    pattern:
      /\b(?:broken|damaged|shattered|smashed|cracked|torn|ripped|defective|faulty|scratched|dented|leaking|does(?:n't| not) work|stopped working)\b|\b(?:kaputt\w*|defekt\w*|beschadigt\w*|zerbrochen\w*|zerrissen\w*|zerkratzt\w*|funktioniert (?:\w+ )?nicht)\b|\b(?:rot[oa]s?|danad[oa]s?|defectuos[oa]s?|estropead[oa]s?|no funciona)\b|\b(?:casse[es]*|abime[es]*|endommage[es]*|defectueu\w*|ne fonctionne pas|ne marche pas)\b|\b(?:quebrad[oa]s?|partid[oa]s?|danificad[oa]s?|defeituos[oa]s?|nao funciona)\b|\b(?:rott[oa]|danneggiat\w*|kapot\w*|beschadigd\w*)\b|壊れ|破損|不良/,
  },
  {
    kind: "missing_item",
    claim: "something is missing from the parcel",
    pattern:
      /\bmissing (?:from|one|two|a|an|the|item|part|piece)|\b(?:is|was|are|were) missing\b(?! in)|\bonly (?:received|got) (?:one|two|half|part|\d)|\bes fehlt|\bfehl(?:t|en|te|ten)\b|\bfalta(?:n|ba|ban)?\b|\bil manqu\w+|\bfalta(?:m|va)?\b|\bmanca(?:no)?\b|\bontbre(?:ekt|ken)\b|足りな|入っていな/,
  },
  {
    kind: "charged_twice",
    claim: "the payment was taken twice",
    pattern:
      /\b(?:charged|billed|paid|debited) (?:me )?(?:\w+ )?(?:twice|two times|double)|\bdouble[- ]?charg|\b(?:doppelt|zweimal|2x) (?:\w+ )?(?:abgebucht|belastet|bezahlt|berechnet)|\b(?:cobr\w+|pagu?\w+|cargo) (?:\w+ ){0,2}?dos veces|\bdoble cargo|\b(?:debite\w*|preleve\w*|paye) (?:\w+ ){0,2}?deux fois|\bdeux fois (?:debite|preleve)|\b(?:cobr\w+|pag\w+) (?:\w+ ){0,2}?duas vezes|\bdue volte|\btwee keer (?:afgeschreven|betaald)|二重/,
  },
  {
    kind: "refund_not_received",
    claim: "the refund has not come",
    pattern:
      /\b(?:no|not|never|haven't|hasn't|didn't|still|where is|waiting)\b.{0,35}\b(?:refund|money back|my money)|\brefund\b.{0,30}\b(?:not|never|hasn't|still)|\b(?:kein\w*|noch nicht|warte)\b.{0,35}\b(?:erstattung|ruckerstattung|ruckzahlung|gutschrift|geld)|\b(?:no|nunca|sin|sigo|aun|todavia)\b.{0,35}\b(?:reembolso|devolucion del dinero|mi dinero)|\b(?:pas|toujours|jamais|aucun|attends)\b.{0,35}\brembours\w*|\b(?:nao|nunca|sem|ainda|nada)\b.{0,35}\b(?:reembolso|estorno|dinheiro)|\bnon\b.{0,30}\brimbors|\bgeen\b.{0,30}\bterugbetaling|返金.{0,12}(?:まだ|ない|ありません)/,
  },
  {
    kind: "returned_item",
    claim: "the item was sent back",
    pattern:
      /\b(?:i|we)(?:'ve| have| had)? (?:already )?(?:returned|sent (?:it|them|the \w+|this) back|shipped (?:it|them) back)|\b(?:got|received|have) (?:my|the) (?:\w+ ){1,3}?back\b|\breturn (?:was|has been) (?:delivered|received)|\b(?:die retoure|rucksendung) (?:\w+ ){0,6}?(?:eingegangen|angekommen)|\brecibieron la devolucion|\brecu mon retour|\breceberam a devolucao|\b(?:zuruckgeschickt|zuruckgesendet|retourniert|zuruckgesandt)\b|\b(?:devolvi|he devuelto|ya devolvi)\b|\b(?:j'ai (?:renvoye|retourne))\b|\b(?:devolvi|ja devolvi)\b|\bho restituito|\bteruggestuurd\b|返品しました/,
  },
  {
    kind: "cancelled",
    claim: "the order was cancelled",
    pattern:
      /\b(?:i|we|you)(?:'ve| have| had)? (?:already )?cancell?ed\b|\border (?:was|is|has been) cancell?ed|\b(?:habe|wurde) (?:\w+ ){0,4}?storniert|\b(?:cancele|he cancelado|fue cancelado)\b|\bj'ai annule|\ba ete annulee?\b|\b(?:cancelei|foi cancelad[oa])\b/,
  },
  {
    kind: "promised",
    claim: "the shop made a promise",
    pattern:
      /\b(?:you|your (?:colleague|agent|team)|they) (?:\w+ )?(?:promised|said|told me|assured|guaranteed)\b|\bwas (?:told|promised|assured)\b|\b(?:versprochen|zugesagt|zugesichert|sagten sie|wurde mir gesagt)\b|\b(?:prometieron|me dijeron|aseguraron)\b|\b(?:promis|m'avez dit|m'a dit|assure que)\b|\b(?:prometeram|disseram)\b/,
  },
  {
    kind: "received",
    claim: "the parcel has arrived",
    pattern:
      /\b(?:it|order|package|parcel|everything|item|dress|shoes) (?:\w+ )?(?:has |have )?(?:just )?(?:arrived|came) (?:today|yesterday|this|on|safely|broken|damaged|quickly|so)|\bi (?:just |have |finally )?(?:received|got) (?:my|the|it)\b|\b(?:ist|sind) (?:\w+ ){0,3}?angekommen|\b(?:habe|haben) (?:\w+ ){0,4}?erhalten\b|\b(?:ha llegado|llego|recibi|he recibido) (?:\w+ ){0,2}?(?:hoy|ayer|el|mi|la)|\b(?:j'ai (?:bien )?recu|est (?:bien )?arrive)|\b(?:recebi|chegou) (?:\w+ ){0,2}?(?:hoje|ontem|o|a|meu)/,
  },
];

/** Words for ordering; with a length of time in the same sentence they state when the order was placed. */
export const orderWord =
  /\b(?:order\w*|bought|purchas\w*|bestell\w*|gekauft|pedi\w*|pedido|compr\w*|encomend\w*|commande\w*|achete\w*)\b/;

/** "Two weeks ago", "vor 10 Tagen", "hace dos semanas", "il y a deux semaines", "há duas semanas". */
export const ago =
  /\bvor (?:(?:etwa|gut|uber|fast) )?(?<de>\w+) (?<deUnit>tag\w*|woche\w*|monat\w*)|\bhace (?:ya )?(?:mas de )?(?<es>\w+) (?<esUnit>dias?|semanas?|mes(?:es)?)|\bil y a (?:plus de )?(?<fr>\w+) (?<frUnit>jours?|semaines?|mois)|\bha (?:mais de )?(?<pt>\w+) (?<ptUnit>dias?|semanas?|mes(?:es)?)|\b(?<en>\w+) (?<enUnit>days?|weeks?|months?) (?:ago|back)/;

export const numberWords: Record<string, number> = Object.fromEntries(
  [
    "a an one ein einem einer einen un una une um uma",
    "two zwei dos deux dois duas couple",
    "three drei tres trois",
    "four vier cuatro quatre quatro",
    "five funf cinco cinq",
    "six sechs seis",
    "seven sieben siete sept sete",
    "eight acht ocho huit oito",
    "nine neun nueve neuf nove",
    "ten zehn diez dix dez",
    "eleven elf once onze",
    "twelve zwolf doce douze doze",
  ].flatMap((words, at) => words.split(" ").map((word) => [word, at + 1])),
);

export const unitDays = (unit: string): number => (/^(?:w|se)/.test(unit) ? 7 : /^m/.test(unit) ? 30 : 1);

/** An amount with its currency on either side. */
export const amount =
  /(?:€|\$|£|¥|eur|usd|gbp|jpy|chf)\s?(\d{1,3}(?:[.,\s]\d{3})*(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?)|(\d{1,3}(?:[.,\s]\d{3})*(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?)\s?(?:€|\$|£|¥|円|eur(?:os?)?\b|usd\b|dollars?|gbp\b|pounds?|chf\b)/;
export const paidWord =
  /\b(?:paid|charged|cost|total|bezahlt|gekostet|pagu?e\w*|cobr\w*|paye|debite\w*|paguei|cobrad\w*)\b|支払/;
