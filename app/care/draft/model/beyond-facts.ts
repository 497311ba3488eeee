import type { ComposedLanguage } from "#app/care/draft/catalogue/catalogue.ts";

type Words = Record<ComposedLanguage, RegExp>;

/** Whole words of one language: they neither begin nor end inside another. */
const whole = (words: string) => new RegExp(String.raw`(?<!\p{L})(?:${words})(?!\p{L})`, "iu");

/** A request without a question mark is one all the same: only the shop's fixed sentences ask. */
export const ASKS: Words = {
  en: whole(
    "please|kindly|let us know|(?:tell|send|give|show|call|text|e-?mail) us|(?<!had to )write to us|(?:reply|answer) with|get in touch",
  ),
  de: whole(
    "bitte|(?:schick|send|schreib|nenn|sag|gib|zeig|ruf|melde?|antworte?)(?:e?n sie|e)? (?:uns|mir|sich|dich)|teil(?:en sie|e)? uns",
  ),
  es: whole(
    "por favor|(?:env[íi]e|mande|diga|indique|escriba|responda|llame|confirme)(?:nos|lo|la)?|(?:env[íi]a|manda|di|da|indica|escribe|llama|confirma)nos|responde con",
  ),
  fr: whole(
    "s['’]il (?:vous|te) pla[îi]t|veuillez|merci de (?:nous (?!l['’])|bien vouloir|confirmer|r[ée]pondre|payer)|(?:envoyez|envoie|dites|dis|donnez|donne|[ée]crivez|[ée]cris|appelez|appelle|r[ée]pondez|r[ée]ponds)-nous",
  ),
  pt: whole(
    "por favor|(?:envie|mande|diga|indique|escreva|responda|ligue|confirme)(?:-nos|-me)?|(?:envia|manda|diz|indica|escreve|liga)-nos",
  ),
  it: whole(
    "per favore|per cortesia|(?:la|ti|vi|si) preg(?:hiamo|a|o)|(?:ci|mi) (?:invii|mandi|dica|scriva|indichi|risponda|chiami|confermi)|(?:invia|manda|di|dic|scriv[ie]|indica|rispondi|chiama|conferma)ci",
  ),
  nl: whole(
    "alstublieft|alsjeblieft|(?:stuur|zend|geef|schrijf|vertel|bel|mail|laat|antwoord|bevestig)(?:t u|t)? (?:ons|met|het ons)|gelieve",
  ),
  ja: /(?:ください|下さい|願います|お願い(?:いたし|し|申し上げ)ます)/u,
};

/** Days, weeks and months in words: the model knows none of the days that the facts give. */
export const TIMES: Words = {
  en: whole(
    "yesterday|today|tonight|tomorrow|(?:last|this|next) (?:night|week|weekend|month|year)|(?:by|at|over) the weekend|(?:with)?in (?:a few |a couple of |some )?(?:hours|days|weeks)|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|(?<!\\p{L})in (?:march|may)|april|june|july|august|september|october|november|december|(?:any day|very soon|soon|shortly)",
  ),
  de: whole(
    "(?:vor)?gestern|heute|(?:über)?morgen|(?:letzte|diese|nächste|vergangene|kommende)[nrsm]? (?:nacht|woche|wochenende|monat|jahr)|am wochenende|in(?:nerhalb)? (?:von )?(?:wenigen |einigen |ein paar )?(?:stunden|tagen|wochen)|(?:mon|diens|donners|frei|sams|sonn)tags?|mittwochs?|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|bald|in kürze",
  ),
  es: whole(
    "ayer|anteayer|hoy|mañana|esta (?:noche|semana)|(?:la semana|el mes|el año) (?:pasad[oa]|que viene)|(?:la próxima|el próximo) (?:semana|mes|año)|fin de semana|en (?:unos |unas |pocos |pocas |breves )?(?:horas|días|semanas)|lunes|martes|miércoles|jueves|viernes|sábado|domingo|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|pronto|en breve",
  ),
  fr: whole(
    "hier|avant-hier|aujourd['’]hui|demain|ce (?:soir|mois|week-end)|cette semaine|(?:la semaine|le mois|l['’]an(?:née)?) (?:derni(?:er|ère)|prochaine?)|dans (?:quelques |les prochain(?:e)?s )(?:heures|jours|semaines)|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|bientôt|sous peu",
  ),
  pt: whole(
    "ontem|anteontem|hoje|amanhã|esta (?:noite|semana)|(?:na semana|no mês|no ano) (?:passad[oa]|que vem)|(?:na|no) próxim[oa] (?:semana|mês|ano)|fim de semana|em (?:poucos |poucas |alguns |algumas )(?:horas|dias|semanas)|(?:segunda|terça|quarta|quinta|sexta)-feira|sábado|domingo|janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro|em breve",
  ),
  it: whole(
    "ieri|l['’]altro ieri|oggi|domani|stasera|questa settimana|(?:la settimana|il mese|l['’]anno) (?:scors[oa]|prossim[oa])|(?:la|il) prossim[oa] (?:settimana|mese|anno)|fine settimana|(?:in|entro) (?:pochi |poche |alcuni |alcune |qualche )(?:ore|giorni|settimane|giorno)|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre|presto",
  ),
  nl: whole(
    "(?:eer)?gisteren|vandaag|vanavond|(?:over)?morgen|(?:vorige|deze|volgende|komende) (?:nacht|week|maand|jaar)|(?:dit|het) weekend|(?:in|binnen) (?:enkele |een paar |korte )(?:uren|dagen|weken|tijd)|(?:maan|dins|woens|donder|vrij|zater|zon)dag|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|binnenkort",
  ),
  ja: /(?:昨日|一昨日|本日|今日|今夜|明日|明後日|先週|今週|来週|先月|今月|来月|昨年|来年|週末|[月火水木金土日]曜|数日|まもなく|間もなく|近日)/u,
};

/**
 * What no record shows, or only a person may say: what somebody has to pay or is given, another parcel, what may be kept, who is to
 * blame, who took it, and papers that no reply needs.
 */
export const NOT_ON_RECORD: Words = {
  en: whole(
    "pay|pays|paying|owe[sd]?|costs?|fees?|charged?|price|(?:our|your|their) (?:bank )?(?:account|card)|on us|(?:a|the) new (?:one|parcel|item|order)|another (?:one|parcel|item)|second parcel|replacements?|once more|keep (?:it|them|both|the|everything|what)|(?:send|give) (?:\\w+ )?back|returned|liab(?:le|ility)|entitled|justified|lawyers?|fraud\\w*|stolen|theft|neighbou?rs?|customs|sign(?:ed|ature)|lost it|your (?:own )?(?:fault|mistake)|not at home|passport|identity|id card|date of birth|licen[cs]e|signal|get (?:\\w+ )?(?:money|refund)|(?:the|your) money (?:is|was|has|will)",
  ),
  de: whole(
    "zahl(?:en|t|e|st)|bezahl(?:en|t|e|st)|schuld(?:en|et|est|e)?|kosten|gebühr(?:en)?|preis|(?:das|dein|ihr) geld (?:ist|war|liegt|kommt|wurde)|(?:ein(?:e[nms]?)?|das|die|den) neue[nrsm]? (?:paket|artikel|bestellung|ware)|zweite[snrm]? paket|ersatz|noch (?:ein)?mal|behalten|behältst|zurück(?:schicken|senden|geschickt)|haft(?:en|et|ung|bar)|berechtigt|anwalt|anwälte|betrug|gestohlen|diebstahl|nachbar(?:n|in|s)?|zoll|unterschr\\p{L}+|(?:deine|ihre) eigene schuld|nicht zu hause|reisepass|ausweis\\p{L}*|geburtsdatum|führerschein|(?:bekommst|bekommen|erhältst|erhalten) (?:\\p{L}+ ){0,3}(?:geld|erstattung)",
  ),
  es: whole(
    "pagar?|paga[ns]?|cuest[ao]n?|costes?|costos?|tasas?|precio|el dinero (?:está|ha|va|ya)|(?:un|el|una|la) (?:nuev[oa]|segund[oa]|otr[oa]) (?:paquete|art[íi]culo|pedido)|otro paquete|quedarse|quedarte|qu[ée]dese|qu[ée]date|no hace falta devolver|devuelto|responsables?|derecho a|justificad[ao]|abogados?|fraude|robad[oa]|robo|vecin[oa]s?|aduanas?|firm(?:a|ado|ada|ó)|su culpa|tu culpa|no estaba en casa|pasaporte|dni|identidad|fecha de nacimiento|su dinero|tu dinero",
  ),
  fr: whole(
    "payer|payez|paie[sz]?|co[ûu]te(?:nt)?|frais|prix|l['’]argent (?:est|a|va)|(?:un|le) (?:nouveau|second|deuxi[èe]me|autre) (?:colis|article|produit)|une nouvelle commande|garder|gardez|conserver|conservez|inutile de renvoyer|responsables?|droit [àa]|justifi[ée]e?s?|avocats?|fraude|vol[ée]e?s?|voisine?s?|douanes?|sign[ée]e?s?|signature|votre faute|ta faute|pas chez (?:vous|toi)|passeport|identit[ée]|date de naissance|votre argent|ton argent",
  ),
  pt: whole(
    "pagar|paga[ms]?|custa[m]?|custos?|taxas?|pre[çc]o|o dinheiro (?:est[áa]|j[áa]|foi|vai)|(?:um|uma|o|a) (?:nov[oa]|segund[oa]|outr[oa]) (?:pacote|artigo|encomenda|pedido)|outra encomenda|ficar com|n[ãa]o precisa de? devolver|devolvid[oa]|respons[áa]ve(?:l|is)|direito a|justificad[ao]|advogad[oa]s?|fraude|roubad[oa]|roubo|furtad[oa]|vizinh[oa]s?|alf[âa]ndega|assinad[oa]|assinatura|sua culpa|n[ãa]o estava em casa|passaporte|identidade|data de nascimento|seu dinheiro|o teu dinheiro",
  ),
  it: whole(
    "pagare|paga|paghi|costa(?:no)?|costi|spese|prezzo|i soldi (?:sono|saranno)|il denaro (?:è|sarà)|(?:un|il) (?:nuovo|secondo|altro) (?:pacco|articolo|ordine)|tenere|tenga|tenerlo|non (?:deve|serve|occorre) restituire|restituit[oa]|rispedire|responsabil[ei]|diritto a|giustificat[oa]|avvocat[oi]|frode|rubat[oa]|furto|vicin[oa]|dogana|firmat[oa]|firma|(?:sua|tua) colpa|non era in casa|passaporto|identit[àa]|data di nascita|(?:suo|tuo) denaro|i (?:suoi|tuoi) soldi",
  ),
  nl: whole(
    "betalen|betaal[t]?|schuldig|kost(?:en)?|prijs|het geld (?:is|staat|komt)|(?:een|het|de) (?:nieuwe?|tweede|andere?|ander) (?:pakket|artikel|bestelling)|nog een keer|vervang\\p{L}*|houden|teruggestuurd|aansprakelijk\\p{L}*|recht op|terecht|advoca(?:at|ten)|fraude|gestolen|diefstal|buren|buurman|buurvrouw|douane|getekend|handtekening|(?:uw|je) eigen schuld|niet thuis|paspoort|identiteit\\p{L}*|geboortedatum|rijbewijs|(?:uw|je|jouw) geld",
  ),
  ja: /(?:支払|料金|費用|手数料|代金|口座|新しい(?:商品|荷物|もの)|代わり|再送|もう一度|返送|返品不要|お手元に置|責任|賠償|弁護士|詐欺|盗|近所|隣人|税関|サイン|署名|ご不在|パスポート|身分証|生年月日|運転免許|お金)/u,
};
