/** How a language says that something is needed by a day. All folded (fold.ts). */
export type OccasionWords = {
  /** BCP 47, two letters. */
  language: string;
  /** That the goods must be there by then. */
  need: RegExp;
  /** That they need not, or that something else is wanted by then: an answer, money, a paper. */
  other: RegExp;
  /** What goods are needed for; a day in such a sentence is the day of it. */
  event: RegExp;
  /** That it has been. */
  past: RegExp;
  /** Monday first. */
  weekdays: readonly string[];
  today: string;
  tomorrow: string;
  dayAfter: string;
  weekend: string;
  /** Before or after a weekday: the one that was. */
  last: string;
  /** `count` and `unit`, of weeks or of days. */
  within: RegExp;
};

const week = /^(?:w|se(?:m|t)|tyd|tyg|нед|тиж|sapt|veck|हफ|सप्ता|週)/u;
export const isWeeks = (unit: string): boolean => week.test(unit);

const words: readonly OccasionWords[] = [
  {
    language: "en",
    need: /\b(?:needs?|(?:is|are|be) (?:\w+ )?needed|must (?:be here|arrive|have|be delivered|get here)|(?:has|have|got) to (?:be here|be there|arrive|be delivered|get here)|(?:in|on) time for|no later than)\b/u,
    other:
      /n't (?:be )?need|\b(?:died|dead|passed away|no longer|not (?:be )?need|no need|needs? (?:(?:to|an?|the|my|your|some|more|any) )*(?:refund|answers?|reply|response|call|confirmation|invoice|receipt|label|help|update|money|info\w*|number|know|return|cancel|change|speak|talk|send|pay|contact|wait|sign|ask|check|be home|hear))\b/u,
    event:
      /\b(?:party|wedding|birthday|anniversary|graduation|prom|baptism|christening|communion|funeral|ceremony|concert|recital|flight|trip|baby shower|event)\b/u,
    past: /\b(?:was|were|had been|'d been|last)\b/u,
    weekdays: ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
    today: "today|tonight",
    tomorrow: "tomorrow",
    dayAfter: "(?:the )?day after tomorrow",
    weekend: "(?:this|the|next) weekend",
    last: "last|past|previous",
    within: /\b(?:in|within)(?: the next)? (?<count>\w+) (?<unit>days?|weeks?)\b/gu,
  },
  {
    language: "de",
    need: /\b(?:brauche?n?|brauchten?|benotigen?|benotigt|(?:muss|mussen|musste) (?:\S+ ){0,6}(?:da|hier|bei mir|bei uns|angekommen|geliefert|zugestellt)|(?:muss|mussen) (?:\S+ ){0,5}(?:ankommen|haben)|rechtzeitig|spatestens)\b/u,
    other:
      /\b(?:gestorben|verstorben|(?:brauche?n?|benotigen?) (?:\S+ ){0,4}(?:nicht|kein\w*)|nicht (?:mehr )?(?:brauch\w*|benotig\w*)|antwort\w*|ruckmeldung|erstattung|ruckerstattung|gutschrift|geld|rechnung|bestatigung|infos?|information\w*|auskunft|ruckruf|etikett|label|rucksend\w*|storn\w*|wissen|melden)\b/u,
    event:
      /\b(?:feier\w*|party|hochzeit\w*|geburtstag\w*|reise|urlaubsreise|flug|taufe|kommunion|konfirmation|beerdigung|abschlussfeier|einschulung|jubilaum|konzert|veranstaltung)\b/u,
    past: /\b(?:war|waren|hatten?|letzte\w*|gewesen)\b/u,
    weekdays: ["montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag|sonnabend", "sonntag"],
    today: "heute",
    tomorrow: "(?<!guten |am |jeden |heute |diesen |gestern )morgen",
    dayAfter: "ubermorgen",
    weekend: "wochenende",
    last: "letzte[nrs]?|vergangene[nrs]?|vorige[nrs]?",
    within: /\b(?:in|innerhalb von|binnen)(?: den nachsten)? (?<count>\w+) (?<unit>tagen?|wochen?)\b/gu,
  },
  {
    language: "es",
    need: /\b(?:necesit(?:o|amos|a|an|aria|ariamos)|preciso|hace falta|tienen? que (?:llegar|estar)|deben? (?:llegar|estar)|a mas tardar|a tiempo para)\b/u,
    other:
      /\b(?:fallec\w*|murio|no (?:l[oae]s? )?(?:necesit\w*|hace falta)|respuesta|reembolso|devol\w*|factura|confirmac\w*|llam\w*|dinero|informac\w*|etiqueta|saber|cancel\w*)\b/u,
    event:
      /\b(?:fiesta|boda|cumple\w*|aniversario|viaje|vuelo|bautizo|comunion|graduacion|funeral|ceremonia|concierto|evento)\b/u,
    past: /\b(?:fue|era|eran|estaba|pasad[oa])\b/u,
    weekdays: ["lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo"],
    today: "hoy",
    tomorrow: "(?<!la |esta |pasado |cada )manana",
    dayAfter: "pasado manana",
    weekend: "fin de semana|finde",
    last: "pasado",
    within: /\b(?:en|dentro de)(?: los proximos| las proximas)? (?<count>\w+) (?<unit>dias?|semanas?)\b/gu,
  },
  {
    language: "fr",
    need: /\b(?:(?:ai|avons|aurais|aurions|aurai) (?:\w+ )?besoin|(?:me|nous) (?:le |la |les )?(?:faut|faudrait)|doi(?:t|vent) (?:arriver|etre (?:la|ici|livre\w*|chez))|au plus tard|a temps pour)\b/u,
    other:
      /\b(?:decede\w*|mort|morte|plus besoin|pas besoin|reponse|rembours\w*|facture|confirmation|appel\w*|argent|information\w*|renseign\w*|etiquette|savoir|annul\w*|retour\w*)\b/u,
    event:
      /\b(?:fete|mariage|anniversaire|voyage|bapteme|communion|ceremonie|enterrement|obseques|concert|evenement|vol)\b/u,
    past: /\b(?:etait|etaient|a ete|avait|dernier|derniere|passee?)\b/u,
    weekdays: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    today: "aujourd'hui|ce soir",
    tomorrow: "(?<!apres[- ])demain",
    dayAfter: "apres[- ]demain",
    weekend: "week[- ]?end",
    last: "dernier|passe",
    within: /\b(?:dans|d'ici|sous)(?: les)? (?<count>\w+) (?:prochains )?(?<unit>jours?|semaines?)\b/gu,
  },
  {
    language: "pt",
    need: /\b(?:precis(?:o|amos|a|am|aria|avamos)|necessit(?:o|amos|a)|t[eê]m (?:de|que) (?:chegar|estar)|deve (?:chegar|estar)|o mais tardar|a tempo (?:d[aoe]|para))\b/u,
    other:
      /\b(?:falec\w*|morreu|nao (?:\w+ )?(?:precis\w*|necessit\w*)|resposta|reembols\w*|devol\w*|fatura|confirmac\w*|dinheiro|informac\w*|etiqueta|saber|cancel\w*|ligac\w*)\b/u,
    event:
      /\b(?:festa|casamento|aniversario|viagem|voo|batizado|batismo|formatura|comunhao|funeral|cerimonia|concerto|evento)\b/u,
    past: /\b(?:foi|era|eram|estava|passad[oa])\b/u,
    weekdays: [
      "segunda(?:[- ]feira)?",
      "terca(?:[- ]feira)?",
      "quarta(?:[- ]feira)?",
      "quinta(?:[- ]feira)?",
      "sexta(?:[- ]feira)?",
      "sabado",
      "domingo",
    ],
    today: "hoje",
    tomorrow: "(?<!depois de )amanha",
    dayAfter: "depois de amanha",
    weekend: "fim[- ]de[- ]semana",
    last: "passad[oa]",
    within: /\b(?:em|dentro de|daqui a)(?: os proximos)? (?<count>\w+) (?<unit>dias?|semanas?)\b/gu,
  },
  {
    language: "it",
    need: /\b(?:(?:mi|ci) (?:serv(?:e|ono|irebbe|irebbero)|occorre)|(?:ho|abbiamo|avrei|avremmo) bisogno|dev(?:e|ono) (?:arrivare|essere)|al piu tardi|in tempo per)\b/u,
    other:
      /\b(?:mort[oa]|mancat[oa]|non (?:mi |ci )?serv\w*|non ho bisogno|rispost\w*|rimbors\w*|fattura|conferma|soldi|informazion\w*|etichetta|sapere|annull\w*|reso|restitu\w*|chiamat\w*)\b/u,
    event:
      /\b(?:festa|matrimonio|compleanno|anniversario|viaggio|volo|battesimo|comunione|laurea|cerimonia|funerale|concerto|evento)\b/u,
    past: /\b(?:era|erano|e stat[oa]|scors[oa])\b/u,
    weekdays: ["lunedi", "martedi", "mercoledi", "giovedi", "venerdi", "sabato", "domenica"],
    today: "oggi|stasera",
    tomorrow: "(?<!dopo )domani",
    dayAfter: "dopodomani|dopo domani",
    weekend: "fine settimana|weekend",
    last: "scors[oa]",
    within: /\b(?:tra|fra|in|entro) (?<count>\w+) (?<unit>giorni?|settiman[ae])\b/gu,
  },
  {
    language: "nl",
    need: /\b(?:(?:heb|hebben|is|zijn|zou) (?:\S+ ){0,6}nodig|nodig (?:heb|hebben|voor|op|is|zijn)|moet(?:en)? (?:\S+ ){0,6}(?:hier|binnen|aankomen|er zijn|bezorgd)|uiterlijk|op tijd voor)\b/u,
    other:
      /\b(?:overleden|gestorven|niet (?:meer )?nodig|geen (?:\S+ )?nodig|antwoord|terugbetaling|geld|factuur|bevestiging|informatie|label|weten|annul\w*|retour\w*|terugbel\w*)\b/u,
    event:
      /\b(?:feest\w*|bruiloft|trouwerij|verjaardag\w*|jubileum|reis|vlucht|doop|communie|begrafenis|uitvaart|diploma-?uitreiking|concert|evenement)\b/u,
    past: /\b(?:was|waren|had|hadden|afgelopen|vorige)\b/u,
    weekdays: ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"],
    today: "vandaag|vanavond",
    tomorrow: "(?<!goede |goeie |over)morgen",
    dayAfter: "overmorgen",
    weekend: "weekend",
    last: "afgelopen|vorige",
    within: /\b(?:over|binnen) (?<count>\w+) (?<unit>dagen|dag|weken|week)\b/gu,
  },
  {
    language: "pl",
    need: /\b(?:potrzebuj\w*|potrzebn[aey]|potrzebny jest|(?:musi|musza) (?:\S+ )?(?:dotrzec|byc|dojsc|przyjsc)|najpozniej|na czas)\b/u,
    other:
      /\b(?:zmarl\w*|nie (?:jest )?potrzeb\w*|odpowied\w*|zwrot\w*|faktur\w*|potwierdz\w*|pieniad\w*|informac\w*|etykiet\w*|wiedziec|anul\w*)\b/u,
    event:
      /\b(?:imprez\w*|slub\w*|wesel\w*|urodzin\w*|rocznic\w*|wyjazd\w*|podroz\w*|lot|komuni\w*|chrzcin\w*|chrzest|pogrzeb\w*|uroczystos\w*|koncert\w*)\b/u,
    past: /\b(?:byl\w*|zeszl\w*|ostatni\w*)\b/u,
    weekdays: [
      "poniedzial\\w*",
      "wtor\\w*",
      "srod[aeyę]|srode",
      "czwart\\w*",
      "piatek|piatku|piatkiem",
      "sobot\\w*",
      "niedziel\\w*",
    ],
    today: "dzis|dzisiaj",
    tomorrow: "jutr[ao]|jutrem",
    dayAfter: "pojutrz\\w*",
    weekend: "weekend\\w*",
    last: "zeszl\\w*|ostatni\\w*|ubiegl\\w*",
    within: /\b(?:za|w ciagu) (?<count>\w+) (?<unit>dni|dzien|tygodni\w*|tydzien)\b/gu,
  },
  {
    language: "ro",
    need: /\b(?:(?:am|avem|as avea) nevoie|(?:imi|ne|mi|i-mi) trebui\w*|trebuie sa (?:ajunga|fie)|cel tarziu|la timp pentru)\b/u,
    other:
      /\b(?:decedat\w*|murit|nu (?:am|avem) nevoie|nu (?:imi|ne|mi) trebui\w*|raspuns\w*|ramburs\w*|factur\w*|confirm\w*|banii?|informat\w*|etichet\w*|stiu|anul\w*)\b/u,
    event:
      /\b(?:petrece\w*|nunt\w*|ziua de nastere|ziua (?:mamei|lui|ei|mea)|aniversar\w*|excursi\w*|calatori\w*|zbor\w*|botez\w*|inmormant\w*|ceremoni\w*|concert\w*)\b/u,
    past: /\b(?:a fost|era|erau|trecut\w*)\b/u,
    weekdays: ["luni", "marti", "miercuri", "joi", "vineri", "sambata|simbata", "duminic\\w*"],
    today: "azi|astazi",
    tomorrow: "maine",
    dayAfter: "poimaine",
    weekend: "weekend\\w*",
    last: "trecut\\w*",
    within: /\b(?:in|peste) (?<count>\w+) (?<unit>zile|zi|saptamani|saptamana)\b/gu,
  },
  {
    language: "sv",
    need: /\b(?:behov(?:er|s)|maste (?:\S+ ){0,4}(?:komma|vara|ha|levereras)|senast|i tid till)\b/u,
    other:
      /\b(?:dog|avlid\w*|behover (?:\S+ )?(?:inte|ej)|svar|aterbetal\w*|pengar\w*|faktura\w*|bekraft\w*|information|etikett|veta|avbok\w*|avbest\w*|retur\w*|aterkoppl\w*)\b/u,
    event:
      /\b(?:fest\w*|brollop\w*|fodelsedag\w*|resa|resan|flyg\w*|dop|dopet|studenten|konfirmation\w*|begravning\w*|konsert\w*|evenemang\w*)\b/u,
    past: /\b(?:var|hade|forra|sistas?)\b/u,
    weekdays: ["mandag", "tisdag", "onsdag", "torsdag", "fredag", "lordag", "sondag"].map(
      (day) => `${day}(?:en)?`,
    ),
    today: "i ?dag|i ?kvall",
    tomorrow: "(?<!over)i ?morgon",
    dayAfter: "i ?overmorgon",
    weekend: "helgen",
    last: "forra|senaste",
    within: /\b(?:om|inom) (?<count>\w+) (?<unit>dagar|dag|veckor|vecka)\b/gu,
  },
  {
    language: "ru",
    need: /нуж(?:на|но|ны|ен)(?!\p{L})|необходим|понадоб|должн\p{L}* (?:при(?:и|е)|быть)|не позднее|не позже|успе(?:ть|ет|ют)/u,
    other:
      /умер|скончал|(?<!\p{L})не нуж|ответ|возврат|деньги|денег|счет|подтвержд|информац|знать|отмен|этикетк|позвон/u,
    event: /праздник|свадьб|рожден|годовщин|поездк|юбиле|крестин|выпускн|похорон|вылет|концерт/u,
    past: /(?<!\p{L})(?:был[аои]?|прошл\p{L}*)(?!\p{L})/u,
    weekdays: [
      "понедельник\\p{L}*",
      "вторник\\p{L}*",
      "сред[ауеы]",
      "четверг\\p{L}*",
      "пятниц\\p{L}*",
      "суббот\\p{L}*",
      "воскресень\\p{L}*",
    ],
    today: "сегодня",
    tomorrow: "завтра(?:шн\\p{L}*)?",
    dayAfter: "послезавтра",
    weekend: "выходн\\p{L}*",
    last: "прошл\\p{L}*",
    within: /через (?<count>\p{L}+|\d+) (?<unit>дн\p{L}*|день|недел\p{L}*)/gu,
  },
  {
    language: "uk",
    need: /потрібн|потрібен|необхідн|знадоб|ма(?:є|ють) (?:при|бути)|не пізніше|встиг(?:ти|не|нуть)/u,
    other:
      /помер|(?<!\p{L})не потріб|відповід|повернен|грош|рахун|підтвердж|інформац|знати|скасу|етикетк|подзвон/u,
    event: /свят[оаку]|весілл|народжен|річниц|поїздк|поіздк|ювіле|хрестин|випускн|похорон|виліт|концерт/u,
    past: /(?<!\p{L})(?:був|була|було|були|минул\p{L}*)(?!\p{L})/u,
    weekdays: [
      "понеділ\\p{L}*",
      "вівтор\\p{L}*",
      "серед[ауиі]",
      "четвер\\p{L}*",
      "п'ятниц\\p{L}*",
      "субот\\p{L}*",
      "неділ\\p{L}*",
    ],
    today: "сьогодні",
    tomorrow: "завтра(?:шн\\p{L}*)?",
    dayAfter: "післязавтра",
    weekend: "вихідн\\p{L}*",
    last: "минул\\p{L}*",
    within: /через (?<count>\p{L}+|\d+) (?<unit>дн\p{L}*|день|тиж\p{L}*)/gu,
  },
  {
    language: "hi",
    need: /चाहिए|जरूरत|पहुंचना|मिल जाना|मिलना/u,
    other: /निधन|देहांत|नहीं चाहिए|जरूरत नहीं|जवाब|रिफंड|पैसे|बिल|जानकारी|रद्द/u,
    event: /शादी|जन्मदिन|पार्टी|समारोह|यात्रा|सालगिरह|विवाह/u,
    past: /(?:था|थी|थे|पिछल[ेी])(?![\p{L}\p{M}])/u,
    weekdays: ["सोमवार", "मंगलवार", "बुधवार", "गुरुवार|बृहस्पतिवार", "शुक्रवार", "शनिवार", "रविवार|इतवार"],
    today: "आज",
    tomorrow: "कल",
    dayAfter: "परसों",
    weekend: "वीकेंड",
    last: "पिछल[ेी]",
    within: /(?<count>[\p{L}\p{M}]+|\d+) (?<unit>दिन|दिनों|हफ्ते|हफ्तों|सप्ताह) (?:में|के अंदर|बाद)/gu,
  },
  {
    language: "ja",
    need: /必要|要ります|いります|間に合|までに|必着/u,
    other:
      /亡くな|必要(?:ない|ありません|はない|なく)|返金|返信|返答|回答|領収書|請求書|連絡|キャンセル|返品/u,
    event: /誕生日|結婚式|結婚記念日|記念日|パーティー|旅行|卒業式|入学式|葬儀|発表会|イベント/u,
    past: /でした|だった|先週|この前/u,
    weekdays: ["月曜", "火曜", "水曜", "木曜", "金曜", "土曜", "日曜"],
    today: "今日|本日",
    tomorrow: "明日",
    dayAfter: "明後日|あさって",
    weekend: "週末",
    last: "先週の?|この前の?",
    within: /(?<count>\d+)(?<unit>日|週間?)(?:以内|後)/gu,
  },
];

const byLanguage = new Map(words.map((one) => [one.language, one]));

/** Undefined for languages whose words are not known. @param language BCP 47 */
export const occasionWords = (language: string): OccasionWords | undefined =>
  byLanguage.get(language.slice(0, 2));
