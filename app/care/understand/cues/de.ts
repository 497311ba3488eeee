import type { LanguageCues } from "./cues.ts";

export const german: LanguageCues = {
  language: "de",
  intents: {
    order_status: {
      strong: new RegExp(
        `\\b(?:wo|bei wem|wer) (?:wurde|wurden|ist|haben|hat|habt) (?:\\w+ ){1,4}?(?:abgegeben|hingelegt|abgelegt|abgestellt|zugestellt|hinterlegt|angenommen|ausgeliefert|geliefert)\\b|\\bwo (?:ist|sind|bleibt|bleiben|befindet sich|steckt) (?:mein\\w*|die|das|der|denn|unser\\w*)|\\bwann (?:kommt|kommen|wird|werden|kann|erhalte|bekomme|ist|trifft|erfolgt|darf|geht|soll|liefer|versende|verschick)\\w*|\\b(?:status|stand) (?:meiner|der|unserer|zu|von|meines)|\\bsendungsverfolgung|\\btracking|\\bsendungsnummer|\\blieferstatus|\\bbestellstatus|\\bwie lange (?:dauert|noch|muss)|\\b(?:warte|warten) (?:\\w+ ){0,4}?(?:auf|noch|immer)|\\bschon (?:verschickt|versendet|unterwegs|versandt)|\\bliefertermin|\\bnoch rechtzeitig|\\brechtzeitig (?:an|da)|\\bwarte (?:\\w+ ){0,3}?seit|\\bseit (?:\\w+ ){0,3}?(?:wochen|tagen|monaten)|\\blieferzeit|\\bnoch (?:nicht|keine?n?) (?:\\w+ ){0,3}?(?:versendet|verschickt|versandt|versandbestatigung)`,
      ),
      weak: /\bnoch (?:immer )?nicht (?:\w+ ){0,2}?(?:da|angekommen|erhalten|geliefert|bekommen|eingetroffen)|\bhatte\w* (?:\w+ ){0,4}?(?:ankommen|kommen|da sein)|\bunterwegs\b/,
    },
    delivery_problem: {
      strong: new RegExp(
        `\\bals (?:zugestellt|geliefert|ausgeliefert)|\\b(?:laut|steht)\\b.{0,40}\\b(?:zugestellt|geliefert)|\\bnie (?:angekommen|erhalten|bekommen|geliefert)|\\bverloren(?: gegangen)?|\\bverschollen|\\bverschwunden|\\bgestohlen|\\bnicht zugestellt|\\bzustellung (?:fehlgeschlagen|gescheitert|nicht)|\\bfalsche\\w* (?:adresse|nachbar|haus)|\\bbeim? (?:falschen )?nachbar|\\b(?:bewegt|tut|aktualisiert) sich (?:\\w+ ){0,4}?(?:nicht|nichts|nix)|\\bkeine bewegung|\\bsteckt (?:\\w+ ){0,3}?fest|\\bhangt (?:\\w+ ){0,3}?fest|\\b(?:bote|fahrer|zusteller|paketbote|dhl|hermes|dpd|gls|ups)\\b.{0,50}\\b(?:nicht|nie|falsch|einfach|geklingelt|abgestellt|behauptet)|\\bzuruck an (?:den )?absender|\\bzuruckgeschickt worden|\\bnicht angetroffen`,
      ),
      weak: /\b(?:verspat\w*|zu spat|uberfallig|seit (?:\w+ ){0,2}?wochen)\b|\bnicht (?:angekommen|erhalten|eingetroffen|da|geliefert|bekommen)\b|\b(?:dhl|hermes|dpd|gls)\b/,
    },
    wrong_or_damaged_item: {
      strong: new RegExp(
        `\\b(?:kaputt\\w*|defekt\\w*|beschadigt\\w*|zerbrochen\\w*|zerrissen\\w*|zerkratzt\\w*|gerissen|gesprungen|verbeult\\w*|zerstort\\w*|ausgelaufen|mangelhaft\\w*|verschimmelt)|\\b(?:falsche\\w*|andere\\w*|verkehrte\\w*) (?:\\w+ )?(?:artikel|produkt|grosse|farbe|ware|modell|bestellung|lieferung|teil|sache|kleid|schuhe|hemd|paket inhalt)|\\b(?:fehlt|fehlen|fehlte|fehlten)\\b|\\bfunktioniert (?:\\w+ ){0,2}?nicht|\\bgeht (?:nicht (?:an|mehr)|kaputt)|\\blasst sich nicht|\\bnur (?:ein|eine|einen|zwei|\\d) (?:\\w+ ){0,3}?(?:erhalten|bekommen|geliefert|statt)|\\bstatt (?:der|des|dem|einem|einer|ein)\\b|\\bnicht (?:das|die|der|den),? (?:was|die|das|den)? ?ich bestellt|\\bunvollstandig|\\b(?:riss|loch|kratzer|fleck|sprung|delle)\\b|\\breklam|\\bbestellt,? (?:\\w+ ){0,3}?(?:aber|und|jedoch|sondern) (?:\\w+ ){0,4}?(?:erhalten|bekommen|geliefert|gekommen)|\\baber (?:(?!nichts?\\b|nie\\b|kein|noch\\b)\\w+ ){0,3}?(?:erhalten|bekommen)`,
      ),
      weak: /\bqualitat\b|\bentspricht nicht|\bmangel\b/,
    },
    return: {
      strong:
        /\b(?:zuruck(?:schicken|senden|geben|zuschicken|zusenden|zugeben|schicke|sende)|zuruck (?:schicken|senden)|retour\w*|rucksend\w*|ruckgabe\w*|umtausch\w*|umzutauschen|umgetauscht|austausch(?:en)?|tauschen|widerruf\w*|rucksende\w*)\b|\bschicke\w* (?:\w+ ){0,4}?zuruck\b|\b(?:passt|passen) (?:\w+ ){0,3}?nicht\b|\bzu (?:klein|gross|eng|weit|kurz|lang)\b/,
    },
    refund: {
      strong:
        /\b(?:ruckerstatt\w*|erstatt\w*|ruckzahlung\w*|geld (?:\w+ ){0,3}?zuruck|zuruckerstatt\w*|zuruckzahl\w*|gutschrift\w*|zuruckuberweis\w*|(?:auf|fur) (?:mein|das) geld|betrag (?:\w+ ){0,5}?erstattet|ruckuberweis\w*)/,
    },
    cancel: {
      strong:
        /\b(?<!\b(?:nicht|keine?) )(?:stornier\w*|storno\w*|abbestell\w*|annullier\w*|bestellung (?:\w+ ){0,4}?(?:abbrechen|zuruckziehen|ruckgangig)|ruckgangig|nicht mehr (?:haben|brauche|benotige|will|mochte)|brauche (?:\w+ ){0,3}?nicht mehr)\b/,
    },
    change_order: {
      strong:
        /\b(?:bestellung|grosse|farbe|menge|artikel|auftrag|variante|lieferdatum|liefertermin) (?:\w+ ){0,6}?(?:andern|abandern|wechseln|anpassen|verschieben)|\bandern\b.{0,30}\b(?:bestellung|grosse|farbe|menge)|\b(?:hinzufugen|dazubestellen|erganzen|nachbestellen)\b|\bfalsche (?:grosse|farbe|menge) (?:\w+ )?(?:bestellt|gewahlt|ausgewahlt|angeklickt)|\bversehentlich (?:\w+ ){0,4}?bestellt|\blieber (?:in )?(?:grosse|die|das|den|in)\b/,
    },
    change_address: {
      strong:
        /\b(?:liefer|versand|rechnungs)?(?:adresse|anschrift|hausnummer|postleitzahl|plz)\b.{0,50}\b(?:andern|geandert|falsch|aktualisier\w*|korrigier\w*|umandern|umleiten|anpassen|vergessen|stimmt nicht|fehlt|alte)|\b(?:neue|falsche|andere|alte|geanderte) (?:liefer|versand)?(?:adresse|anschrift|hausnummer)|\b(?:andern|andere|korrigieren|aktualisieren)\b.{0,40}\b(?:liefer|versand)?(?:adresse|anschrift)|\bumgezogen\b|\bich ziehe (?:\w+ ){0,3}?um\b|\ban (?:eine|meine|die) (?:andere|neue|arbeits\w*) (?:adresse|anschrift)/,
      weak: /\badresse\b|\banschrift\b/,
    },
    payment: {
      strong:
        /\b(?:doppelt|zweimal|mehrfach|2x|2 mal) (?:\w+ )?(?:abgebucht|belastet|bezahlt|berechnet|abgezogen)|\b(?:abgebucht|abbuchung|belastet|zahlung\w*|bezahlung\w*|rechnung\w*|quittung|mahnung\w*|kreditkarte\w*|paypal|klarna|lastschrift|rabattcode\w*|gutscheincode\w*|gutschein\w*|mehrwertsteuer|ratenzahlung|uberweisung|uberwiesen|vorkasse)\b/,
      weak: /\b(?:bezahlt|bezahlen|zahlen|preis|rabatt|konto)\b/,
    },
    product_question: {
      strong:
        /\b(?:ist|sind) (?:das|der|die|dieses?|diese[rs]?|es) (?:\w+ ){0,4}?(?:wasserdicht|kompatibel|vegan|verfugbar|vorratig|lieferbar|waschbar|geeignet|auf lager|spulmaschinenfest|bio|lebensmittelecht)|\b(?:welche|welches|welcher) (?:grosse|farbe|material|modell|masse|stoff|version)|\bwie (?:gross|lang|breit|schwer|hoch|wasche|benutze|reinige|pflege|fallt|fallen|viel wiegt)\b|\b(?:aus welchem|welches) material|\bwieder (?:verfugbar|vorratig|lieferbar|auf lager|erhaltlich)|\b(?:versandkosten|lieferkosten|garantie|inhaltsstoffe|grossentabelle|zutaten)\b|\bliefern sie (?:auch )?(?:nach|in)|\bpasst (?:das|der|die|es) (?:\w+ ){0,4}?(?:zu|auf|in|fur)|\bhaben sie (?:\w+ ){0,4}?(?:in|auf lager|noch|auch)|\bvor (?:dem|meinem) kauf|\bgeschenkverpackung/,
      weak: /\bverfugbar\b|\bmaterial\b|\bgibt es\b/,
    },
    complaint: {
      strong:
        /\b(?:beschwer\w*|unverschamt\w*|frechheit|zumutung|inakzeptabel|schlechte\w* (?:\w+ )?(?:service|kundenservice|erfahrung|kundendienst|kommunikation)|miserabel\w*|katastroph\w*|nie wieder (?:\w+ ){0,3}?(?:bestell\w*|kauf\w*)|keine (?:antwort|ruckmeldung|reaktion)|niemand (?:antwortet|reagiert|meldet|hilft|geht)|(?:dritte|vierte|dritten|vierten|zweite) (?:mal|mail|nachricht|e-mail)|unprofessionell|hore nichts|betrug\w*|abzocke|enttauscht (?:von|uber))\b/,
    },
    praise: {
      strong:
        /\b(?<=\b(?:ist|sind|war|einfach|echt|absolut|voll) )(?:der (?:hammer|knaller|burner|wahnsinn)|die wucht|eine wucht|ne wucht|bombe|zum niederknien|zum sterben schon|spitzenklasse)\b|\b(?:(?:vielen|herzlichen|tausend) dank fur|danke fur (?:die|den|das|ihre|eure)|(?:sehr|super|so|total|rundum|mehr als) (?:zufrieden|glucklich|schon|begeistert|happy|toll)|(?:bin|sind|ist|war) (?:\w+ ){0,2}?(?:begeistert|hin und weg|wunderschon|wunderbar|perfekt|toll|super|grossartig|klasse)|wunderschon|traumhaft|(?:toller|super|grossartiger|klasse|bester|ausgezeichneter|hervorragender) (?:service|shop|laden|kundenservice|produkt|qualitat)|weiter so|gerne wieder|lob|empfehle|weiterempfehl\w*|liebe (?:es|sie|das|dieses|diese))\b/,
      weak: /\bdanke\b|\bdank\b|\bfreue\b|\bsuper\b|\btoll\b/,
    },
    account: {
      strong:
        /\b(?:passwort|kennwort|einloggen|anmelden|kundenkonto|benutzerkonto|mein(?:en|em)? konto|account|registrier\w*|newsletter|abmelden|login|daten loschen|dsgvo|treuepunkte|verteiler|abo|abonnement|e-mail-adresse (?:\w+ ){0,3}?andern)\b/,
    },
    spam_or_auto: {
      strong:
        /\b(?:abwesenheitsnotiz|abwesend|nicht im (?:buro|haus)|automatische (?:antwort|nachricht)|ausser haus|wieder erreichbar|suchmaschinenoptimierung|seo|backlinks?|unzustellbar)\b/,
    },
  },
  emotions: {
    anger: {
      strong:
        /\b(?:wutend|sauer|stinksauer|zornig|unverschamt\w*|frechheit|zumutung|emport|inakzeptabel|betrug\w*|abzocke|abgezockt|betruger|fassungslos|(?:aufgelegt|abgewimmelt)|unterirdisch|verarsch\w*|scheiss\w*|verdammt\w*|skandal\w*|unfassbar schlecht|unmoglich|sauerei|schweinerei|lacherlich|dreist\w*|katastroph\w*)\b/,
      weak: /\b(?:schlimm\w*|furchtbar|schlecht\w*|unerhort|wut)\b/,
    },
    frustration: {
      strong:
        /\b(?:(?<=\b(?:bringt|bringst|macht) mich (?:noch )?)(?:um|fertig|wahnsinnig)\b|frustri\w*|genervt|langsam reicht|was soll das|bin es leid|hinterher\w*|nervt|nervig|arger\w*|verargert|es reicht|reicht mir|satt|schon wieder|(?:zum )?(?:dritten|vierten|zweiten) mal|seit wochen|keine geduld|geduld (?:ist )?(?:am|zu) ende|immer noch (?:nicht|keine?n?)|wie oft (?:denn )?noch|wie lange (?:denn )?noch|keine (?:antwort|ruckmeldung)|niemand (?:antwortet|reagiert|meldet)|muhsam)\b/,
      weak: /\b(?:warte|wochen|versprochen|hatte (?:\w+ ){0,4}?sollen|sollte (?:\w+ ){0,3}?schon|noch (?:immer )?nicht|endlich|wieso|warum)\b/,
    },
    disappointment: {
      strong:
        /\b(?:enttausch\w*|schade|leider nicht (?:das|wie|so)|nicht (?:zufrieden|wie (?:erwartet|beschrieben|abgebildet))|unzufrieden|mehr erwartet|erwartungen|minderwertig\w*|bedauerlich|schlechte qualitat|gehofft|billig\w*)\b/,
      weak: /\b(?:leider|kaputt\w*|defekt\w*|beschadigt\w*|falsche\w*|fehlt)\b/,
    },
    worry: {
      strong:
        /\b(?:sorge\w*|mache mir (?:langsam )?(?:sorgen|gedanken)|besorgt|angst|befurcht\w*|beunruhig\w*|nervos|panik|hoffentlich|hoffe,? (?:dass|es|sie)|unsicher|verloren gegangen|dringend\w* brauche|ob (?:das|es) (?:noch )?rechtzeitig)\b/,
      weak: /\b(?:dringend\w*|bitte um (?:ruckmeldung|klarung)|rechtzeitig|geburtstag|hochzeit|verloren)\b/,
    },
    confusion: {
      strong:
        /\b(?:verwirr\w*|verstehe (?:\w+ ){0,3}?nicht|unklar|ergibt keinen sinn|keine ahnung|blicke nicht|nicht sicher,? (?:ob|wie|was|warum)|weiss (?:\w+ )?nicht,? (?:ob|wie|was|warum|welche)|komisch|seltsam|was bedeutet|ratlos|widerspr\w*)\b/,
      weak: /\b(?:warum|wieso|weshalb|erklaren)\b/,
    },
    sadness: {
      strong:
        /\b(?:traurig\w*|weine\w*|geweint|tranen|verzweifel\w*|am boden zerstort|deprimi\w*|schmerz\w*|krebs|krankenhaus|schwer (?:krank|erkrankt)|untrostlich|herz (?:ge|zer)brochen|unglucklich)\b/,
      weak: /\b(?:krank|allein|schwere zeit)\b/,
    },
    grief: {
      strong:
        /\b(?:verstorben\w*|gestorben|beerdigung|trauer\w*|beisetzung|bestattung|verstarb|starb|todesfall|hinterblieben\w*|beileid|verlust (?:meines|meiner|unseres|unserer)|(?:mann|frau|mutter|vater|oma|opa|sohn|tochter|bruder|schwester|freund|hund|katze) verloren|(?:oma|opa|mutter|vater|mann|frau|mama|papa)\b.{0,30}\b(?:eingeschlafen|von uns gegangen|heimgegangen|gegangen)|tod (?:meines|meiner|unseres|unserer|von)|witwe\w*)\b/,
    },
    embarrassment: {
      strong:
        /\b(?:peinlich|schame|mein fehler|meine schuld|dumm von mir|blod von mir|aus versehen|versehentlich|entschuldig\w* (?:\w+ ){0,3}?(?:storung|umstande|muhe|verwirrung)|vertippt|tut mir leid (?:fur|dass|wegen)|verklickt)\b/,
      weak: /\b(?:sorry|entschuldigung)\b/,
    },
    gratitude: {
      strong:
        /\b(?:(?:vielen|herzlichen|tausend|besten|lieben|grossen) dank|dankbar\w*|danke(?:schon)? fur|ich danke|bedanke\w*|danke (?:sehr|vielmals|schon|nochmal\w*)|weiss (?:\w+ ){0,3}?zu schatzen)\b/,
      weak: /\b(?:danke|dank)\b/,
    },
    joy: {
      strong:
        /\b(?<=\b(?:ist|sind|war|einfach|echt|absolut|voll) )(?:der (?:hammer|knaller|burner|wahnsinn)|die wucht|eine wucht|ne wucht|bombe|zum niederknien|zum sterben schon|spitzenklasse)\b|\b(?:freue mich|freut mich|gefreut|begeistert|glucklich|wunderschon|wunderbar|traumhaft|perfekt|grossartig|fantastisch|super (?:zufrieden|schon|happy)|sehr zufrieden|liebe (?:es|sie|das|dieses|diese)|hin und weg|klasse|genial|herrlich|uberglucklich|(?:so|sehr|echt|wirklich) (?:schon|toll))\b/,
      weak: /\b(?:toll|super|schon|gut|zufrieden|freude)\b/,
    },
    surprise: {
      strong:
        /\b(?:uberrasch\w*|wow|unglaublich|unerwartet|hatte (?:\w+ )?nicht (?:erwartet|gedacht)|nicht damit gerechnet|erstaun\w*|sprachlos|kaum zu glauben|oh mein gott)\b/,
      weak: /\b(?:plotzlich|krass)\b/,
    },
  },
  negation: /\b(?:nicht|kein\w*|nie|ohne|wenig|kaum|nichts|ware|wurde|hatte)\b/,
  intensifier:
    /\b(?:sehr|so|total|extrem|absolut|vollig|wirklich|uberaus|zutiefst|unglaublich|echt|immer|schon wieder)\b/,
  urgency: {
    now: /\b(?:dringend|sofort|umgehend|eilt|eilig|notfall|heute|morgen (?:fruh|schon|brauche|ist)|bis (?:heute|morgen)|unverzuglich|schnellstens)\b/,
    today:
      /\b(?:schnellstmoglich|so (?:schnell|bald) wie moglich|baldmoglichst|rechtzeitig|bis (?:zum |spatestens )?(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|wochenende|\d)|(?:kommenden|diesen|nachsten) (?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)|geburtstag\w*|hochzeit\w*|weihnacht\w*|taufe|urlaub\w*|reise\w*|bevor (?:\w+ ){0,4}?(?:versendet|verschickt)|diese woche|nachste woche|frist)\b/,
  },
  courtesy:
    /^(?:hallo|guten (?:tag|morgen|abend)|sehr geehrte\w*|liebe[rs]?|moin|servus|hi|hey)\b[^.!?\n]{0,40}[,!.]?$|\b(?:vielen |besten |herzlichen )?(?:dank|danke)(?: schon(?:mal)?)?(?: im voraus| vorab)\b.{0,10}|\b(?:vielen |besten )?(?:dank|danke) fur (?:ihre|eure|die|deine) (?:hilfe|muhe|ruckmeldung|antwort|unterstutzung|bemuhungen)\b.{0,10}$|^(?:vielen |besten |lieben )?(?:dank|danke)[.!, ]*(?:und )?(?:(?:viele|liebe|beste|freundliche|herzliche) grusse.{0,40})?$|\b(?:mit )?(?:freundlichen|besten|lieben|herzlichen|vielen|viele|liebe|beste|freundliche|herzliche) grusse?n?\b.{0,40}$|^(?:mfg|lg|vg|gruss|grusse)\b.{0,30}$|\bich (?:freue mich|wurde mich) (?:\w+ ){0,3}?(?:auf|uber) (?:ihre|eure|eine|deine) (?:\w+ )?(?:antwort|ruckmeldung|hilfe)/,
};
