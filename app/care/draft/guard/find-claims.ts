import type { Fact } from "#app/care/draft/draft.ts";

export type ClaimFinding = {
  rule: "inner_state" | "promise" | "done" | "deadline";
  quote: string;
  why: string;
};

/** "I feel", "I understand how you feel", a life of one's own: in the eight languages. An apology is none of these. */
const INNER_STATE = [
  /\b(?:I|we) (?:really |truly |deeply )?(?:feel|felt|understand how|know how|can imagine|can(?:no|')t imagine|share your)\b/iu,
  /\b(?:I am|I['’]m|we are|we['’]re) (?:so |very |really |truly |deeply )?(?:sad|happy|glad|thrilled|excited|delighted|heartbroken|upset|devastated|touched)\b/iu,
  /\b(?:as a (?:mother|father|parent|human|person)|I have been there|I['’]ve been there|it breaks my heart|my own (?:family|children|experience))\b/iu,
  /\b(?:ich|wir) (?:fühlen?|verstehen?,? wie|wissen,? wie|weiß,? wie|können? (?:gut |sehr gut )?(?:verstehen|nachvollziehen|nachempfinden|mir vorstellen)|freuen? (?:mich|uns)|bin (?:traurig|froh|glücklich|gerührt)|sind (?:traurig|froh|glücklich|gerührt))/iu,
  /\b(?:verstehe|fühle|freue) (?:ich|mich)\b|\bals (?:mutter|vater|mensch)\b/iu,
  /\b(?:siento (?!el retraso)|sentimos (?:su|tu) dolor|entiendo cómo|entendemos cómo|comprendo cómo|comprendemos cómo|imagino|nos imaginamos|me alegr|nos alegr|estamos (?:felices|tristes|encantados)|estoy (?:feliz|triste|encantad))/iu,
  /\b(?:je ressens|nous ressentons|je comprends (?:ce que|votre|ta|ton)|nous comprenons (?:ce que|votre|ta|ton)|j['’]imagine|nous imaginons|je suis (?:triste|heureux|heureuse|ravie?)|nous sommes (?:tristes|heureux|ravis))/iu,
  /\b(?:eu sinto|sinto muito por|sentimos (?:a sua|o seu)|entendo como|entendemos como|compreendo como|compreendemos como|imagino|imaginamos|fico feliz|ficamos (?:felizes|tristes|contentes)|estamos (?:felizes|tristes))/iu,
  /\b(?:(?:mi|ci) (?:sento|sentiamo|rallegr\w+|fa piacere|spezza il cuore)|sento (?:il|la) (?:tuo|tua|suo|sua)|capisc(?:o|iamo)|capiamo|comprend(?:o|iamo)|immagin(?:o|iamo)|(?:sono|siamo) (?:molto |davvero |così )?(?:trist[ei]|felic[ei]|liet[oaie]|content[oaie]|commoss[oaie]|entusiast[aie])|come (?:madre|mamma|padre|papà|genitore|essere umano))(?!\p{L})/iu,
  /\b(?:(?:ik|wij?|we) (?:voelen?|voel|begrijp(?:en)?|snap(?:pen)?|leven? mee|leef mee|weet hoe|weten hoe|(?:kan me|kunnen ons) (?:goed |heel goed )?voorstellen|(?:ben|zijn) (?:zo |erg |heel )?(?:blij|verdrietig|bedroefd|geraakt|ontroerd))|(?:begrijp|voel|snap) ik|(?:begrijpen|voelen|snappen) wij?|als (?:moeder|vader|ouder|mens)|breekt (?:me|mijn|ons) (?:het )?hart)(?!\p{L})/iu,
  /お気持ち(?:は|を|が)?(?:よく|痛いほど|十分)?(?:分か|わか|お察し|理解)|心中お察し|お察し(?:いた|申し|し)|(?:嬉し|うれし|悲し|寂し|楽し)(?:い(?:です|限り|気持ち)|く(?:思|存じ|感じ))|心を痛めて|胸が(?:痛|いっぱい)|共感(?:し|いた)|(?:私|わたくし|わたし)(?:自身)?も(?:母|父|親|同じ)|親として|人として/u,
];

/** Words that bind the shop to money, goods or an outcome. */
const PROMISE = [
  /\b(?:guarantee|full refund|money back|free of charge|free replacement|compensat\w*|voucher|gift card|store credit|discount)\b/iu,
  /\bwill (?:\w+ ){0,3}(?:refund|replace|reimburse|credit|arrive|be delivered)\b/iu,
  /\b(?:garantier\w*|verspr[ei]chen|entschädig\w*|gutschein\w*|rabatt\w*|kostenlos\w*|volle erstattung)|\b(?:erstatten|ersetzen) wir\b|\bwir (?:erstatten|ersetzen)\b|\b(?:wird|werden) .{0,40}(?:ankommen|erstattet|ersetzt|zugestellt)\b/iu,
  /\b(?:garantiz\w*|prometemos|prometo|compensa(?:r|ción)\w*|cupón|vale de|descuento|gratis|reembolsaremos|reembolso completo|reemplazaremos|llegará)\b/iu,
  /\b(?:garanti(?:r|ssons|e)\w*|promettons|promets|dédommag\w*|bon d['’]achat|remise|gratuit\w*|rembourserons|remboursement (?:intégral|complet)|remplacerons|arrivera)\b/iu,
  /\b(?:garanti(?:mos|r)\w*|prometemos|prometo|compensa(?:r|ção)\w*|cupom|vale-\w+|desconto|grátis|gratuit\w*|reembolsaremos|reembolso (?:total|integral)|substituiremos|chegará)\b/iu,
  /\b(?:garanti(?:to|ta|re|amo|sco|sce)|promett(?:o|iamo)|risarci\w*|indennizz\w*|rimborseremo|(?:vi|ti|la|le) rimborsiamo|rimborso (?:completo|totale|integrale)|sostituiremo|(?:vi|ti|le|lo) sostituiamo|buono (?:sconto|regalo|acquisto)|buoni sconto|sconto|sconti|arriverà|(?:sarà|verrà) (?:consegnat|rimborsat|sostituit|spedit)[oa])(?!\p{L})/iu,
  /\b(?:garander\w*|gegarandeerd|garantie|bel(?:oof|oven)|toezegg\w*|schadevergoeding|vergoed(?:en|ing|t)?|compens(?:eren|eert|eer)|tegoedbon\w*|cadeaubon\w*|waardebon\w*|korting\w*|gratis|kosteloo?s|kosteloze|volledige terugbetaling|geld terug|(?:wij?|we|ik) (?:(?:betalen?|storten?) [^.]{0,40}terug|vervangen?)|vervangen wij?|(?:zal|zullen|wordt|worden) [^.]{0,40}(?:aankomen|bezorgd|geleverd|terugbetaald|vervangen))(?!\p{L})/iu,
  /保証(?:いた|致|し)|お約束|必ず(?:お届け|到着|返金|ご返金|届き)|全額(?:を)?(?:ご)?返金|返金(?:いた|致)?します|返金させていただ|交換(?:いた|致)?します|交換させていただ|代替品|代わりの商品|無料|割引|値引|クーポン|商品券|ギフト(?:カード|券)|補償|弁償|お詫びの(?:品|しるし)|お届け(?:いた|致)?します|(?:到着|届く|届き)(?:いた|致)?(?:します|ます|でしょう)/u,
];

/** Something said to be done, and the fact that must say so too. */
const DONE: { words: RegExp; proof: (fact: Fact) => boolean; what: string }[] = [
  {
    words:
      /\bwe(?:['’]ve| have)? (?:already )?(?:refunded|reimbursed)\b|\bhas been refunded\b|\b(?:haben|wurde) .{0,50}(?:erstattet|zurückgezahlt)|\bhemos reembolsado|\bse ha reembolsado|\bavons remboursé|\ba été remboursé|\breembolsamos\b|\bfoi reembolsad|\babbiamo (?:già )?rimborsato|\bè (?:già )?stat[oa] rimborsat|\b(?:hebben|heb) [^.]{0,50}terugbetaald|\bis (?:\S+ ){0,3}terugbetaald|返金(?:いた|致)?しました|返金(?:済み|が完了|は完了|を完了)/iu,
    proof: ({ source, raw }) => source.entity === "refund" && raw === "settled",
    what: "a refund that went through",
  },
  {
    words:
      /\bwe(?:['’]ve| have)? (?:already )?cancell?ed\b|\b(?:has been|was) cancell?ed\b|\b(?:haben|wurde) .{0,50}storniert|\bhemos cancelado|\bse (?:ha cancelado|canceló)|\bavons annulé|\ba été annulé|\bcancelamos\b|\bfoi cancelad|\babbiamo (?:già )?annullato|\bè (?:già )?stat[oa] annullat|\b(?:hebben|heb) [^.]{0,50}geannuleerd|\bis (?:\S+ ){0,3}geannuleerd|キャンセル(?:(?:いた|致)?しました|されました|済み|(?:が|は|を)完了|となり(?:ました)?)/iu,
    proof: ({ source }) => source.field === "cancelledAt",
    what: "a cancellation",
  },
  {
    words:
      /\bwe(?:['’]ve| have)? (?:already )?(?:sent (?:you )?(?:a )?(?:new|replacement)|shipped (?:a )?(?:new|replacement)|changed (?:the|your) address)|\bhaben .{0,40}(?:ersatz|neu(?:e[ns]?)?) .{0,20}(?:verschickt|geschickt)|\bhemos (?:enviado (?:un|otro)|cambiado la dirección)|\bavons (?:renvoyé|envoyé un nouveau|modifié l['’]adresse)|\benviamos (?:um novo|outro)|\balteramos o endereço|\babbiamo (?:già )?(?:inviato|spedito) (?:un(?:[’']|a )?(?: ?altr| ?nuov| ?sostitu)|il nuovo|la nuova)|\babbiamo (?:già )?(?:cambiato|modificato) l[’']indirizzo|\b(?:hebben|heb) [^.]{0,40}(?:nieuwe?|vervangend\w*) [^.]{0,20}(?:verstuurd|verzonden|gestuurd)|\b(?:hebben|heb) [^.]{0,20}adres [^.]{0,20}(?:gewijzigd|aangepast|veranderd)|(?:代替品|代わりの商品|新しい商品|交換品)を?[^。]{0,15}(?:発送|お送り)(?:(?:いた|致)?しました|済み)|(?:住所|お届け先)(?:を|の)変更(?:を)?(?:(?:いた|致)?しました|が完了)/iu,
    proof: () => false,
    what: "this",
  },
];

const DEADLINES = [
  /\b(?:today|tomorrow|tonight|next week|by (?:mon|tues|wednes|thurs|fri|satur|sun)day|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|heute|morgen|übermorgen|nächste woche|(?:bis|am) (?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)|hoy|mañana|la próxima semana|el (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)|aujourd['’]hui|demain|la semaine prochaine|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|hoje|amanhã|na próxima semana|(?:segunda|terça|quarta|quinta|sexta)-feira)(?!\p{L})/iu,
  /\b(?:oggi|stasera|domani|dopodomani|la (?:prossima settimana|settimana prossima)|(?:lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica))(?!\p{L})/iu,
  /\b(?:vandaag|vanavond|morgen|overmorgen|volgende week|(?:maan|dins|woens|donder|vrij|zater|zon)dag)(?!\p{L})/iu,
  /本日|今日中?|今夜|今晩|明日|明後日|あした|あさって|今週|来週|週明け|週末|(?<!\p{sc=Han})[月火水木金土日]曜/u,
];

/** Statements that no fact can stand for: inner states, commitments, things said to be done, days given by name. */
export function findClaims(text: string, facts: Fact[]): ClaimFinding[] {
  const first = (patterns: RegExp[]) => patterns.map((pattern) => pattern.exec(text)?.[0]).find(Boolean);
  const findings: ClaimFinding[] = [];
  const inner = first(INNER_STATE);
  if (inner)
    findings.push({ rule: "inner_state", quote: inner, why: "This claims a feeling or a life of one's own" });
  const promise = first(PROMISE);
  if (promise)
    findings.push({
      rule: "promise",
      quote: promise,
      why: "This binds the shop, and neither the plan nor a policy says so",
    });
  for (const { words, proof, what } of DONE) {
    const found = words.exec(text)?.[0];
    if (found && !facts.some((fact) => proof(fact)))
      findings.push({ rule: "done", quote: found, why: `No record shows ${what}` });
  }
  const day = first(DEADLINES);
  if (day)
    findings.push({ rule: "deadline", quote: day, why: "A day given by name: the team has to keep it" });
  return findings;
}
