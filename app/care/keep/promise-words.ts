/** What can be promised; each kind is kept by another record (is-kept.ts). */
export const promiseKinds = ["write", "ship", "refund", "tracking", "enquiry", "other"] as const;
export type PromiseKind = (typeof promiseKinds)[number];

/** How a language promises: patterns for folded text (`fold`). */
export type PromiseWords = {
  /** The shop speaks of what it is going to do, or of what the shopper is going to get from it. */
  commits: RegExp;
  /** No promise all the same: something denied, merely possible, wished for, done already, or said of what always happens. */
  not: RegExp;
  /** It begins with an event ("once it is here"), so that what is counted in days is counted from then. */
  afterEvent: RegExp;
  /** The first that is found says what is promised. */
  kinds: [PromiseKind, RegExp][];
};

const word = (source: string) => new RegExp(String.raw`(?<!\p{L})(?:${source})(?!\p{L})`, "u");
/** The same where the pattern goes on: the beginning of a word. */
const begins = (source: string) => new RegExp(String.raw`(?<!\p{L})(?:${source})`, "u");

export const promiseWords: Record<string, PromiseWords> = {
  en: {
    commits: word(
      "(?:we|i|(?:our|the) (?:team|warehouse|support)|my colleagues?|someone|somebody)(?: then)?(?:'ll| will| shall| are going to| am going to|'re going to|'m going to| promise to)|you(?:'ll| will| shall) (?:receive|get|have|hear|be (?:refunded|reimbursed|informed|contacted))|(?:your|the) (?:order|parcel|package|replacement|refund|money|item) will (?:be (?:sent|shipped|dispatched|posted|refunded|credited)|ship|leave|go out)",
    ),
    not: word(
      "(?:will|shall) (?:not|never)|won't|cannot|can't|unable|would|could|happy to|glad to|if you (?:like|wish|want|prefer)|need(?: to know)? from you",
    ),
    afterEvent: word("once|as soon as|when|after|if|upon"),
    kinds: [
      ["tracking", word("tracking (?:number|link|details|code|information)")],
      [
        "refund",
        begins(
          "refund|reimburs|money back|credit (?:you|your|the)|pay (?:you )?back|return (?:your|the) money",
        ),
      ],
      [
        "write",
        word(
          "(?:send|receive|get|have|give) (?:\\p{L}+ ){0,3}(?:e-?mail|message|reply|answer|update|news|information|confirmation|word)",
        ),
      ],
      [
        "write",
        begins(
          "send (?:you )?(?:the |a |an )?(?:return )?(?:steps|instructions|labels?|form|invoice|offer|proposal)",
        ),
      ],
      [
        "ship",
        begins(
          "ship|dispatch|resend|post (?:it|your|the)|send (?:you |out |over )*(?:it|them|(?:your|the|a|another|new)[^.]{0,30}?(?:order|parcel|package|replacement|item|one|piece))|(?:be )?sent out|be sent|(?:order|parcel|package|replacement|item) will (?:be (?:sent|posted)|leave|go out)",
        ),
      ],
      [
        "enquiry",
        begins(
          "look into|looking into|investigat|check (?:with|this|that|it|what|where|why)|ask (?:the|our|dhl|ups)|open (?:an? )?(?:enquiry|inquiry|investigation|trace|claim)|find out|chase|trace",
        ),
      ],
      [
        "write",
        begins(
          "writ(?:e|ing)|get back|let you know|contact|reply|answer|inform|update you|keep you (?:posted|updated|informed)|be in touch|hear (?:back )?from|e-?mail|call you|tell you|come back to you|respond|notify",
        ),
      ],
    ],
  },
  de: {
    commits: word(
      "wir|ich|unser team|(?:ihr|dein)e?(?: \\p{L}+)? (?:paket|bestellung|ersatz|sendung|erstattung|geld) (?:geht|verlasst|wird)|(?:sie|du) (?:erhalten|erhaltst|bekommen|bekommst|horen|horst)|(?:erhalten|bekommen|horen) sie|(?:erhaltst|bekommst|horst) du",
    ),
    not: word(
      "nicht|kein|keine|keinen|nie|konnen|kann|konnten|konnte|mochten|mochte|wurden|wurde|sollten|haben|habe|hatten|hatte|gern(?:e)? (?:weiter|behilflich)|brauchen|brauche|benotigen|benotige|freuen|bitten|wunschen",
    ),
    afterEvent: word("sobald|nachdem|wenn|falls|nach (?:eingang|erhalt)"),
    kinds: [
      [
        "tracking",
        begins("sendungsnummer|trackingnummer|tracking-nummer|sendungsverfolgung|trackinglink|tracking-link"),
      ],
      [
        "refund",
        begins(
          "erstatt(?:en|e|ung)(?!\\p{L})|zuruckerstatten|uberweis(?:en|e)(?!\\p{L})|zahlen .{0,40}zuruck|zuruckzahlen|geld zuruck|gutschreiben|schreiben .{0,40}\\bgut(?!\\p{L})",
        ),
      ],
      [
        "write",
        begins("schritte|anleitung|retourenschein|rucksendeetikett|etikett|formular|rechnung|bestatigung"),
      ],
      [
        "ship",
        begins(
          "versend(?:en|e)(?!\\p{L})|verschick(?:en|e)(?!\\p{L})|(?:schick(?:en|e)|send(?:en|e))(?!\\p{L})(?! (?:ihnen |dir |euch )?(?:eine )?(?:e-?mail|nachricht|antwort))|losschicken|lossenden|zuschicken|zusenden|paket .{0,30}auf den weg|(?:paket|bestellung|sendung) (?:geht|verlasst)|ersatz .{0,20}raus",
        ),
      ],
      [
        "enquiry",
        begins(
          "klar(?:en|e)(?!\\p{L})|pruf(?:en|e)(?!\\p{L})|nachforsch|forsch(?:en|e) .{0,30}nach|frag(?:en|e) .{0,40}nach|nachfragen|erkundig|kummer(?:n|e)(?!\\p{L})|herausfinden|finden? .{0,30}heraus|nachforschungsauftrag",
        ),
      ],
      [
        "write",
        begins(
          "schreib(?:en|e)(?!\\p{L})|meld(?:en|e)(?!\\p{L})|informier(?:en|e)(?!\\p{L})|antwort(?:en|e)(?!\\p{L})|geb(?:en|e) .{0,40}bescheid|bescheid geben|halte?n? .{0,30}auf dem laufenden|kontaktier(?:en|e)(?!\\p{L})|benachrichtig(?:en|e)(?!\\p{L})|ruf(?:en|e) .{0,30}\\ban(?!\\p{L})|teil(?:en|e) .{0,40}mit(?!\\p{L})|mitteilen|horen .{0,20}von uns|(?:schick|send)(?:en|e) .{0,20}(?:e-?mail|nachricht|antwort)|(?:erhalten|erhaltst|bekommen|bekommst) .{0,30}(?:nachricht|antwort|ruckmeldung|e-?mail)",
        ),
      ],
    ],
  },
  es: {
    commits: begins(
      "\\p{L}*(?:aremos|eremos|iremos|dremos|bremos|rremos)(?!\\p{L})|(?:vamos|voy) a(?!\\p{L})|(?:le|te|lo|la|les) \\p{L}+(?:are|ere|ire|dre)(?!\\p{L})|(?:\\p{L}{3,}(?:are|ire))(?!\\p{L})|recibira|tendra(?:s)? (?:noticias|una respuesta|su|tu)|saldra",
    ),
    not: word("no|nunca|podremos|podria|podriamos|quisieramos|encantad[oa]s?|gustaria"),
    afterEvent: word("cuando|en cuanto|una vez|tan pronto|despues de|si|tras"),
    kinds: [
      ["tracking", begins("(?:numero|enlace|codigo|datos) de (?:seguimiento|rastreo)")],
      [
        "refund",
        begins(
          "reembols|devolver(?:emos|e)? (?:el|su|tu) (?:dinero|importe)|abonar(?:emos|e)|reintegr|devolucion del (?:dinero|importe)",
        ),
      ],
      [
        "write",
        begins(
          "(?:enviar|mandar)(?:emos|e)? (?:un |una )?(?:correo|mensaje|respuesta|e-?mail|confirmacion|noticias|informacion)",
        ),
      ],
      ["write", begins("los pasos|las instrucciones|la etiqueta|el formulario|la factura|la confirmacion")],
      ["ship", begins("enviar|mandar|despachar|expedir|saldra")],
      [
        "enquiry",
        begins(
          "investigar|averiguar|consultar|revisar|comprobar|preguntar|abrir(?:emos|e)? (?:una )?(?:reclamacion|investigacion|incidencia)",
        ),
      ],
      [
        "write",
        begins(
          "escribir|avisar|informar|responder|contactar|comunicar|pondremos en contacto|noticias|mantendremos al (?:dia|corriente|tanto)|respuesta|diremos|llamar",
        ),
      ],
    ],
  },
  fr: {
    commits: begins(
      "\\p{L}+rons(?!\\p{L})|(?:allons|vais)(?!\\p{L})|je (?:vous |te |l')?\\p{L}+rai(?!\\p{L})|(?:vous recevrez|tu recevras|vous aurez|tu auras)|(?:votre|ta|ton) (?:commande|colis|remplacement) (?:sera|partira)",
    ),
    not: word("ne|n'\\p{L}+|pourrons|pourrions|aimerions|souhaiterions|ravis"),
    afterEvent: word("des que|une fois|lorsque|quand|apres|si|a reception"),
    kinds: [
      ["tracking", begins("(?:numero|lien|code|informations) de suivi")],
      ["refund", begins("rembours|rendrons .{0,20}argent|recrediter")],
      [
        "write",
        begins(
          "enverrons (?:un |une |des )?(?:e-?mail|message|reponse|confirmation|nouvelles|courriel)|envoyer (?:un |une )?(?:e-?mail|message|reponse)",
        ),
      ],
      ["write", begins("les etapes|les instructions|l'etiquette|le formulaire|la facture|la confirmation")],
      ["ship", begins("expedier|expedi|enverr|envoyer|renverr|renvoyer|partira")],
      [
        "enquiry",
        begins(
          "verifier|renseigner|enqueter|demander|ouvrir(?:ons)? (?:une )?(?:enquete|reclamation)|interroger|examiner|chercher",
        ),
      ],
      [
        "write",
        begins(
          "ecrir|reviendr|revenir vers|tiendr|tenir (?:au courant|informe)|informer|contacter|recontacter|repondr|prevenir|previendr|donner(?:ons|ai)? .{0,20}nouvelles|appeler|reponse|nouvelles",
        ),
      ],
    ],
  },
  pt: {
    commits: begins(
      "\\p{L}*(?:aremos|eremos|iremos|remos)(?!\\p{L})|(?:vamos|vou) (?!estar feliz)|(?:recebera|receberas|tera|teras) (?:noticias|uma resposta|o |a |um |seu|sua)|sera (?:enviad|reembolsad|despachad)",
    ),
    not: word("nao|nunca|poderemos|poderiamos|gostariamos"),
    afterEvent: word("quando|assim que|logo que|depois de|apos|se|uma vez"),
    kinds: [
      [
        "tracking",
        begins("(?:numero|codigo|link|dados) de (?:rastreio|rastreamento|seguimento)|codigo de envio"),
      ],
      ["refund", begins("reembols|devolver(?:emos)? o (?:dinheiro|valor)|estorn")],
      [
        "write",
        begins(
          "(?:enviar|mandar)(?:emos)? (?:um |uma |lhe um )?(?:e-?mail|mensagem|resposta|confirmacao|noticias)",
        ),
      ],
      ["write", begins("os passos|as instrucoes|a etiqueta|o formulario|a fatura|a confirmacao")],
      ["ship", begins("enviar|enviad|mandar|despachar|despachad|expedir|postar")],
      [
        "enquiry",
        begins(
          "verificar|investigar|averiguar|apurar|consultar|perguntar|descobrir|analisar|abrir(?:emos)? (?:uma )?(?:reclamacao|investigacao)",
        ),
      ],
      [
        "write",
        begins(
          "escrever|entrar(?:emos)? em conta[c]?to|informar|responder|avisar|contactar|contatar|dar(?:emos)? noticias|manter|manteremos|noticias|resposta|ligar|diremos|comunicar",
        ),
      ],
    ],
  },
  it: {
    commits: begins(
      "\\p{L}+(?:eremo|iremo|aremo|vremo|rremo|dremo)(?!\\p{L})|(?:le|ti|vi) \\p{L}+(?:ero|iro)(?!\\p{L})|(?:ricevera|riceverai|avra|avrai)(?!\\p{L})|(?:il suo|la sua|il tuo) (?:ordine|pacco) (?:partira|sara)",
    ),
    not: word("non|mai|potremo|potremmo|vorremmo|lieti"),
    afterEvent: word("quando|non appena|appena|una volta|dopo|se"),
    kinds: [
      ["tracking", begins("(?:numero|codice|link) di (?:tracciamento|tracking|spedizione)|tracking")],
      ["refund", begins("rimbors|restituir(?:emo|o) (?:il denaro|l'importe|l'importo)|riaccredit")],
      [
        "write",
        begins(
          "(?:invieremo|manderemo|mandero|inviero) (?:un |una |un')?(?:e-?mail|messaggio|risposta|conferma|mail|aggiornamento)",
        ),
      ],
      ["write", begins("i passi|le istruzioni|l'etichetta|il modulo|la fattura|la conferma")],
      ["ship", begins("sped(?:ir|iz)|invier|mander|partira|sara spedit")],
      [
        "enquiry",
        begins(
          "verificher|controller|indagher|chieder|informerci|apriremo (?:una )?(?:segnalazione|pratica|reclamo)|esaminer|cercher",
        ),
      ],
      [
        "write",
        begins(
          "scriver|faremo sapere|faro sapere|contatter|ricontatter|risponder|aggiorner|terremo (?:al corrente|informat|aggiornat)|informer|avviser|comunicher|notizie|risposta|richiamer|diremo",
        ),
      ],
    ],
  },
  nl: {
    commits: word(
      "we|wij|ik|ons team|(?:je|jouw|uw) (?:bestelling|pakket|geld|vervanging) (?:gaat|wordt|vertrekt)|(?:u|je|jij) (?:ontvangt|krijgt|hoort)|(?:ontvangt|krijgt|hoort) u|(?:ontvang|krijg|hoor) je",
    ),
    not: word("niet|geen|nooit|kunnen|kan|konden|zouden|zou|hebben|heb|hadden|graag|nodig|willen|hopen"),
    afterEvent: word("zodra|als|wanneer|nadat|na ontvangst"),
    kinds: [
      [
        "tracking",
        begins("track(?:ing)?[- ]?(?:&|and)?[- ]?(?:trace|nummer|code|link)|volgnummer|verzendcode"),
      ],
      [
        "refund",
        begins(
          "terugbetal|terugstort|betalen .{0,40}terug|storten .{0,40}terug|vergoeden|geld terug|betaal .{0,40}terug|stort .{0,40}terug",
        ),
      ],
      ["write", begins("(?:sturen|stuur) .{0,25}(?:e-?mail|mailtje|bericht|antwoord|update|bevestiging)")],
      ["write", begins("de stappen|instructies|retourlabel|het formulier|de factuur|de bevestiging")],
      [
        "ship",
        begins(
          "verzend(?:en)?(?!\\p{L})|verstu(?:ren|ur)(?!\\p{L})|stu(?:ren|ur)(?!\\p{L})|opsturen|(?:bestelling|pakket|vervanging) (?:gaat|vertrekt|wordt (?:verzonden|verstuurd))",
        ),
      ],
      [
        "enquiry",
        begins(
          "uitzoeken|zoeken .{0,40}uit(?!\\p{L})|zoek .{0,40}uit(?!\\p{L})|navragen|vragen .{0,40}na(?!\\p{L})|nagaan|gaan .{0,30}\\bna(?!\\p{L})|controler|onderzoek|informeren bij|kijken .{0,20}na(?!\\p{L})",
        ),
      ],
      [
        "write",
        begins(
          "schrijven|schrijf|laten .{0,40}weten|laat .{0,40}weten|nemen .{0,40}contact|neem .{0,40}contact|contact op|antwoorden|antwoord|hoort .{0,20}van ons|informer|houden .{0,30}op de hoogte|houd .{0,30}op de hoogte|op de hoogte|komen .{0,30}bij (?:u|je) terug|bellen|mailen|melden ons|(?:ontvangt|krijgt) .{0,25}(?:bericht|antwoord)",
        ),
      ],
    ],
  },
  ja: {
    commits:
      /(?:いたします|致します|します|申し上げます|予定です|予定でございます|差し上げます|送ります|所存です|お待たせしません)/u,
    not: /ません|できかね|いただければ|お願い(?:いた|致)?します|お詫び|失礼(?:いた|致)?します|感謝|御礼|お礼|おすすめ(?:いた)?します|いたしました|致しました|お待ちして|恐れ入り/u,
    afterEvent: /次第|たら|後に|ましたら|場合/u,
    kinds: [
      ["tracking", /(?:追跡|お?問い?合わせ|伝票|送り状)(?:番号|リンク|情報)/u],
      ["refund", /返金|払い戻|ご返金/u],
      ["write", /(?:メール|ご?連絡|ご?報告|お?知らせ|ご?返信|ご?回答|ご?案内|お?電話|ご?返事)/u],
      ["write", /手順|ラベル|請求書|領収書/u],
      ["ship", /発送|出荷|お?送り(?:いた|致)?します|送ります|お届けの手配|再送|配送の手配/u],
      ["enquiry", /調査|確認|問い合わせ|お調べ|調べ/u],
    ],
  },
};
