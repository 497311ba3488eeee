import type { LanguageCues } from "./cues.ts";

export const romanian: LanguageCues = {
  language: "ro",
  intents: {
    order_status: {
      strong:
        /\b(?:unde|cui) (?:\w+ ){0,3}?(?:livrat\w*|lasat\w*|predat\w*)\b|\bunde (?:e|este|sunt|se afla|mi-e|a ajuns|imi e) (?:\w+ )?(?:comand\w*|colet\w*|pachet\w*|produs\w*|livrar\w*|meu|mea)|\bunde (?:imi |mi-)?(?:e|este|sunt)\b|\bcand (?:\w+ ){0,2}?(?:ajung\w*|vine|sosest\w*|primesc|livrati|livreaza|expediati|trimiteti|va fi|o sa|va ajunge|pleaca|estimati)|\b(?:status\w*|stadiul|situatia) (?:\w+ )?(?:comenz\w*|colet\w*|livrari\w*)|\bin ce stadiu|\burmari\w* (?:colet\w*|comanda|livrarea)|\btracking|\bnumar\w* (?:de )?(?:awb|urmarire)|\bawb\b|\b(?:a|au) (?:fost )?(?:plecat|expediat\w*|trimis\w*)\b|\bcat (?:mai )?(?:dureaza|am de asteptat|trebuie sa astept)|\b(?:astept|asteptam) (?:\w+ ){0,4}?(?:comand\w*|colet\w*|de|produs\w*|inca)|\b(?:vreo|ceva|ce) (?:nout\w*|vesti|veste) (?:despre|cu|legat\w*)|\bce se intampla cu (?:comanda|coletul)|\b(?:ajunge|vine) (?:\w+ )?la timp|\btermen\w* de livrare/,
      weak: /\binca nu (?:\w+ ){0,2}?(?:ajuns|primit|livrat|venit|sosit|expediat)|\btrebuia sa (?:\w+ )?(?:ajunga|vina|fie)|\bpe drum\b/,
    },
    delivery_problem: {
      strong:
        /\b(?:apare|scrie|figureaza|status\w*|marcat\w*|zice)\b.{0,40}\b(?:livrat\w*|predat\w*|ridicat\w*)|\b(?:livrat\w*)\b.{0,30}\b(?:dar|insa|nimic|nu)\b|\bn(?:u a|-a|u au|-au) (?:mai )?(?:ajuns|venit|sosit)\b(?! la timp)|\bn(?:u am|-am) (?:mai )?primit (?:\w+ )?(?:nimic|colet\w*|comanda|pachet\w*|produs\w*)|\b(?:pierdut\w*|ratacit\w*|furat\w*|disparut\w*)\b|\b(?:intarzi\w*|blocat\w*|sta pe loc)\b|\bnu se (?:mai )?(?:misca|actualizeaza)|\b(?:curier\w*|postas\w*|fan courier|sameday|cargus|dpd|gls|posta romana|easybox|livrator\w*|soferul)\b.{0,50}\b(?:nu|n-a|niciodata|lasat|aruncat|mintit|gresit|nimeni)|\b(?:intors|returnat|trimis inapoi) (?:\w+ )?(?:la )?expeditor|\bla (?:o )?adresa gresita|\bla (?:un )?(?:alt )?vecin\w*|\blivrare (?:esuata|nereusita)|\bin vama\b/,
      weak: /\b(?:curier\w*|saptaman\w*|vama|fan courier|sameday)\b/,
    },
    wrong_or_damaged_item: {
      strong:
        /\b(?:stricat\w*|defect\w*|spart\w*|deteriorat\w*|rupt\w*|crapat\w*|zgariat\w*|indoit\w*|patat\w*|ciobit\w*|avariat\w*|lovit[ae]?|mucegait\w*|expirat\w*|curge|varsat\w*|descusut\w*|dezlipit\w*)\b|\b(?:gresit\w*|alt|alta|altceva|diferit\w*) (?:\w+ )?(?:marime\w*|culoare\w*|produs\w*|model\w*|articol\w*|comanda)|\b(?:marime\w*|culoare\w*|produs\w*|model\w*|articol\w*) (?:\w+ )?(?:gresit\w*|diferit\w*)|\bnu (?:mai )?(?:functioneaza|merge|porneste|se incarca|se aprinde)|\b(?:lipseste|lipsesc|lipsea\w*)\b|\bincomplet\w*|\bin loc de\b|\bin locul\b|\bdoar (?:un|una|doua|doi) (?:din|dintre)|\bnu e(?:ste)? ce am comandat|\b(?:am primit|mi-ati trimis|a venit) (?:\w+ ){0,2}?(?:alt\w*|gresit\w*|altceva)|\bare (?:o |un )?(?:gaura|zgarietur\w*|pata|crapatur\w*|fisura)/,
      weak: /\bcalitat\w*|\bnu corespunde/,
    },
    return: {
      strong:
        /\b(?:returna\w*|returnez|retur\w*|inapoiez|inapoia|trimit inapoi|trimite inapoi|dau inapoi|da inapoi|schimb (?:de )?(?:marime|produs)|schimba (?:cu|marimea pe|pe (?:alt|o))|sa (?:il|o|le|ii) schimb|inlocui\w*|formular\w* de retur|eticheta de retur|drept\w* de retragere)\b|\b(?:prea|cam) (?:mic\w*|mar[ei]\w*|strans\w*|stramt\w*|larg\w*|lung\w*|scurt\w*)|\bnu (?:mi |ma |imi )?(?:se potriv\w*|vine bine|incape|vin bine)/,
    },
    refund: {
      strong:
        /\b(?:ramburs(?:ati|are|area|arii|eaza|ez|at)\w*|banii (?:\w+ )?(?:inapoi|mei|returnati)|(?:inapoi|returnati|restitui\w*|vreau|dati-mi|primesc|recuper\w*) (?:\w+ ){0,2}?banii|bani\w* (?:\w+ )?inapoi|unde (?:sunt|mi-s) banii|restitui\w*|despagub\w*)\b/,
    },
    cancel: {
      strong:
        /\b(?:anul(?:a|ez|ati|are|area|eaza|at)\w*|renunt\w*|nu mai (?:vreau|am nevoie|doresc)|opriti (?:comanda|expedierea)|nu (?:mai )?(?:trimiteti|expediati)|am comandat (?:\w+ )?(?:din greseala|de doua ori))\b/,
    },
    change_order: {
      strong:
        /\b(?:schimb\w*|modific\w*|inlocui\w*|corect\w*)\b.{0,30}\b(?:comand\w*|comenzi\w*|marime\w*|culoare\w*|cantitat\w*|model\w*|data)|\b(?:adaug\w*|scoate\w*|scot|elimin\w*)\b.{0,30}\b(?:comand\w*|comenzi\w*|produs\w*|cos)|\bam (?:ales|comandat|selectat|pus) (?:\w+ )?(?:gresit|marimea gresita|culoarea gresita)|\bam gresit (?:marimea|culoarea|cantitatea)/,
    },
    change_address: {
      strong:
        /\b(?:schimb\w*|modific\w*|corect\w*|actualiz\w*|gresi\w*|noua|alta|veche|nou|incomplet\w*|redirection\w*)\b.{0,35}\b(?:adres\w*|cod\w* postal|numar\w* (?:casei|de apartament|blocului))|\badres\w*\b.{0,40}\b(?:schimb\w*|modific\w*|gresit\w*|veche|noua|incomplet\w*|incorect\w*)|\b(?:trimit\w*|livra\w*) (?:\w+ ){0,3}?la (?:o )?alta adresa|\bm-am mutat|\bne-am mutat/,
      weak: /\badres\w*/,
    },
    payment: {
      strong:
        /\b(?:(?:de doua ori|dublu|dubla) (?:\w+ )?(?:debitat\w*|platit\w*|taxat\w*|retras\w*|luat\w*)|(?:debitat\w*|taxat\w*|retras\w*|luat\w*|platit\w*) (?:\w+ ){0,4}?(?:de doua ori|dublu|prea mult)|factur\w*|bon\w* fiscal|chitant\w*|plata|plati\b|platesc|platile|card\w* (?:\w+ )?(?:refuzat|respins)|cu cardul|ramburs la curier|cod\w* (?:de )?(?:reducere|promotional)|voucher\w*|in rate|rate|tva|paypal|revolut|card cadou)\b/,
      weak: /\b(?:platit|pret\w*|reducere\w*|banca|card\w*)\b/,
    },
    product_question: {
      strong:
        /\b(?:este|e|sunt) (?:\w+ ){0,4}?(?:impermeabil\w*|compatibil\w*|vegan\w*|disponibil\w*|in stoc|pe stoc|lavabil\w*|potrivit\w*|original\w*|rezistent\w*)\b|\bce (?:marime|material|culori|dimensiuni|ingrediente|diferenta)|\bdin ce (?:material|e facut\w*|este facut\w*)|\b(?:aveti|vindeti|livrati|oferiti) (?:\w+ ){0,4}?(?:in|si|pe|stoc|alta|alt|negru|marimea)\b|\bcat (?:costa|e|este) (?:livrarea|transportul)|\b(?:costul|taxa) (?:de )?(?:livrar\w*|transport\w*)|\bgaranti\w*|\bcum se (?:spala|foloseste|curata|monteaza)|\bghid\w* de marimi|\bcand (?:\w+ )?(?:revine|reveniti|intra) (?:\w+ )?(?:in|pe) stoc|\binainte sa (?:cumpar|comand)|\bimpachet\w* cadou/,
      weak: /\bdisponibil\w*|\bmaterial\w*|\bstoc\b|\baveti\b/,
    },
    complaint: {
      strong:
        /\b(?:plang\w*|reclama\w*|sesizar\w*|(?:groaznic|oribil|jalnic|dezastruos|prost|penibil|mizerabil)\w* (?:\w+ )?(?:servici\w*|experient\w*|magazin\w*|firm\w*|comunicare\w*)|servici\w* (?:\w+ )?(?:groaznic\w*|oribil\w*|jalnic\w*|prost\w*|penibil\w*|dezastr\w*)|inacceptabil\w*|nesimtit\w*|nesimtire|bataie de joc|hotie|teapa|tepari|escroc\w*|inselator\w*|niciodata (?:\w+ )?(?:nu )?(?:mai )?(?:cumpar|comand)\w*|nu mai (?:comand|cumpar)|nimeni nu (?:raspunde|imi raspunde|ma ajuta)|niciun raspuns|nu (?:imi )?raspunde(?:ti)?|a treia oara|rusine)\b/,
    },
    praise: {
      strong:
        /\b(?<=\b(?:e|este|sunt|arata|pur si simplu) )(?:bomba|de milioane|de vis|beton|de nota 10|de nota zece|o bijuterie)\b|\b(?:(?:foarte|super|extrem de|tare|asa de) (?:multumit\w*|incantat\w*|fericit\w*|frumos|frumoas\w*|bun\w*|rapid\w*|placut\w*)|sunt (?:incantat\w*|multumit\w*|fericit\w*)|incantat\w*|superb\w*|minunat\w*|splendid\w*|perfect\w*|excelent\w*|extraordinar\w*|fantastic\w*|genial\w*|ador|iubesc|recomand\w*|felicitari|bravo|tineti-o tot asa|mi-a placut|imi place (?:mult|enorm|la nebunie)|multumesc (?:mult )?pentru (?:tot|livrarea|produs\w*|promptitud\w*|serviciile|ajutorul minunat))\b/,
      weak: /\b(?:multumesc|multumim|frumos|imi place)\b/,
    },
    account: {
      strong:
        /\b(?:parol[aei]\w*|loga\w*|logez|autentific\w*|contul meu|cont\w* (?:de client|nou)|(?:sterge\w*|inchide\w*|creez|crea) (?:\w+ )?cont\w*|newsletter\w*|dezabon\w*|inregistr\w*|gdpr|datele (?:mele )?(?:personale)?|puncte (?:de )?(?:fidelitate|loialitate)|abonament\w*|cod\w* de verificare|schimb\w* (?:\w+ )?(?:email\w*|telefonul|numele))\b/,
      weak: /\bcont\w{0,3}\b/,
    },
    spam_or_auto: {
      strong:
        /\b(?:in concediu|raspuns automat|mesaj (?:generat )?automat|nu sunt la birou|absent\w* din birou|optimizare seo|seo|backlink\w*|creste\w* (?:\w+ )?(?:vanzarile|traficul)|ati castigat|imprumut\w* (?:rapid|pentru firme)|criptomonede|mesajul nu a putut fi livrat)\b/,
    },
  },
  emotions: {
    anger: {
      strong:
        /\b(?:furios\w*|furioas\w*|nervos\w*|nervoas\w*|enervat\w*|suparat\w* foc|revoltat\w*|revoltator|indignat\w*|indignare|hoti|hotie|hotilor|escroc\w*|inselat\w*|inselator\w*|teapa|tepari|minciun\w*|mincinos\w*|mintiti|nesimti\w*|bataie de joc|rusin(?:e|ica|os)\w*|scandalos|inacceptabil\w*|dracu\w*|naiba|pula|cacat|mizeri[ei]|jigni\w*|imi bateti joc|va bateti joc|cum indrazniti|obraznic\w*)\b/,
      weak: /\b(?:groaznic\w*|oribil\w*|jalnic\w*|pretind|penibil\w*)\b/,
    },
    frustration: {
      strong:
        /\b(?:frustra\w*|satul\w*|m-am saturat|exasper\w*|iritat\w*|iritant\w*|enervant\w*|(?:a doua|a treia|a patra|a cincea) oara|al (?:doilea|treilea) (?:mail|email|mesaj)|de cate ori|cat (?:mai )?trebuie sa|de saptamani|de luni de zile|nimeni nu (?:raspunde|ma ajuta|stie)|niciun raspuns|din nou|iar(?:asi)?|pierdere de (?:timp|vreme)|rabdare\w*|absurd\w*|ridicol\w*|tot (?:nu|astept|n-am)|inca (?:astept|nimic))\b/,
      weak: /\b(?:astept|promis\w*|de ce|saptaman\w*|odata)\b/,
    },
    disappointment: {
      strong:
        /\b(?:dezamagi\w*|deceptionat\w*|nemultumit\w*|nu sunt (?:\w+ )?multumit\w*|ma asteptam la|pacat|calitate (?:\w+ )?(?:proasta|slaba|indoielnica|inferioara)|sub asteptari|asteptari\w*|nu e(?:ste)? (?:ca|cum|asa cum) (?:in|apare|scrie)|regret)\b/,
      weak: /\b(?:din pacate|stricat\w*|defect\w*|gresit\w*)\b/,
    },
    worry: {
      strong:
        /\b(?:ingrijora\w*|ingrijorat\w*|grij[ai]|imi fac griji|ma tem|mi-e teama|mi-e frica|frica|teama|nelinisti\w*|panic\w*|stres\w*|agitat\w*|emotii|sper (?:ca|sa)|s-a pierdut cumva|oare (?:\w+ )?(?:ajunge|s-a pierdut)|e teapa)\b/,
      weak: /\b(?:urgent\w*|zi de nastere|nunta|la timp|pierdut)\b/,
    },
    confusion: {
      strong:
        /\b(?:nu (?:inteleg|am inteles|pricep)|confuz\w*|nelamurit\w*|nelamuri\w*|neclar\w*|nu (?:stiu|imi dau seama) (?:daca|cum|ce|de ce|care|unde)|habar n-am|ce inseamna|ciudat\w*|derutat\w*|contradic\w*|incurcat\w*)\b/,
      weak: /\b(?:de ce|cum adica|explica\w*)\b/,
    },
    sadness: {
      strong:
        /\b(?:trist\w*|tristete|plang|plans|lacrimi|disperat\w*|inima (?:\w+ )?(?:franta|rupta)|deprimat\w*|depresie|spital\w*|cancer|bolnav\w* (?:grav|tare)|suflet\w* (?:\w+ )?(?:greu|rupt)|indurerat\w*|distrus\w* sufleteste|singur\w* pe lume)\b/,
      weak: /\b(?:bolnav\w*|greu|din nefericire)\b/,
    },
    grief: {
      strong:
        /\b(?:s-a (?:sinucis|omorat|spanzurat)|si-a luat (?:singur\w? )?(?:viata|zilele)|sinuciderea (?:\w+lui|\w+ei)|a murit|a decedat|decedat\w*|deces\w*|inmormant\w*|doliu|a trecut in nefiinta|s-a stins|s-a prapadit|nu mai e(?:ste)? printre noi|moartea|vaduv\w*|condoleante|inmormantare|parastas|(?:mi-am|ne-am|am) pierdut (?:\w+ )?(?:sotul|sotia|mama|tatal|fiul|fiica|fratele|sora|bunica|bunicul|copilul|cainele|pisica)|raposat\w*)\b/,
    },
    embarrassment: {
      strong:
        /\b(?:jenat\w*|jenant\w*|mi-e rusine|imi e rusine|ma simt prost|vina mea|greseala mea|am gresit eu|din greseala|din neatentie|m-am incurcat|scuze (?:pentru|de|ca)|scuzati (?:deranjul|intrebarea)|ma scuzati|imi cer scuze|intrebare proasta)\b/,
      weak: /\b(?:scuze|pardon|sorry)\b/,
    },
    gratitude: {
      strong:
        /\b(?:multumesc (?:mult|frumos|tare mult|din suflet|din inima|pentru|enorm|inca o data)|multumim (?:mult|frumos|pentru)|mii de multumiri|va sunt recunoscat\w*|recunoscat\w*|apreciez|m-ati salvat|mersi (?:mult|frumos)|sarut mana)\b/,
      weak: /\b(?:multumesc|multumim|mersi|merci|ms)\b/,
    },
    joy: {
      strong:
        /\b(?<=\b(?:e|este|sunt|arata|pur si simplu) )(?:bomba|de milioane|de vis|beton|de nota 10|de nota zece|o bijuterie)\b|\b(?:fericit\w*|bucur\w*|incantat\w*|foarte multumit\w*|sunt multumit\w*|superb\w*|minunat\w*|splendid\w*|perfect\w*|excelent\w*|extraordinar\w*|fantastic\w*|genial\w*|ador\w*|iubesc|foarte frumos|foarte frumoas\w*|abia astept|ura|uau ce frumos|mi-a placut (?:mult|enorm)|imi place (?:mult|enorm|la nebunie)|cel mai bun|cea mai buna)\b/,
      weak: /\b(?:frumos|frumoasa|bun|buna calitate|bine|imi place|dragut\w*|super)\b/,
    },
    surprise: {
      strong:
        /\b(?:surpri\w*|uimit\w*|nu ma asteptam|neasteptat\w*|uau|wow|incredibil\w*|nu-mi vine sa cred|socat\w*|vai|doamne|oau)\b/,
      weak: /\b(?:dintr-o data|serios\?)/,
    },
  },
  negation: /\b(?:nu|n-am|n-a|niciodata|fara|nici|nimic|deloc|nimeni|putin|ar fi|as fi)\b/,
  intensifier:
    /\b(?:foarte|atat de|asa de|extrem|absolut|total|complet|chiar|super|tare|mereu|niciodata|prea|cu adevarat|deosebit|enorm|deloc)\b/,
  urgency: {
    now: /\b(?:urgent\w*|imediat|acum|de urgenta|azi|astazi|maine|cat mai repede|cat mai curand|neintarziat|pe loc)\b/,
    today:
      /\b(?:cat de curand|repede|la timp|pana (?:luni|marti|miercuri|joi|vineri|sambata|duminica|pe \d+|in weekend|la sfarsitul)|pentru (?:luni|marti|miercuri|joi|vineri|sambata|duminica|weekend)|(?:luni|vineri|sambata|duminica) (?:am|e|este|avem)|zi\w* de nastere|nunt\w*|botez\w*|craciun\w*|paste\w*|onomastic\w*|plec\w*|vacant\w*|concediu|calatori\w*|inainte (?:sa|de) (?:expedi\w*|plecare|craciun)|saptamana asta|termen limita)\b/,
  },
  courtesy:
    /^(?:buna(?: ziua| dimineata| seara)?|salut\w*|stimat\w*|draga|hei|servus|noroc)\b[^.!?\n]{0,30}[,!.]?$|^(?:buna ziua|buna|salut)[,!]|\b(?:va )?(?:multumesc|multumim) (?:anticipat|in avans|pentru (?:ajutor|raspuns|intelegere|timp\w*|atentie))[.!, ]*|^(?:va )?(?:multumesc|multumim|mersi)[.!, ]*(?:(?:cu )?(?:stima|respect|bine).{0,30})?$|\bcu (?:stima|respect|drag|consideratie)\b.{0,40}$|\bo zi (?:buna|frumoasa|minunata)\b.{0,20}$|\bastept (?:un |cu interes )?raspuns\w*\b.{0,20}$|\b(?:as dori|as vrea|mi-ar placea|m-as bucura)\b/,
};
