import type { Fact } from "#app/care/draft/draft.ts";

export type ClaimFinding = {
  rule: "inner_state" | "promise" | "done" | "deadline";
  quote: string;
  why: string;
};

/** "I feel", "I understand how you feel", a life of one's own: in the five languages. An apology is none of these. */
const INNER_STATE = [
  /\b(?:I|we) (?:really |truly |deeply )?(?:feel|felt|understand how|know how|can imagine|can(?:no|')t imagine|share your)\b/iu,
  /\b(?:I am|I['’]m|we are|we['’]re) (?:so |very |really |truly |deeply )?(?:sad|happy|glad|thrilled|excited|delighted|heartbroken|upset|devastated|touched)\b/iu,
  /\b(?:as a (?:mother|father|parent|human|person)|I have been there|I['’]ve been there|it breaks my heart|my own (?:family|children|experience))\b/iu,
  /\b(?:ich|wir) (?:fühlen?|verstehen?,? wie|wissen,? wie|weiß,? wie|können? (?:gut |sehr gut )?(?:verstehen|nachvollziehen|nachempfinden|mir vorstellen)|freuen? (?:mich|uns)|bin (?:traurig|froh|glücklich|gerührt)|sind (?:traurig|froh|glücklich|gerührt))/iu,
  /\b(?:verstehe|fühle|freue) (?:ich|mich)\b|\bals (?:mutter|vater|mensch)\b/iu,
  /\b(?:siento (?!el retraso)|sentimos (?:su|tu) dolor|entiendo cómo|entendemos cómo|comprendo cómo|comprendemos cómo|imagino|nos imaginamos|me alegr|nos alegr|estamos (?:felices|tristes|encantados)|estoy (?:feliz|triste|encantad))/iu,
  /\b(?:je ressens|nous ressentons|je comprends (?:ce que|votre|ta|ton)|nous comprenons (?:ce que|votre|ta|ton)|j['’]imagine|nous imaginons|je suis (?:triste|heureux|heureuse|ravie?)|nous sommes (?:tristes|heureux|ravis))/iu,
  /\b(?:eu sinto|sinto muito por|sentimos (?:a sua|o seu)|entendo como|entendemos como|compreendo como|compreendemos como|imagino|imaginamos|fico feliz|ficamos (?:felizes|tristes|contentes)|estamos (?:felizes|tristes))/iu,
];

/** Words that bind the shop to money, goods or an outcome. */
const PROMISE = [
  /\b(?:guarantee|full refund|money back|free of charge|free replacement|compensat\w*|voucher|gift card|store credit|discount)\b/iu,
  /\bwill (?:\w+ ){0,3}(?:refund|replace|reimburse|credit|arrive|be delivered)\b/iu,
  /\b(?:garantier\w*|verspr[ei]chen|entschädig\w*|gutschein\w*|rabatt\w*|kostenlos\w*|volle erstattung)|\b(?:erstatten|ersetzen) wir\b|\bwir (?:erstatten|ersetzen)\b|\b(?:wird|werden) .{0,40}(?:ankommen|erstattet|ersetzt|zugestellt)\b/iu,
  /\b(?:garantiz\w*|prometemos|prometo|compensa(?:r|ción)\w*|cupón|vale de|descuento|gratis|reembolsaremos|reembolso completo|reemplazaremos|llegará)\b/iu,
  /\b(?:garanti(?:r|ssons|e)\w*|promettons|promets|dédommag\w*|bon d['’]achat|remise|gratuit\w*|rembourserons|remboursement (?:intégral|complet)|remplacerons|arrivera)\b/iu,
  /\b(?:garanti(?:mos|r)\w*|prometemos|prometo|compensa(?:r|ção)\w*|cupom|vale-\w+|desconto|grátis|gratuit\w*|reembolsaremos|reembolso (?:total|integral)|substituiremos|chegará)\b/iu,
];

/** Something said to be done, and the fact that must say so too. */
const DONE: { words: RegExp; proof: (fact: Fact) => boolean; what: string }[] = [
  {
    words:
      /\bwe(?:['’]ve| have)? (?:already )?(?:refunded|reimbursed)\b|\bhas been refunded\b|\b(?:haben|wurde) .{0,50}(?:erstattet|zurückgezahlt)|\bhemos reembolsado|\bse ha reembolsado|\bavons remboursé|\ba été remboursé|\breembolsamos\b|\bfoi reembolsad/iu,
    proof: ({ source, raw }) => source.entity === "refund" && raw === "settled",
    what: "a refund that went through",
  },
  {
    words:
      /\bwe(?:['’]ve| have)? (?:already )?cancell?ed\b|\b(?:has been|was) cancell?ed\b|\b(?:haben|wurde) .{0,50}storniert|\bhemos cancelado|\bse (?:ha cancelado|canceló)|\bavons annulé|\ba été annulé|\bcancelamos\b|\bfoi cancelad/iu,
    proof: ({ source }) => source.field === "cancelledAt",
    what: "a cancellation",
  },
  {
    words:
      /\bwe(?:['’]ve| have)? (?:already )?(?:sent (?:you )?(?:a )?(?:new|replacement)|shipped (?:a )?(?:new|replacement)|changed (?:the|your) address)|\bhaben .{0,40}(?:ersatz|neu(?:e[ns]?)?) .{0,20}(?:verschickt|geschickt)|\bhemos (?:enviado (?:un|otro)|cambiado la dirección)|\bavons (?:renvoyé|envoyé un nouveau|modifié l['’]adresse)|\benviamos (?:um novo|outro)|\balteramos o endereço/iu,
    proof: () => false,
    what: "this",
  },
];

const DEADLINE =
  /\b(?:today|tomorrow|tonight|next week|by (?:mon|tues|wednes|thurs|fri|satur|sun)day|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|heute|morgen|übermorgen|nächste woche|(?:bis|am) (?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)|hoy|mañana|la próxima semana|el (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)|aujourd['’]hui|demain|la semaine prochaine|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|hoje|amanhã|na próxima semana|(?:segunda|terça|quarta|quinta|sexta)-feira)(?!\p{L})/iu;

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
  const day = DEADLINE.exec(text)?.[0];
  if (day)
    findings.push({ rule: "deadline", quote: day, why: "A day given by name: the team has to keep it" });
  return findings;
}
