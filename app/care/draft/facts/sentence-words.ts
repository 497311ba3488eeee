import type { ReplyLanguage } from "#app/care/draft/guard/languages.ts";

/**
 * Words that only a sentence has, and a name or a title rarely has two of: who is spoken to or of, what is, was or will be, and the forms
 * that ask for something. Words that are nouns on a shelf (hat, will, can, son) are left out. Japanese has endings instead.
 */
export const sentenceWords: Record<Exclude<ReplyLanguage, "ja">, RegExp> = {
  en: /(?<!\p{L})(?:i|we|you|your|yours|us|our|my|me|they|them|their|he|she|it|its|this|that|these|those|is|are|was|were|be|been|has|had|do|does|did|should|would|could|must|shall|may|might|please|what|what['’]s|how|why|when|where|who|which|if|not|don['’]t|tell|say|write|ignore|forget|answer|repeat|explain|describe|translate|give|claim|click|call|send|compose|provide|draft|create|develop|generate|everything|above|instructions?)(?!\p{L})/giu,
  de: /(?<!\p{L})(?:ich|wir|du|sie|ihr|ihnen|ihre[nmrs]?|dir|dich|dein(?:e[nmrs]?)?|uns|unser(?:e[nmrs]?)?|mir|mich|er|es|sind|ist|wird|werden|wurden?|war|waren|haben|habe|hast|soll(?:en|st|te)?|muss|müssen|kannst|können|könnte|darf|bitte|nicht|dass|wenn|warum|wie|wer|welche[nmrs]?|vergiss|vergessen|ignoriere?|sage?|schreibe?|nenne|gib|erkläre?|antworte|klicken?|instruktion(?:en)?|anweisung(?:en)?)(?!\p{L})/giu,
  es: /(?<!\p{L})(?:yo|nosotros|usted(?:es)?|le|les|te|nos|tus?|sus?|nuestr[oa]s?|es|son|está|están|era|fue|fueron|será|ha|han|hemos|he|hay|debe|deben|puede|pueden|por favor|no|que|qué|cómo|cuándo|quién|cuál|diga|dile|escribe|escriba|olvida|ignora|explica|responde|haga)(?!\p{L})/giu,
  fr: /(?<!\p{L})(?:je|j['’]|nous|vous|tu|te|votre|vos|notre|nos|ton|ta|tes|il|elle|ils|elles|est|sont|était|a été|sera|seront|avons|avez|ont|doit|doivent|peut|pouvez|veuillez|ne|n['’]|pas|que|qu['’]|comment|quand|pourquoi|quel(?:le)?s?|dites|écris|écrivez|oublie[zr]?|ignore[zr]?|répond(?:s|ez)|explique[zr]?|cliquez)(?!\p{L})/giu,
  pt: /(?<!\p{L})(?:eu|nós|você|vocês|lhe|te|nos|sua|seu|suas|seus|nosso|nossa|é|são|está|estão|foi|foram|será|serão|tem|temos|têm|deve|devem|pode|podem|por favor|não|que|como|quando|quem|qual|diga|escreva|esqueça|ignore|explique|responda|clique)(?!\p{L})/giu,
  it: /(?<!\p{L})(?:io|noi|voi|lei|le|ti|ci|vi|tuo|tua|suo|sua|nostro|nostra|vostro|è|sono|era|stat[oaie]|sarà|saranno|ha|hanno|abbiamo|avete|deve|devono|può|possono|per favore|non|che|come|quando|perché|chi|quale|dica|scrivi|scriva|dimentica|ignora|spiega|rispondi|clicca)(?!\p{L})/giu,
  nl: /(?<!\p{L})(?:ik|wij|we|jij|je|jullie|u|uw|jouw|ons|onze|hij|zij|ze|het|is|zijn|was|waren|wordt|worden|werd|zal|zullen|heeft|hebben|moet|moeten|kunt|kan|kunnen|alstublieft|alsjeblieft|niet|dat|hoe|wanneer|waarom|wie|welke|zeg|schrijf|vergeet|negeer|vertel|leg|antwoord|klik)(?!\p{L})/giu,
};

/** A Japanese sentence ends in its verb; what is for sale ends in a noun. */
export const JAPANESE_SENTENCE =
  /(?:ます|ました|ません|です|でした|でしょう|ください|下さい|いたし|致し|せよ|しろ|なさい|して(?:おり|い)|され(?:た|る))/u;

/** Things a shop can give or owe, and the order itself, as whole words. */
export const THING =
  /(?<!\p{L})(?:refund\p{L}*|reimburs\p{L}*|money|credit|voucher|coupon|discount|compensation|replacement|order|payment|erstattung\p{L}*|rückzahlung|geld|betrag|gutschein\p{L}*|gutschrift|rabatt|entschädigung|ersatz|bestellung|auftrag|reembolso|dinero|importe|descuento|cupón|indemnización|pedido|remboursement|argent|montant|remise|réduction|dédommagement|commande|dinheiro|valor|desconto|indenização|encomenda|rimborso|denaro|importo|sconto|buono|risarcimento|ordine|terugbetaling|bedrag|korting|tegoed|vergoeding|bestelling)(?!\p{L})|返金|全額|割引|クーポン|補償|代替品|注文/iu;

/** What is said of such a thing when it is as good as given. */
export const SETTLED =
  /(?<!\p{L})(?:approved|granted|confirmed|issued|paid|processed|completed?|guaranteed|due|cancell?ed|refunded|shipped|delivered|lost|today|tomorrow|now|genehmigt|bewilligt|bestätigt|gewährt|angewiesen|überwiesen|ausgezahlt|erledigt|storniert|erstattet|zugestellt|heute|morgen|sofort|aprobad[oa]|concedid[oa]|confirmad[oa]|pagad[oa]|emitid[oa]|cancelad[oa]|reembolsad[oa]|hoy|mañana|approuvée?|accordée?|confirmée?|payée?|versée?|annulée?|remboursée?|aujourd['’]hui|demain|aprovad[oa]|pag[oa]|hoje|amanhã|approvat[oa]|concess[oa]|confermat[oa]|pagat[oa]|annullat[oa]|rimborsat[oa]|oggi|domani|goedgekeurd|toegekend|bevestigd|betaald|geannuleerd|terugbetaald|vandaag)(?!\p{L})|承認|確定|完了|済み|本日|明日/iu;
