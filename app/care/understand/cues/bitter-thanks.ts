import { cyrillic, devanagari } from "./in-script.ts";

/** How one language thanks somebody for harm; folded. `thanks` ends with the word that says what for. */
type BitterThanks = {
  thanks: string;
  /** What was done: said after thanks it is meant bitterly, whatever follows. */
  deeds: string;
  /** What came: said after thanks it is meant bitterly, unless the sentence says how that was mended. */
  came: string;
  mended: string;
};

const english: BitterThanks = {
  thanks: `(?:cheers|thank(?:s|s? you))(?: (?:so|very|ever so) much| a (?:lot|million|ton|bunch)| again| everyone| all| guys| indeed)* for`,
  deeds: `(?:absolutely |completely |totally |then )?(?:(?:(?:losing|loosing|ruining|destroying|damaging|misplacing)(?! (?:myself|yourself))|(?:smashing|crushing|breaking|wrecking) (?:my|our)|scamming|ghosting|cheating|overcharging|double[- ]charging|screwing|messing up)\\b|wasting(?! no\\b)|ignoring(?! (?:my|the|that) (?:last|previous|earlier|first|other) \\w+\\b(?<!s))|forgetting (?:me|us|my|our|half|the)\\b|lying to|hanging up|keeping (?:me|us) waiting|making (?:me|us|my|our) (?:\\w+ ){0,3}?(?:wait|late|miserable|a misery|feel (?:stupid|like (?:an idiot|a fool|dirt)))\\b|letting (?:me|us) (?:down(?! (?:gently|easy|easily))|wait)|not (?:replying|answering|responding|listening|caring)|never (?:replying|answering|responding|sending|delivering|getting back)|(?:sending|delivering|shipping)(?: (?:me|us))? (?:an?|the|my|another|yet another) (?:\\w+ )?(?:broken|smashed|shattered|damaged|cracked|torn|defective|faulty|wrong|empty)\\b(?! (?:\\w+ ){1,3}?(?:back|for (?:my|the|a|our) return|for returns)))`,
  came: `(?:(?:an?|the|my|our|this|these|such an?|another|yet another|your|all the|all those|those) )?(?:(?:completely|totally|very|nice|lovely|nicely|beautifully|half|first|second|third|fourth|fifth) )?(?:(?:(?:broken(?! (?:hearts?|english|chain|arrow)\\b)|smashed(?! (?:avocado|potato))|shattered|damaged|cracked(?! (?:black|pepper|wheat|leather|effect))|defective|faulty|ruined|wrong) [\\w-]+|(?:empty|crushed|lost|stolen) (?:parcel|package|box|packet|envelope|carton|delivery|order)\\b|(?:lost|wasted) (?:time|day|days|hours|evening|weekend|money|trip)\\b|(?:useless|rude|terrible|awful|horrible|appalling|non-?existent) (?:(?:customer|delivery) )?(?:service|support|staff|quality|experience|treatment|communication|packaging|reply|answer|emails?|courier|driver))|delays?\\b|(?:endless|long|eternal|interminable) (?:wait|delay)(?! (?:being|is|was|to be) over)|waste of|silence\\b|(?:hassle|runaround|nightmare|lies|excuses|headache)(?=\\s*(?:[.!?;]|$))|(?:\\w+ )?(?:hours|days|weeks|months) (?:of (?:waiting|silence|nothing|excuses|stress|delays?|lies|being ignored|no (?:reply|answer|news))|on hold|waiting|without (?:a |any )?(?:reply|answer|news)))`,
  mended:
    "replac|refund|exchang|repair|fix|resol|sort(?:ing|ed)|return|claim|inform|updat|notif|notice|photo|label|pick|collect|find|found|help|new\\b|instead|respon|expla|apolog|pack(?:ag)?ing slip|form\\b|policy",
};

const german: BitterThanks = {
  thanks:
    "(?:danke(?:schon)?|dank)(?: (?:auch|schon|sehr|vielmals|nochmals?|euch|ihnen|recht|herzlich))*(?: furs?|,? dass)",
  deeds:
    "(?:(?:ihr|sie|du|wir|man|ich) (?:\\w+ ){0,6}?(?<!nicht )(?:verloren|verschlampt|verschludert|vergessen|ignoriert|zerstort|beschadigt|ruiniert|vermasselt|versaut|verschwendet|belogen|angelogen|abgezockt|(?:hangen|warten) (?:lasst|lassen|gelassen)|im stich (?:lasst|lassen|gelassen)|kaputt ?gemacht|(?:nie|nicht) (?:antwort\\w*|geantwortet|reagier\\w*|gemeldet))\\b|(?:ihr|sie|du) (?:\\w+ ){0,2}?(?:ein\\w*|das|die|den|nur|schon wieder) (?:\\w+ )?(?:kaputt|defekt|leer|falsch|zerbrochen|beschadigt|zerrissen)e\\w* (?:\\w+ ){1,2}?(?:geschickt|gesendet|geliefert|zugestellt)|(?:das |euer |ihr )?(?:ignorieren|verlieren|vergessen|verschlampen|zerstoren) (?:mein|unser)\\w*)",
  came: "(?:(?:die|das|den|dieses?n?|diese|eine?n?|mein\\w*|eur?e\\w*|ihre?n?|noch|wieder|schon|all) ){0,3}(?:(?:komplett|vollig|total|sehr) )?(?:(?:kaputt|defekt|zerbrochen|beschadigt|falsch(?!\\w* (?:wimper|bart|zahn|nagel|haar|pelz|blume|hase))|zerkratzt|zerdruckt|verdorben)e[nrs]? \\w+|(?:leer|verloren|verspatet)e[nrs]? (?:paket|packchen|karton|schachtel|umschlag|sendung|lieferung|box|verpackung|bestellung|zeit)\\w*|(?:verschwendet|vergeudet)e[nrs]? (?:zeit|tag|stunde|geld)\\w*|(?:unfreundlich|schlecht|mies|miserabl|unverschamt)e[nrs]? (?:service|kundenservice|kundendienst|beratung|behandlung|antwort|qualitat|verpackung)\\w*|verspatung(?:en)?\\b|warterei|(?:(?:lang|ewig|endlos)\\w* |wochen |stunden )(?:warten|wartezeit|warterei)(?![-\\w])|(?:\\w+ )?(?:wochen|tage|monate|stunden) (?:lang(?:es)? )?(?:warten|wartezeit|warterei|funkstille|schweigen)|funkstille|schweigen\\b|(?:zeit|geld)verschwendung|scherben(?:haufen)?\\b|schrott\\b|verlorene? zeit|paket ohne inhalt|warten lassen|ignoranz|lugen\\b|ausreden\\b)",
  mended:
    "ersatz|ersetz|erstatt|austausch|umtausch|getauscht|tausch|reparier|reparatur|abhol|gefunden|such|bearbeit|klarung|klar|info|hinweis|bescheid|meldung|hilfe|losung|neu|rucksend|retour|reklam|entgegen",
};

const spanish: BitterThanks = {
  thanks: "gracias(?: (?:a todos|de verdad|de nuevo|otra vez|chicos|equipo|de corazon))*,? por",
  deeds:
    "(?:haber(?:me|nos)? )?(?:perde(?:r(?:me|nos)?|is) (?:mi|nuestro|el|la|los|las)|perdido (?:mi|nuestro|el|la)|romper|roto|estropea\\w*|ignora\\w*|olvida(?:ros|rse|rte|rme|do) |arruina\\w*|mentir\\w*|engana\\w*|estafa\\w*|hac(?:er|er(?:me|nos)|ed(?:me|nos)) (?:esperar|perder)|(?:hecho|haber hecho) (?:esperar|perder)|tomar(?:me|nos) el pelo|no (?:contestar|responder|ayudar|hacer nada))",
  came: "(?:\\w+ ){0,2}?(?:paquete|caja|sobre|envio|pedido) (?:vaci|perdid|aplastad)[oa]s?\\b|(?:\\w+ ){1,3}?(?:rot[oa]s?|danad[oa]s?|defectuos[oa]s?|estropead[oa]s?|equivocad[oa]s?)\\b|(?:\\w+ ){0,3}?(?:retraso|demora|perdida de tiempo|tiempo perdido|espera (?:interminable|eterna)|(?:semanas|dias|meses|horas) (?:de espera|esperando|de silencio|sin respuesta)|silencio|estafa|mentiras|tomadura de pelo|pesim[oa] \\w+)\\b",
  mended:
    "cambi|repon|repos|reembols|devol|sustitu|reempla|repar|encontr|recog|ayud|avis|inform|explic|aclar|gestion|soluci|resol|nuev",
};

const french: BitterThanks = {
  thanks: "merci(?: (?:beaucoup|bien|infiniment|mille fois|encore|vraiment|a vous|a tous))*,? (?:pour|de|d')",
  deeds:
    " ?(?:(?:m'|nous |l')?avoir (?:(?:si bien|completement|encore|aussi) )?(?:perdu|casse|abime|detruit|gache|ignore|oublie|menti|vole|arnaque|fait (?:attendre|perdre|patienter \\w+ (?:semaines|mois))|laisse (?:tomber|sans)|envoye (?:un|une|des|le|la) (?:\\w+ ){1,2}?(?:casse|vide|abime|defectueu|brise)\\w*)|ne (?:pas|jamais) (?:repondre|avoir repondu))",
  came: " ?(?:(?:l'|d')?\\w+ ){1,2}?(?:\\w+ )?(?:(?<=(?:colis|carton|paquet|boite|enveloppe|commande|temps) )(?:vides?|perdue?s?|ecrasee?s?)|casse[es]*|abime[es]*|defectueu(?:x|ses?)|endommage[es]*|brise[es]*)\\b| ?(?:(?:ce|cet|le|ces|les|votre|l'|un|\\d+|deux|trois|quatre) ?){1,2}(?:\\w+ )?(?:retards?\\b|silence\\b|(?:semaines|mois|jours|heures) (?:d'attente|de (?:silence|retard))|attente (?:interminable|sans fin)|arnaque|mensonges|perte de temps|temps perdu)",
  mended:
    "remplac|echang|rembours|repar|repris|reprend|recuper|retrouv|inform|preven|expliqu|nouve|gestion|trait|resol|regl|aid|retour",
};

const portuguese: BitterThanks = {
  thanks: "obrigad[oa]s?(?: (?:mesmo|a todos|de novo|mais uma vez))*,? (?:por|pel[oa]s?)",
  deeds:
    "(?:ter(?:em)?(?:-me)? )?(?:(?:me )?perder(?:em)? (?:o|a|os|as|meu|minha)|perdido (?:o|a|meu|minha)|quebrar(?:em)?|partir(?:em)? |estragar\\w*|ignorar\\w*|esquecer(?:em)?(?:-se)? d|arruinar\\w*|mentir(?:em)?|enganar\\w*|(?:me )?fazer(?:em)?(?:-me)? (?:esperar|perder)|nao (?:responder\\w*|ajudar\\w*|fazer\\w* nada))",
  came: "(?:\\w+ ){0,2}?(?:pacote|caixa|encomenda|embalagem|envelope) (?:vazi|perdid|amassad)[oa]s?\\b|(?:\\w+ ){1,3}?(?:quebrad[oa]s?|partid[oa]s?|danificad[oa]s?|defeituos[oa]s?|estragad[oa]s?|errad[oa]s?)\\b|(?:\\w+ ){0,3}?(?:atraso|demora|perda de tempo|tempo perdido|espera interminavel|(?:semanas|dias|meses|horas) (?:de espera|a espera|esperando|de silencio|sem resposta)|silencio|mentiras|pessim[oa] \\w+)\\b",
  mended:
    "troc|substitu|reembols|devolu|repar|consert|encontr|recolh|ajud|avis|inform|explic|esclar|resol|nov[oa]",
};

const italian: BitterThanks = {
  thanks: "grazie(?: (?:mille|tante|davvero|infinite|molte|ancora|a tutti))*,? (?:per|di)",
  deeds:
    "(?:aver(?:mi|ci|lo|la)? (?:\\w+ )?(?:perso|smarrito|rotto|rovinato|distrutto|ignorat[oa]|dimenticat[oa]|mentito|ingannat[oa]|preso in giro|fatto (?:aspettare|perdere)|(?:spedito|mandato|inviato) (?:\\w+ ){1,3}?(?:rott|vuot|difettos|danneggiat|sbagliat)[oaie]\\b)|non (?:aver(?:mi|ci)? )?(?:rispost[oa]|risposto mai|rispondere))",
  came: "(?:(?:l'|un'|dell')?\\w+ ){1,3}?(?:(?<=(?:pacco|scatola|busta|confezione|ordine) )(?:vuot|pers|schiacciat)[oaie]|rott[oaie]|danneggiat[oaie]|difettos[oaie]|rovinat[oaie]|sbagliat[oaie])\\b|(?:\\w+ ){0,3}?(?:ritardo|perdita di tempo|tempo perso|(?:settimane|giorni|mesi|ore) (?:di|d')? ?(?:attesa|silenzio|ritardo)|silenzio|presa in giro|bugie|pessim[oa] \\w+)\\b",
  mended:
    "sostitu|cambi|rimbors|ripar|ritir|ritrov|trovat|aiut|avvis|inform|spieg|chiari|risol|nuov|gesti|reso\\b",
};

const dutch: BitterThanks = {
  thanks:
    "(?:bedankt|dank|dankjewel|dankuwel)(?: (?:je|u|jullie|wel|hoor|weer|zeer|allemaal))*(?: voor|,? dat)",
  deeds:
    "(?:(?:jullie|u|je|ze|ik|we) (?:\\w+ ){0,6}?(?<!niet )(?:kwijt|kwijtgeraakt|verloren(?! \\w+ )|vergeten|genegeerd|negeren|verpest|verknald|vernield|beschadigd|kapotgemaakt|voorgelogen|opgelicht|laten (?:wachten|zitten)|(?:nooit|niet) (?:reageren|gereageerd|antwoord\\w*|geantwoord))\\b|(?:jullie|u|je) (?:\\w+ ){0,2}?(?:een|de|het) (?:\\w+ )?(?:kapotte|lege|verkeerde|beschadigde|gebroken|defecte) (?:\\w+ ){1,2}?(?:gestuurd|geleverd|verzonden|sturen))",
  came: "(?:(?:de|het|een|die|dat|mijn|jullie|al|weer|nog) ){0,3}(?:(?:helemaal|compleet|totaal) )?(?:(?:kapotte?|gebroken|beschadigde?|defecte?|verkeerde) \\w+|(?:lege?|leeg|verloren) (?:pakket\\w*|doos|doosje|verpakking|envelop|bestelling|zending|tijd)\\b|verspilde (?:tijd|moeite)|(?:waardeloze|slechte|belabberde) (?:\\w*service|kwaliteit|ervaring|behandeling|communicatie|klantenservice)|vertraging(?:en)?\\b|(?:lange|eindeloze|eeuwige) (?:wachttijd|wachten)|(?:\\w+ )?(?:weken|dagen|maanden|uren) (?:lang )?(?:wachten|wachttijd|stilte|radiostilte)|stilte\\b|radiostilte|tijdverspilling|geldverspilling|leugens|smoesjes)",
  mended:
    "vervang|vergoed|terugbeta|omruil|ruil|repar|herstel|ophal|gevonden|vinden|hulp|help|oploss|melden|melding|info|uitleg|nieuwe?\\b|nieuw|retour",
};

const polish: BitterThanks = {
  thanks:
    "dziek(?:i|uje|ujemy)(?: (?:bardzo|wielkie|serdecznie|serdeczne|wam|panstwu|slicznie|pieknie|jeszcze raz))*(?: za|,? ze)",
  deeds:
    "(?:to,? ze )?(?:(?:mi|moja|moj|moje|nasza|nasz) ){0,2}(?:zgubieni\\w*|zgubili\\w*|zniszczeni\\w*|zniszczyli\\w*|zepsuci\\w*|zepsuli\\w*|ignorowani\\w*|ignoruje\\w*|zignorowali\\w*|zmarnowani\\w*|zmarnowali\\w*|olewani\\w*|oszukali\\w*|oszukani\\w*|oklamali\\w*|zapomnieli\\w*|stluczeni\\w*|brak (?:odpowiedzi|kontaktu|reakcji|odzewu)|nie (?:odpowiadacie|odpisujecie|odpisaliscie|odpowiedzieliscie))",
  came: "(?:(?:t[aeęo]n?|kolejn\\w+|moj\\w*|wasz\\w*|calkiem|zupelnie) ){0,2}(?:(?:rozbit|stluczon|potluczon|zepsut|zniszczon|uszkodzon|polaman|wadliw)(?:y|a|e|ą|ego|ej|ych) \\w+|(?:pust|zgubion|zgniecion)(?:y|a|e|ą|ego|ej|ych) (?:paczk|pudelk|karton|kopert|opakowan|przesylk)\\w*|zmarnowan(?:y|a|e|ą|ego|ej|ych) (?:czas|dzien|pieniadz)\\w*|beznadziejn(?:y|a|e|ą|ego|ej|ych) (?:obslug|serwis|jakosc|kontakt)\\w*|(?:zly|zla|nie ten|nie ta|nie te) \\w+|opoznieni\\w+|(?:\\w+ )?(?:tygodni\\w*|dni|miesi\\w+|godzin\\w*) (?:czekania|oczekiwania|ciszy|milczenia)|(?:wieczne|dlugie) (?:czekanie|oczekiwanie)|strat\\w+ czasu|stracony czas|milczenie|cisze|klamstwa|oszustwo)",
  mended: "wymian|wymien|zwrot|zwroc|napraw|odebra|odbior|znalez|pomoc|inform|wyjasn|rozwiaz|now[yae]|zalatw",
};

const romanian: BitterThanks = {
  thanks:
    "(?:mult?umesc|multumim|mersi)(?: (?:mult|frumos|din suflet|inca o data|tare|enorm))*(?: pentru|,? ca)",
  deeds:
    "(?:(?:mi-|ne-)?a(?:ti|i) (?:\\w+ )?(?:pierdut|stricat|spart|distrus|ignorat|uitat|mintit|pacalit|lasat (?:balta|sa astept)|facut (?:\\w+ )?sa (?:astept|pierd)|trimis (?:\\w+ ){1,3}?(?:gol|goala|goale|spart|sparta|stricat|stricata|defect|defecta|gresit|gresita)\\b)|m-ati (?:ignorat|mintit|pacalit|uitat|lasat|facut sa)|nu (?:raspundeti|mi-ati raspuns|ati raspuns)|(?:pierderea|distrugerea|ignorarea) (?:\\w+ )?)",
  came: "(?:\\w+ )?(?:colet\\w*|cuti\\w*|pachet\\w*|plic\\w*) (?:gol|goala|goale|pierdut[aei]?|zdrobit[aei]?)\\b|(?:\\w+ ){1,2}?(?:spart[aei]?|stricat[aei]?|defect[aei]?|gresit[aei]?|deteriorat[aei]?)\\b|(?:\\w+ ){0,2}?(?:intarziere\\w*|(?:saptamani|zile|luni|ore) (?:de )?(?:asteptare|asteptat|tacere)|asteptarea (?:interminabila|lunga|nesfarsita)|timpul? pierdut|pierdere\\w* de timp|tacere\\w*|minciuni\\w*|bataia? de joc)\\b",
  mended: "inlocui|schimb|ramburs|returnar|repar|gasi|ajutor|inform|explica|rezolv|nou|anunt",
};

const swedish: BitterThanks = {
  thanks: "tack(?: (?:sa (?:hemskt |jatte)?mycket|snalla|ska ni ha|igen|allihop))*,? for",
  deeds:
    "att (?:ni|du) (?:(?:har|hela tiden|bara) )?(?:tappade? bort|tappat bort|slarvade? bort|slarvat bort|forstorde?|forstort|glomde?|glomt|ignorerar|ignorerade|ignorerat|ljog|ljuger|lurade?|lurat|slosade?|slosat|lat (?:mig|oss) vanta|later (?:mig|oss) vanta|aldrig (?:svarar|svarade|horde av)|inte (?:svarar|svarade|bryr)|skickade? (?:\\w+ ){1,3}?(?:trasig|tom|tomt|fel|sonder|felaktig)\\w*)",
  came: "(?:(?:det|den|de|ett|en|mitt|min|ert|er|annu|dessa|all) ){0,3}(?:(?:helt|alldeles) )?(?:(?:trasig[at]?|skada(?:de?|t)|felaktig[at]?|forstorda?|forstort|sondrig[at]?) \\w+|(?:tomm?[at]?|borttappa(?:de?|t)) (?:paket|kartong|lada|forpackning|kuvert|forsandelse)\\w*|bortkastade? (?:tid|pengar)\\w*|(?:usla?|dalig[at]?) (?:service|kundtjanst|kvalitet|bemotande)\\w*|forsening(?:en|ar|arna)?\\b|(?:\\w+ )?(?:veckors|dagars|manaders|timmars) (?:vantan|tystnad|vantetid)|(?:langa|eviga|andlosa) (?:vantan|vantetiden)|tystnaden?\\b|slosa\\w* tid|tidssloseri|logner\\w*|bortforklaringar\\w*)",
  mended: "ersatt|ersatte|byt|aterbetal|retur|reparer|lagad|hitta|hjalp|inform|losning|ny[at]?\\b|hamta",
};

const bitter = ({ thanks, deeds, came, mended }: BitterThanks): RegExp =>
  new RegExp(`\\b${thanks} ?(?:${deeds}|(?![^,.;!?]{0,60}\\b(?:${mended}))(?:${came}))`);

const russian = cyrillic`\b(?:спасибо|спасибочки|благодарю)(?: (?:вам|тебе|всем|большое|огромное|еще раз))*(?: за|,? что) (?:(?:вы )?(?:(?!не )\w+ ){0,3}?(?:потеряли|разбили|сломали|испортили|забыли|игнорируете|проигнорировали|обманули|обманываете|прислали (?:мне )?(?:пуст|разбит|сломан|брак|не то)\w*|не (?:ответили|отвечаете|привезли|доставили|прислали))\b|(?:потерю|утерю|порчу|игнор\w*|обман|хамство|брак)\b|(?!(?:\w+ ){0,3}?(?:замен|возврат|помощ|нов)\w*)(?:(?:эт\w+|мо\w+|очередн\w+|ваш\w*|совершенно|абсолютно) ){0,2}(?:(?:разбит|сломанн|поврежденн|испорченн|бракованн|просроченн)\w+ \w+|(?:пуст|потерянн|мят)\w+ (?:коробк|посылк|пакет|конверт|заказ)\w*|потраченн\w+ (?:врем|деньг|нерв)\w*|не (?:тот|ту|те|то) \w+|задержк\w+|молчание|(?:долгое|вечное|бесконечное) ожидание|(?:\w+ )?(?:недел\w+|дн\w+|месяц\w*) (?:ожидания|молчания|тишины)))`;
const ukrainian = cyrillic`\b(?:дякую|дякуємо|спасибі|подяка)(?: (?:вам|тобі|усім|щиро|дуже|ще раз|велике))*(?: за|,? що) (?:(?:ви )?(?:(?!не )\w+ ){0,3}?(?:загубили|втратили|розбили|зламали|зіпсували|забули|ігноруєте|проігнорували|обдурили|надіслали (?:мені )?(?:порожн|розбит|зламан|брак|не те)\w*|не (?:відповіли|відповідаєте|привезли|доставили|надіслали))\b|(?:втрату|загублен\w*|ігнор\w*|обман|хамство|брак)\b|(?!(?:\w+ ){0,3}?(?:замін|поверн|допомог|нов)\w*)(?:(?:ц\w{1,3}|мо\w+|черговий|чергову|ваш\w*|зовсім|абсолютно) ){0,2}(?:(?:розбит|зламан|пошкоджен|зіпсован|бракован|прострочен)\w+ \w+|(?:порожн|втрачен|м'ят)\w+ (?:коробк|посилк|пакет|конверт|замовл)\w*|не (?:той|ту|ті|те) \w+|затримк\w+|мовчання|(?:довге|вічне|нескінченне) (?:очікування|чекання)|(?:\w+ )?(?:тижн\w+|дн\w+|місяц\w*) (?:очікування|чекання|мовчання|тиші)))`;
const hindi = devanagari`\b(?:(?:खाली(?= (?:डिब्ब|पैकेट|बॉक्स|पार्सल))|टूट\w*|खराब|गलत|बर्बाद) (?:(?!बदल|ठीक|वापस|रिफंड|सुधार|जगह)\w+ ){1,2}?(?:भेजने |देने )?|(?:खोने|खो देने|गुम करने|तोड़ने|बर्बाद करने|(?:इंतजार|इंतज़ार) (?:कराने|करवाने)|इग्नोर करने|अनदेखा करने|जवाब (?:न|ना|नहीं) देने|धोखा देने|झूठ बोलने) )के लिए (?:\w+ ){0,2}?(?:धन्यवाद|शुक्रिया|थैंक\w*)
  |\b(?:(?:khaa?li(?= (?:dibb|packet|box|parcel))|toot[aei]|tut[aei]|kharab|galat|barbad) (?:(?!badal|theek|thik|wapas|refund|sudhar)\w+ ){1,2}?(?:bhejne |dene )?|(?:khone|kho dene|gum karne|todne|barbad karne|(?:intezaa?r|wait) (?:karane|karwane)|ignore karne|jawab (?:na|nahi) dene|reply (?:na|nahi) karne|dhokha dene) )ke liye (?:\w+ ){0,2}?(?:dhanyavaa?d|dhanyawaa?d|shukriya|thanks|thank you)`;
const japanese =
  /(?:(?<!返品用の|回収用の)空(?:の箱|箱|っぽ|の段ボール)|壊れた|割れた|不良品|間違った(?:商品|品|もの|サイズ)|違う(?:商品|品|もの|サイズ))(?:(?!交換|修理|対応|返金|返品|回収|引き取|直し|代わり|替え|新しい|連絡)[^。！!]){0,20}ありがとう|(?:待たせて|待たせ続けて|(?:な|失)くして|紛失して|壊して|無視して|台無しにして|騙して|だまして|忘れて|放置して|無駄にして)(?:くれて|くださって|くださり|下さり|いただいて|いただき|おいて)[^。]{0,6}ありがとう/;

/** Thanks for harm, which nobody means: "Thank you for the empty box." Folded. */
export const bitterThanks: readonly RegExp[] = [
  ...[english, german, spanish, french, portuguese, italian, dutch, polish, romanian, swedish].map(bitter),
  russian,
  ukrainian,
  hindi,
  japanese,
];
