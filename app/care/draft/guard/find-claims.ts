export type ClaimFinding = {
  rule: "inner_state" | "deadline";
  quote: string;
  why: string;
};

/** "I feel", "I understand how you feel", a life of one's own: in the languages of replies. An apology is none of these. */
const INNER_STATE = [
  /\b(?:I|we) (?:really |truly |deeply )?(?:feel|felt|understand (?:\w+ ){0,2}how|know (?:\w+ ){0,2}how|can imagine|can(?:no|')t imagine|share your)\b/iu,
  /\b(?:I am|I['’]m|we are|we['’]re) (?:so |very |really |truly |deeply )?(?:sad|happy|glad|thrilled|excited|delighted|heartbroken|upset|devastated|touched)\b/iu,
  /\b(?:as a (?:mother|father|parent|human|person)|I have been there|I['’]ve been there|it breaks my heart|my own (?:family|children|experience))\b/iu,
  /\b(?:ich|wir) (?:fühlen?|verstehen?,? wie|wissen,? wie|weiß,? wie|können? (?:gut |sehr gut )?(?:verstehen|nachvollziehen|nachempfinden|mir vorstellen)|freuen? (?:mich|uns)|bin (?:traurig|froh|glücklich|gerührt)|sind (?:traurig|froh|glücklich|gerührt))/iu,
  /\b(?:verstehe|fühle|freue) (?:ich|mich)\b|\bals (?:mutter|vater|mensch)\b/iu,
  /\b(?:siento (?!el retraso)|sentimos (?:su|tu) dolor|entiendo cómo|entendemos cómo|comprendo cómo|comprendemos cómo|imagino|nos imaginamos|me alegr|nos alegr|estamos (?:felices|tristes|encantados)|estoy (?:feliz|triste|encantad))/iu,
  /\b(?:je ressens|nous ressentons|je comprends (?:ce que|votre|ta|ton)|nous comprenons (?:ce que|votre|ta|ton)|j['’]imagine|nous imaginons|je suis (?:triste|heureux|heureuse|ravie?)|nous sommes (?:tristes|heureux|ravis))/iu,
  /\b(?:eu sinto|sinto muito por (?:você|si|ti|sua dor)|sentimos (?:a sua|o seu)|entendo como|entendemos como|compreendo como|compreendemos como|imagino|imaginamos|fico feliz|ficamos (?:felizes|tristes|contentes)|estamos (?:felizes|tristes))/iu,
  /(?<!\p{L})(?:(?:io )?sento (?:la sua|il suo|la tua|il tuo)|capi(?:sco|amo) (?:bene |benissimo |come|quanto|cosa|la su|la tu|il su|il tu)|comprend(?:o|iamo) (?:come|quanto|cosa)|immagin(?:o|iamo)|(?:sono|siamo) (?:molto |davvero )?(?:felic|trist|content|commoss|addolorat|entusiast)\p{L}*|mi rallegr|come (?:madre|padre|genitore|persona))/iu,
  /\b(?:ik|wij|we) (?:voel|voelen|begrijp(?:en)? (?:hoe|wat)|weet(?:en)? hoe|kan me|kunnen ons) ?(?:voorstellen)?\b|\b(?:ik ben|wij zijn|we zijn) (?:zo |heel |erg )?(?:blij|verdrietig|gelukkig|geraakt|ontroerd|enthousiast)\b|\bals (?:moeder|vader|ouder|mens)\b/iu,
  /(?:お?気持ち(?:は|が|を)?[^。、]{0,6}(?:わか|分か|お?察し|理解)|心よりお察し|(?:私|わたくし)(?:も|は)[^。]{0,12}(?:悲し|嬉し|うれし|つら)|(?:嬉し|うれし|悲し)く(?:思|存)|心を痛め|母として|父として|親として|人間として)/u,
];

const DEADLINE =
  /\b(?:today|tomorrow|tonight|next week|by (?:mon|tues|wednes|thurs|fri|satur|sun)day|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|heute|morgen|übermorgen|nächste woche|(?:bis|am) (?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)|hoy|mañana|la próxima semana|el (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)|aujourd['’]hui|demain|la semaine prochaine|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|hoje|amanhã|na próxima semana|(?:segunda|terça|quarta|quinta|sexta)-feira|oggi|domani|dopodomani|la prossima settimana|(?:entro |di )?(?:lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica)|vandaag|overmorgen|volgende week|(?:op |voor )?(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag))(?!\p{L})|(?:本日|今日|明日|明後日|来週|[月火水木金土日]曜日)(?:中|まで|に)/iu;

/** Statements that no fact can stand for: inner states, and days given by name. */
export function findClaims(text: string): ClaimFinding[] {
  const findings: ClaimFinding[] = [];
  const inner = INNER_STATE.map((pattern) => pattern.exec(text)?.[0]).find(Boolean);
  if (inner)
    findings.push({ rule: "inner_state", quote: inner, why: "This claims a feeling or a life of one's own" });
  const day = DEADLINE.exec(text)?.[0];
  if (day)
    findings.push({ rule: "deadline", quote: day, why: "A day given by name: the team has to keep it" });
  return findings;
}
