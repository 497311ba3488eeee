/**
 * Words by which shoppers tell what a reply then need not ask, in the languages that replies are written in. Whichever of them a text is in:
 * none of these words is another language's word for something else that matters here.
 */
export const toldWords = {
  /** That they looked for the parcel where it could have been left, or asked who could have taken it in. */
  looked: new RegExp(
    [
      String.raw`\bneighbou?rs?\b|\b(?:at|by|outside) (?:my|the|our) (?:front )?(?:door|gate|porch)\b|\b(?:mailbox|letterbox|concierge)\b|\b(?:looked|searched) (?:everywhere|around)\b`,
      String.raw`\bnachbar\p{L}*|\bbriefkasten\b|\bhausmeister\p{L}*|(?<!\p{L})überall (?:gesucht|nachgesehen|geschaut)`,
      String.raw`\bvecin[oa]s?\b|\bbuz[óo]n(?!\p{L})|\bporter[oa]\b`,
      String.raw`\bvoisin(?:e?s?)\b|bo[iî]te aux lettres|\bgardienn?e?\b`,
      String.raw`\bvizinh[oa]s?\b|caixa de correio|\bporteir[oa]\b|\bportaria\b`,
      String.raw`\bvicin[io] (?:di casa|non|han|dic)|\b(?:dai|i|ai) vicini\b|\bportier[ei]\b|\bportinai\p{L}*|cassetta (?:delle lettere|postale)`,
      String.raw`\bburen\b|\bbuur(?:man|vrouw)\b|\bbrievenbus\b`,
      "隣の|隣人|お隣|近所|ポスト|郵便受け|管理人|宅配ボックス",
    ].join("|"),
    "iu",
  ),
  /** Why they want to send something back. */
  reason: new RegExp(
    [
      String.raw`\btoo (?:big|large|small|long|short|tight|wide|loose|heavy|dark|bright)\b|\bfit\b|\b(?:size|colou?r)\b|changed my mind|\b(?:not|n['’]t) (?:like|need|want|what)\b|\bbecause\b`,
      String.raw`\bzu (?:groß|klein|lang|kurz|eng|weit|schwer|dunkel|hell)|\bpass(?:t|en)\b.{0,15}\bnicht\b|\bnicht\b.{0,20}\bpass|\bgrößen?\b|\bfarbe\b|\bgefällt\b|\bgefallen\b|\bweil\b|\bbrauche\b`,
      String.raw`\b(?:muy|demasiado|queda[n]?|está[n]?) (?:muy |demasiado )?(?:grande|peque\p{L}*|larg\p{L}*|cort\p{L}*|apretad\p{L}*|anch\p{L}*)|\btalla\b|\bno me (?:queda|gusta|vale|sirve)n?\b|\bporque\b`,
      String.raw`\btrop (?:grand|petit|long|court|large|serré|étroit)\p{L}*|\bne (?:me |nous )?(?:va|vont|plaît|plaisent|convien\p{L}*)(?!\p{L})|\btaille\b|\bcouleur\b|\bparce qu`,
      String.raw`\bfic(?:ou|aram) (?:muito )?(?:grande|pequen\p{L}*|compri\p{L}*|curt\p{L}*|apertad\p{L}*|larg\p{L}*)|\btamanho\b|\bnão (?:me )?(?:serv|gost)\p{L}*`,
      String.raw`\btropp[oa] (?:grand|piccol|lung|cort|strett|larg)\p{L}*|\btaglia\b|\bnon mi (?:va|vanno|sta|stanno|piac\p{L}*)\b|\bcolore\b`,
      String.raw`\bte (?:groot|klein|lang|kort|strak|wijd|zwaar|donker|licht)\b|\bpas(?:t|sen) (?:me |mij )?niet\b|\bmaat\b|\bkleur\b|\bomdat\b|\bbevalt\b`,
      "サイズ|大きすぎ|小さすぎ|長すぎ|短すぎ|きつ|ゆる|合わな|色が|イメージと|不要",
    ].join("|"),
    "iu",
  ),
  /** That somebody died. */
  death: new RegExp(
    [
      String.raw`\b(?:died|dead|passed away|passing|death|funeral|widow\p{L}*)\b`,
      String.raw`\b(?:ge|ver)storben\p{L}*|\b(?:ver)?starb(?:en)?\b|\btod(?:es\p{L}*)?\b|\bbeerdigung\b|\bbeisetzung\b|\btrauerfall\b`,
      String.raw`\bmuri(?:ó|eron)|\bfalleci\p{L}*|\bmuerte\b|\bfuneral\b|\bentierro\b`,
      String.raw`\bdécéd\p{L}*|\bdécès\b|\b(?:est|sont) morte?s?\b|\benterrement\b|\bobsèques\b|\bnous a quittés?(?!\p{L})`,
      String.raw`\bmorreu\b|\bfalec(?:eu|id\p{L}*|imento)\b|\bmorte\b|\benterro\b`,
      String.raw`(?<!\p{L})è (?:mort|mancat)[oa]\b|\bdecedut\p{L}*|\bscompars[oa]\b|\bci ha lasciat\p{L}*|\bfunerale\b|\blutto\b`,
      String.raw`\boverleden\b|\bgestorven\b|\bbegrafenis\b|\buitvaart\b`,
      "亡くな|亡くし|他界|逝去|永眠|葬儀|葬式",
    ].join("|"),
    "iu",
  ),
  /** That the sum of an order is what they ask for. */
  total: new RegExp(
    [
      String.raw`\btotal\b|\bhow much\b|\binvoice\b|\bbookkeeping\b`,
      String.raw`\bgesamt\p{L}*|\bsumme\b|\bwie ?viel\b|\bbuchhaltung\b|\brechnungsbetrag\b`,
      String.raw`\bimporte\b|\bcuánto\b|\bcontabilidad\b`,
      String.raw`\bmontant\b|\bcombien\b|\bcomptabilité\b`,
      String.raw`\bvalor\b|\bquanto\b|\bcontabilidade\b`,
      String.raw`\btotale\b|\bimporto\b|\bcontabilità\b`,
      String.raw`\btotaal\p{L}*|\bbedrag\b|\bhoeveel\b|\bboekhouding\b`,
      "合計|総額|いくら|請求額|お支払い金額",
    ].join("|"),
    "iu",
  ),
};
