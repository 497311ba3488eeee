import { thanks } from "./irony.ts";

/** That somebody is content: what thanks for harm never goes on with, and what thanks for mending does. Folded. */
export const praise =
  /\b(?:great|wonderful|perfect\w*|love[ds]?|lovely|gorgeous|beautiful\w*|happy|glad|delighted|pleased|amazing|brilliant|excellent|fantastic|awesome|best|works? (?:great|well|wonders|perfectly)|worth it|all (?:good|fine|well)|(?:is|are) (?:now )?(?:good|fine)|work of art|legends?|super|toll\w*|klasse|wunderbar\w*|wunderschon\w*|gut|bestens|spitze|zufrieden|glucklich|freue?|liebe|genial\w*|perfecto?s?|perfect[aei]s?|bien|encantad?[oa]?n?|feliz|content[oae]?s?|maravill\w*|preciosos?a?s?|me gusta\w*|parfait\w*|ravie?|adore|magnifique\w*|perfeit[oa]s?|otim[oa]s?|ador(?:o|ei|amos)|bem|lind[oa]s?|ottim[oaie]|bene|felice|bellissim[oaie]|a posto|perfett[oaie]|geweldig\w*|goed|blij|tevreden|prachtig\w*|mooie?|top|dobrze|swietn\w*|zadowol\w*|szczesliw\w*|piekn\w*|idealn\w*|bine|multumit\w*|grozav\w*|minunat\w*|bra|nojd\w*|glad|perfekt\w*|jattebra|fin[at]?|accha|achha|acche|badhiya|khush|mast)\b|хорошо|отличн|прекрасн|замечательн|идеальн|обожа|люблю|доволь|(?<![а-яіє])рад(?:а|ы)?(?![а-яіє])|молодц|в порядке|супер|добре|чудов|гаразд|ідеальн|задоволен|अच्छ|बढिया|खुश|शानदार|嬉し|うれし|最高|素晴らし|助かり|ぴったり|満足|気に入/;

/** What happened as somebody wished. Folded. */
export const asWished =
  /\b(?:as|like|just as) (?:requested|agreed|discussed|promised|planned|i (?:asked|requested|wanted|wished)|we (?:agreed|asked|discussed))|(?:wie|so wie) (?:gewunscht|besprochen|vereinbart|gebeten|abgemacht)|(?:como|tal como) (?:pedi|acordamos|solicite|combinado|combinamos)|comme (?:convenu|demande|je l'ai demande)|come (?:richiesto|concordato|d'accordo)|zoals (?:gevraagd|afgesproken|besproken)|(?:jak|tak jak) (?:prosil\w*|uzgodni\w*)|(?:asa cum|cum) am (?:cerut|stabilit)|som (?:onskat|avtalat|jag bad)\b|как (?:я )?(?:просил|договорил|договаривал)|як (?:я )?(?:просил|просив|домовл)|जैसा (?:मैंने )?कहा|通り/;

/** Thanks in any words. Folded. */
export const grateful = new RegExp(`${thanks.source}|\\b(?:vielen|herzlichen|besten|lieben) dank\\b`);
