import type { LanguageCues } from "./cues.ts";

const thing =
  "(?:zamowieni[eau]|paczk[aei]|przesylk\\w*|towar\\w*|produkt\\w*|artykul\\w*|rzecz\\w*|kurtk\\w*|but\\w*|sukienk\\w*|prezent\\w*)";

export const polish: LanguageCues = {
  language: "pl",
  intents: {
    order_status: {
      strong: new RegExp(
        `\\b(?:gdzie|komu|u kogo) (?:\\w+ ){0,3}?(?:zostawi\\w+|doreczon\\w*|dostarczon\\w*|wydan\\w*)\\b|\\bgdzie (?:jest|sa|podziewa sie|utkn\\w*|znajduje sie|sie podziewa) (?:moj\\w*|ta|to|nasz\\w*)|\\bgdzie (?:moj\\w*|nasz\\w*|jest) ${thing}|\\bkiedy (?:\\w+ ){0,2}?(?:dojdzie|dotrze|przyjdzie|bedzie|dostane|otrzymam|wyslecie|zostanie|wysylacie|nadacie|przyjda|dojda|moge (?:sie )?(?:jej |go )?spodziewa\\w*)|\\b(?:status|stan) (?:mojego |mojej |zamowieni\\w*|paczk\\w*|przesylk\\w*)|\\bsledzi\\w*|\\btracking|\\bnumer\\w* (?:przesylki|paczki|sledzenia|listu)|\\bczy (?:\\w+ ){0,3}?(?:zostalo|zostala|jest|jest juz|juz) (?:\\w+ )?(?:wyslan\\w*|nadan\\w*|w drodze)|\\bile (?:jeszcze )?(?:trwa|czasu|mam czeka\\w*|sie czeka)|\\b(?:czekam|czekamy|oczekuje) (?:\\w+ ){0,4}?(?:na|od|juz|tydzien|dni)|\\bco (?:z|sie dzieje z) (?:moj\\w*|zamowieni\\w*|paczk\\w*)|\\bzdazy (?:\\w+ )?(?:dojsc|dotrzec|przyjsc|przed|na)|\\bdojdzie na czas|\\btermin\\w* (?:dostawy|wysylki)`,
      ),
      weak: /\bjeszcze nie (?:\w+ ){0,2}?(?:dotar\w*|doszl\w*|przyszl\w*|dostal\w*|otrzymal\w*|wyslan\w*)|\bmial\w* (?:\w+ ){0,3}?(?:dojsc|dotrzec|przyjsc|byc)|\bw drodze\b/,
    },
    delivery_problem: {
      strong:
        /\b(?:status|pisze|widnieje|napisane|oznaczon\w*|sledzenie|system|wg|wedlug)\b.{0,40}\b(?:dostarczon\w*|doreczon\w*|odebran\w*)|\b(?:dostarczon\w*|doreczon\w*)\b.{0,30}\b(?:nic|nie|brak)|\bnigdy (?:\w+ ){0,2}?(?:nie )?(?:dotar\w*|doszl\w*|przyszl\w*|dostal\w*|otrzymal\w*)|\b(?:nie (?:dotar\w*|doszl\w*|przyszl\w*)|nie (?:dostal|otrzymal)[ae]?m (?:\w+ ){0,2}?(?:paczki|przesylki|zamowienia|zadnej))|\b(?:zagin\w*|zgub\w*|ukrad\w*|skradzion\w*|przepad\w*)\b|\b(?:opozni\w*|spozni\w*|utkn\w*|stoi w miejscu)\b|\bnic sie nie (?:dzieje|rusza|zmienia)|\bnie rusza sie|\b(?:kurier|kurierka|listonosz|dostawca|inpost|poczta polska|dpd|dhl|gls|paczkomat\w*)\b.{0,50}\b(?:nie|zostawi\w*|klam\w*|rzuci\w*|pust\w*|nigdy|zl[yaeo]|pomyli\w*)|\b(?:wrocil\w*|zwrocon\w*|odeslan\w*) do (?:nadawcy|was|sklepu)|\bpod (?:zly|inny|nie ten) adres|\b(?:u|do) (?:obcego |zlego )?sasiad\w*|\bnieudan\w* (?:dostaw\w*|doreczeni\w*)|\b(?:utknela|zatrzyman\w*|stoi|lezy) (?:\w+ )?(?:na cle|w sortowni|w urzedzie celnym)/,
      weak: /\b(?:kurier\w*|inpost|poczt\w*|spoznion\w*|tygodni\w*)\b|\bnie (?:ma|przyszl\w*|dotarl\w*)\b/,
    },
    wrong_or_damaged_item: {
      strong:
        /\b(?:uszkodz\w*|zepsut\w*|zepsul\w*|polaman\w*|zlaman\w*|peknie\w*|pekl\w*|rozbit\w*|rozbil\w*|stluczon\w*|potluczon\w*|porysowan\w*|wgniecion\w*|podart\w*|rozdart\w*|wadliw\w*|popsut\w*|zniszczon\w*|poplamion\w*|przecieka\w*|wyciek\w*|splesnial\w*|odpad\w* (?:\w+ )?(?:uszko|uchwyt|raczka|guzik|kolko))\b|\b(?:zly|zla|zle|inny|inna|inne|nie ten|nie ta|nie to|niewlasciw\w*|bledn\w*|pomylon\w*) (?:\w+ )?(?:rozmiar|kolor|produkt|towar|model|artykul|przedmiot|zamowienie|smak|wersj\w*|co zamawial\w*)|\b(?:nie dziala|nie wlacza sie|nie laduje|przestal\w* dzialac|nie swieci|nie grzeje)\b|\b(?:brakuje|zabraklo|brak) (?:\w+ ){0,2}?(?:jedne\w*|czesci|elementu|sztuk\w*|srub\w*|kabla|ladowarki|instrukcji|produkt\w*|w paczce|w zestawie)|\bbrakuje\b|\bniekompletn\w*|\bzamiast\b|\btylko (?:jeden|jedna|jedno|dwa|dwie) (?:z|sztuk)|\bma (?:\w+ )?(?:dziure|ryse|rysy|plame|pekniecie|wgniecenie)|\b(?:dostal|otrzymal|przysla\w*)\w* (?:\w+ ){0,4}?(?:a zamawial|a zamowil|zamiast)\w*|\bnie to,? co (?:zamawial|zamowil)\w*|\bprzypalon\w*|\bpomyli\w* (?:zamowienie|paczki|produkty|rozmiar)/,
      weak: /\b(?:jakosc\w*|niezgodn\w*|wad[ay])\b|\bnie zgadza sie/,
    },
    return: {
      strong:
        /\b(?:zwrocic|zwracam|zwrotu towaru|zwrot (?:towaru|produktu|zamowienia|butow|kurtki)|odeslac|odsylam|oddac|zwrocic|wymienic|wymiana|wymiany|wymiane|zamienic na (?:inny|wiekszy|mniejszy|wieksza|mniejsza)|odstapi\w* od umowy|odstapieni\w*|etykiet\w* zwrotn\w*|formularz\w* zwrot\w*|etykiete do zwrotu|jak (?:\w+ )?(?:zrobic|dokonac) zwrot\w*)\b|\b(?:za|zbyt) (?:mal|duz|ciasn|szerok|krotk|dlug|luzn|waski)\w*|\bnie pasuj\w*|\bpolityk\w* zwrot\w*/,
      weak: /\bzwrot\w*|\bwymian\w*/,
    },
    refund: {
      strong:
        /\b(?:zwrot\w* (?:\w+ )?(?:pieniedzy|kasy|srodkow|kosztow|platnosci|naleznosci|gotowki|za)|(?:odda\w*|zwroc\w*|zwrac\w*|oddajcie|przele\w*) (?:\w+ ){0,3}?(?:pieniadze|kase|pieniedzy|srodki|hajs|kwote)|(?:pieniadze|kasa|kase|srodki) (?:\w+ ){0,3}?(?:z powrotem|nie wrocil\w*|zwrocone)|moj\w* (?:pieniadze|pieniedzy|kasa|kase)|refundacj\w*|gdzie (?:sa )?(?:moje )?pieniadze|odzyskac pieniadze)\b/,
      weak: /\b(?:rekompensat\w*|odszkodowani\w*|bon)\b/,
    },
    cancel: {
      strong:
        /\b(?:anuluj\w*|anulowa\w*|anulacj\w*|odwola\w* zamowieni\w*|zrezygnowa\w*|rezygnuj\w*|wycofa\w* zamowieni\w*|(?:juz )?nie (?:chce|potrzebuje) (?:juz )?(?:tego|tej|zamowienia|\w+ zamowienia)|prosze nie wysyla\w*|nie wysylajcie|wstrzyma\w* (?:wysylk\w*|zamowieni\w*)|zamowil\w* (?:\w+ )?(?:przez pomylke|omylkowo|przez przypadek|dwa razy))\b/,
    },
    change_order: {
      strong:
        /\b(?:zmieni\w*|zmiana|zmiany|zmiane|zamieni\w*|edytowa\w*|poprawi\w*|zmodyfikowa\w*)\b.{0,30}\b(?:zamowieni\w*|rozmiar\w*|kolor\w*|ilosc\w*|wariant\w*|termin\w*|model\w*)|\b(?:doda\w*|dorzuc\w*|dolozy\w*|usun\w*)\b.{0,30}\b(?:zamowieni\w*|produkt\w*|paczki|koszyka)|\b(?:wybral\w*|zaznaczyl\w*|zamowil\w*|kliknel\w*) (?:\w+ )?(?:zly|zla|nie ten|nie ta) (?:rozmiar|kolor|model|wersje)|\bzly (?:rozmiar|kolor) (?:zamowil|wybral)\w*|\bpolaczyc (?:\w+ )?zamowieni\w*/,
    },
    change_address: {
      strong:
        /\b(?:zmieni\w*|zmiana|zmiane|zmiany|popraw\w*|aktualiz\w*|bledn\w*|zly|zlego|nowy|nowego|inny|star[yae]\w*|nieaktualn\w*|pomylil\w*|przekierowa\w*|niepelny)\b.{0,35}\b(?:adres\w*|kod\w* pocztow\w*|paczkomat\w*|numer\w* (?:domu|mieszkania))|\badres\w*\b.{0,40}\b(?:zmieni\w*|bledn\w*|zly|nieaktualn\w*|popraw\w*|pomyl\w*|stary)|\b(?:wysla\w*|wyslijcie|dostarczy\w*|dostarczcie) (?:\w+ ){0,3}?(?:na|pod) (?:inny|nowy|drugi) adres|\b(?:przeprowadzi\w*|przeprowadzam) sie|\bprzeprowadzk\w*/,
      weak: /\badres\w*/,
    },
    payment: {
      strong:
        /\b(?:(?:dwa razy|podwojnie|dwukrotnie) (?:\w+ ){0,3}?(?:pobran\w*|obciaz\w*|zaplac\w*|sciag\w*|pobral\w*)|(?:pobral\w*|pobran\w*|obciaz\w*|sciag\w*) (?:\w+ ){0,5}?(?:dwa razy|podwojnie|dwukrotnie|za duzo)|faktur\w*|paragon\w*|rachunek|platnosc\w*|zaplac\w*|przelew\w*|blik\w*|karta kredytow\w*|karte|karty|karta (?:platnicz\w*|kredyt\w*)|paypal|przelewy24|p24|kod\w* rabatow\w*|raty|ratach|raty|vat|za pobraniem|pobrali)\b/,
      weak: /\b(?:cen[aye]|rabat\w*|znizk\w*|bank\w*|oplat\w*)\b/,
    },
    product_question: {
      strong:
        /\bczy (?:\w+ ){1,5}?(?:wodoodporn\w*|wodoszczeln\w*|kompatybiln\w*|wegansk\w*|dostepn\w*|na stanie|mozna prac|nadaje sie|nadaja sie|pasuje do|pasuja do|oryginaln\w*|bezpieczn\w*|zawiera)|\b(?:jaki|jaka|jakie|ktory|ktora) (?:\w+ )?(?:rozmiar\w*|material\w*|kolor\w*|wymiar\w*|model\w*|sklad\w*|roznic\w*)|\bz (?:czego|jakiego materialu)|\bkiedy (?:\w+ ){0,3}?(?:znowu|ponownie|znow)? ?(?:bedzie |beda )?dostepn\w*|\b(?:koszt\w* (?:dostawy|wysylki)|gwarancj\w*|tabel\w* rozmiar\w*|sklad produktu)\b|\bczy (?:wysylacie|macie|sprzedajecie|posiadacie|oferujecie)|\bjak (?:\w+ )?(?:prac|czyscic|uzywac|zlozyc|zamontowac)|\bprzed zakupem|\bile wazy|\bzapakowac na prezent/,
      weak: /\bdostepn\w*|\bmaterial\w*|\bmacie\b/,
    },
    complaint: {
      strong:
        /\b(?:skarg[aei]|zlozyc reklamacje|reklamacj\w*|(?:fataln|okropn|straszn|beznadziejn|tragiczn|najgorsz|kiepsk)\w* (?:\w+ )?(?:obslug\w*|sklep\w*|kontakt\w*|firm\w*|doswiadczeni\w*)|(?:obslug\w*|kontakt) (?:\w+ )?(?:fataln|okropn|beznadziejn|tragiczn|ponizej krytyki|dno)\w*|niedopuszczaln\w*|skandal\w*|oszus\w*|zlodziej\w*|naciagacz\w*|nigdy wiecej|nikt (?:\w+ )?(?:nie )?(?:odpowiada|odpisuje|odbiera|reaguje|pomaga)|brak (?:odpowiedzi|odzewu|kontaktu|reakcji)|(?:trzeci|czwarty|kolejny) (?:raz|mail)|zero (?:odpowiedzi|kontaktu|reakcji)|olewaci\w*|olewacie|ignorujecie|jak (?:wy )?traktujecie)\b/,
    },
    praise: {
      strong:
        /\b(?<=\b(?:jest|sa|to|po prostu|istna|istny) )(?:bomba|petarda|sztos|rewelka|bajka|cudenko|zabojczo piekn\w*)\b|\b(?:(?:bardzo|super|mega|naprawde|niesamowicie) (?:zadowolon\w*|szczesliw\w*|ladn\w*|fajn\w*|polecam|mil\w*|dobr\w*|szybk\w*)|jestem (?:zachwycon\w*|zadowolon\w*)|piekn\w*|przepiekn\w*|przeslicz\w*|cudown\w*|cudn\w*|swietn\w*|rewelac\w*|fantastyczn\w*|idealn\w*|wspanial\w*|doskonal\w*|polecam|gratuluje|uwielbiam|kocham|zachwycon\w*|tak trzymac|pochwal\w*|szacun|na pewno (?:\w+ )?(?:wroce|zamowie|kupie)|wielkie dzieki za|dziekuje za (?:szybk\w*|mila|super|swietn\w*|pomoc))\b/,
      weak: /\b(?:dziek\w*|super|fajn\w*|zadowolon\w*)\b/,
    },
    account: {
      strong:
        /\b(?:hasl[oa]|haslem|zalogowa\w*|logowani\w*|zalogowac|login\w*|moje konto|(?:usun\w*|zalozy\w*|skasowa\w*|zablokowan\w*) (?:\w+ ){0,2}?kont\w*|konto (?:klienta|uzytkownika)|newsletter\w*|wypisa\w*|wypisz\w*|rejestrac\w*|zarejestr\w*|rodo|usunac (?:moje )?dane|(?:usuniecie|usunac|kopi\w*) (?:\w+ )?dan\w*|punkt\w* (?:lojalnosc\w*|w programie)|subskrypcj\w*|zmieni\w* (?:\w+ )?(?:e-?mail\w*|maila|numer telefonu|nazwisko))\b/,
      weak: /\bkont[oa]\b/,
    },
    spam_or_auto: {
      strong:
        /\b(?:poza biurem|automatyczna odpowiedz|wiadomosc (?:zostala )?wygenerowana automatycznie|jestem na urlopie|przebywam na urlopie|nieobecn\w*|pozycjonowani\w*|seo|linki zwrotne|backlink\w*|wspolprac\w* reklamow\w*|zwiekszyc (?:\w+ )?(?:sprzedaz|ruch)|wygral\w* (?:nagrode|iphone)|kredyt\w* (?:dla firm|gotowkow\w*)|kryptowalut\w*|nie mozna dostarczyc wiadomosci)\b/,
    },
  },
  emotions: {
    anger: {
      strong:
        /\b(?:wsciekl\w*|wkurz\w*|wkurw\w*|zly jestem|jestem (?:zly|zla|wsciekl\w*)|oburz\w*|oburzon\w*|skandal\w*|oszus\w*|oszukan\w*|oszukuj\w*|zlodziej\w*|kurw\w*|cholern\w*|cholera|do diabla|szlag|bezczeln\w*|niedopuszczaln\w*|kpin\w*|kpicie|zart\w* sobie|robicie sobie (?:jaja|zarty)|hanb\w*|zenad\w*|wstyd(?:zcie)?|klamc\w*|klamie\w*|klamiecie|dno|masakr\w*|chamst\w*|wyludz\w*|syf)\b/,
      weak: /\b(?:fataln\w*|okropn\w*|straszn\w*|najgorsz\w*|zadam|tragicz\w*)\b/,
    },
    frustration: {
      strong:
        /\b(?:frustr\w*|zirytowan\w*|irytuj\w*|denerwuj\w*|mam (?:juz )?dosc|(?:drugi|trzeci|czwarty|piaty|kolejny|enty) (?:raz|mail)|ile razy|ile mozna|jak dlugo (?:jeszcze|mam)|od (?:\w+ )?(?:tygodni|miesiec\w*|miesiaca)|nikt (?:\w+ )?nie (?:odpowiada|odpisuje|reaguje|odbiera|pomaga)|brak (?:odpowiedzi|odzewu|kontaktu)|zero (?:odpowiedzi|kontaktu|reakcji)|znowu|znow|strata czasu|strace cierpliwosc|cierpliwosc\w*|absurd\w*|smieszne|bez sensu|(?:wciaz|nadal|ciagle|dalej) (?:nie|nic|brak|czekam))\b/,
      weak: /\b(?:czekam|obiecal\w*|obiecan\w*|dlaczego|czemu|tygodni\w*|w koncu|juz (?:pisal|dzwonil)\w*)\b/,
    },
    disappointment: {
      strong:
        /\b(?:rozczarow\w*|zawied\w*|zawiod\w*|zawiedzion\w*|szkoda|niezadowolon\w*|nie (?:jestem|jestesmy|bylam|bylem) (?:\w+ )?zadowolon\w*|spodziewal\w* sie (?:czegos )?(?:wiecej|lepsz\w*|innego)|kiepsk\w*|slab\w* jakosc\w*|jakosc (?:\w+ )?(?:slab\w*|kiepsk\w*|marna)|niezgodn\w* z opisem|nie tak jak (?:na zdjeciu|w opisie)|liczyl\w* na|tandet\w*|lipa)\b/,
      weak: /\b(?:niestety|uszkodz\w*|zepsut\w*|zly rozmiar|przykro)\b/,
    },
    worry: {
      strong:
        /\b(?:martwi\w*|zmartwion\w*|obawia\w*|obawy|boje sie|boimy sie|niepokoj\w*|zaniepokoj\w*|niespokojn\w*|stresuj\w*|zestresowan\w*|nerwow\w*|denerwuje sie|panik\w*|mam nadzieje,? ze|czy (?:\w+ ){0,3}?zdazy|czy (?:\w+ ){0,2}?(?:sie )?zgubi\w*|czy to (?:oszustwo|nie oszustwo))\b/,
      weak: /\b(?:piln\w*|urodzin\w*|slub\w*|na czas|zagin\w*|prosze o pomoc)\b/,
    },
    confusion: {
      strong:
        /\b(?:nie rozumiem|nie rozumiemy|nie wiem,? (?:czy|jak|co|dlaczego|ktory|ktora|gdzie)|zdezorientowan\w*|pogubil\w*|gubie sie|niejasn\w*|niezrozumial\w*|nie mam pojecia|co to (?:znaczy|oznacza)|dziwn\w*|o co (?:tu )?chodzi|sprzeczn\w*|pomieszal\w* mi|nie lapie)\b/,
      weak: /\b(?:dlaczego|czemu|jak to (?:mozliwe|jest)|wyjasni\w*)\b/,
    },
    sadness: {
      strong:
        /\b(?:smutn\w*|smutek|smutno|placz\w*|plakal\w*|lez|lzy|zalaman\w*|serce (?:mi )?(?:pek\w*|krwawi)|zrozpaczon\w*|rozpacz\w*|depresj\w*|przygnebi\w*|szpital\w*|ciezko chor\w*|nowotw\w*|samotn\w*|poronil\w*|bezsiln\w*|bol\w* mnie|ciezk\w* (?:okres|czas|chwil\w*))\b/,
      weak: /\b(?:przykro|niestety|chor[aey]\w*)\b/,
    },
    grief: {
      strong:
        /\b(?:popelnil(?:a|i)? samobojstwo|odebral(?:a|i)? sobie zycie|powiesil(?:a|i)? sie|samobojstw\w* (?:moj\w+|nasz\w+)|zmarl\w*|umarl\w*|odszedl|odeszl[ao]|nie zyje|pogrzeb\w*|zalob\w*|stypa|smierc\w*|nieboszczyk\w*|wdow[acey]\w*|wdowiec|kondolencj\w*|stracil\w* (?:\w+ )?(?:meza|zone|mame|matke|tate|ojca|syna|corke|brata|siostre|babcie|dziadka|psa|kota|dziecko)|swietej pamieci|s\.p\.|pozegnalismy)\b/,
    },
    embarrassment: {
      strong:
        /\b(?:wstyd mi|glupio mi|niezrecznie|zawstydzon\w*|moja wina|moj (?:wlasny )?blad|przez (?:pomylke|przypadek|nieuwage)|omylkowo|pomylil\w* (?:mi )?sie|pomylil[ae]m|przepraszam za (?:klopot|zamieszanie|problem\w*|kolejn\w*|glupie|pytanie)|glupie pytanie|gapa ze mnie|ale ze mnie)\b/,
      weak: /\b(?:przepraszam|sorry|sorki|wybaczcie)\b/,
    },
    gratitude: {
      strong:
        /\b(?:(?:bardzo|serdecznie|ogromnie|pieknie|z (?:calego )?serca) (?:\w+ )?dzieku\w*|dzieku\w* (?:bardzo|serdecznie|slicznie|pieknie|z calego|za (?:pomoc|szybk\w*|wszystko|mil\w*|super|piekn\w*|cudown\w*|swietn\w*))|(?:wielkie|stokrotne|ogromne) (?:dzieki|podziekowania)|dzieki (?:wielkie|serdeczne|za (?:pomoc|szybk\w*|wszystko))|wdzieczn\w*|doceniam|uratowal\w* mi|ratujecie)\b/,
      weak: /\b(?:dziek\w*|dzieku\w*|dzieki|dzienks|thx)\b/,
    },
    joy: {
      strong:
        /\b(?<=\b(?:jest|sa|to|po prostu|istna|istny) )(?:bomba|petarda|sztos|rewelka|bajka|cudenko|zabojczo piekn\w*)\b|\b(?:zachwycon\w*|zachwyc\w*|szczesliw\w*|uszczesliw\w*|ciesz\w* sie|ucieszyl\w*|radosc\w*|piekn\w*|przepiekn\w*|sliczn\w*|przeslicz\w*|cudown\w*|cudn\w*|cudo|wspanial\w*|fantastyczn\w*|rewelac\w*|swietn\w*|super zadowolon\w*|bardzo zadowolon\w*|jestem zadowolon\w*|uwielbi\w*|kocham|idealn\w*|bomba|bajka|nie moge sie doczekac|hura|jupi)\b/,
      weak: /\b(?:super|fajn\w*|ladn\w*|dobr\w*|mil\w*|zadowolon\w*)\b/,
    },
    surprise: {
      strong:
        /\b(?:zaskocz\w*|zdziwi\w*|zdziwion\w*|wow|nie spodziewal\w* sie|niespodziank\w*|nie (?:moge )?(?:wierze|uwierzyc)|niewiarygodn\w*|niesamowit\w*|szok\w*|zszokowan\w*|o rany|o matko|ojej|serio\?|oniemial\w*)/,
      weak: /\b(?:nagle|juz\?)/,
    },
  },
  negation: /\b(?:nie|nigdy|bez|zadn\w*|ani|malo|nic|nikt|bylbym|bylabym|byloby)\b/,
  intensifier:
    /\b(?:bardzo|naprawde|strasznie|totalnie|calkowicie|absolutnie|kompletnie|mega|super|tak|taki|taka|zawsze|nigdy|niesamowicie|ogromnie|wyjatkowo|cholernie|w ogole|znowu)\b/,
  urgency: {
    now: /\b(?:piln[ieay]\w*|natychmiast\w*|od razu|jak najszybciej|asap|dzis|dzisiaj|jutro|na jutro|na dzis|niezwlocznie|teraz|juz teraz|na wczoraj|awari\w*)\b/,
    today:
      /\b(?:wkrotce|na czas|zdazy\w*|do (?:poniedzialku|wtorku|srody|czwartku|piatku|soboty|niedzieli|weekendu|swiat|jutra|konca tygodnia)|na (?:poniedzialek|wtorek|srode|czwartek|piatek|sobote|niedziele|weekend|swieta)|w ten (?:weekend|piatek)|przed (?:swietami|wyjazdem|urodzinami|slubem|weekendem|wysylka|\d+)|urodzin\w*|imienin\w*|slub\w*|wesel\w*|chrzcin\w*|chrzest|komuni\w*|wigili\w*|gwiazdk\w*|wyjazd\w*|wyjezdza\w*|wakacj\w*|urlop\w*|lot|samolot|w tym tygodniu|termin)\b/,
  },
  courtesy:
    /^(?:dzien dobry|dobry wieczor|witam\w*|witajcie|czesc|hej(?:ka)?|siema|szanown\w* (?:panstwo|pani|panie)|drodzy)\b[^.!?\n]{0,30}[,!.]?$|^(?:dzien dobry|witam|czesc|hej)[,!]|\b(?:z gory |bardzo z gory )(?:bardzo )?(?:dziek\w*|dzieku\w*)\b.{0,20}|\bdzieku\w* (?:z gory|za (?:pomoc|odpowiedz|informacj\w*|szybka odpowiedz))[.!, ]*$|^(?:dzieku\w*|dzieki|dziek\w*)(?: bardzo)?[.!, ]*(?:(?:i )?(?:pozdr\w*).{0,30})?$|\b(?:serdecznie )?pozdr(?:awiam|owienia)?\b.{0,40}$|\bz powazaniem\b.{0,40}$|\b(?:czekam na|prosze o) (?:szybka |pilna )?(?:odpowiedz|informacje zwrotna|kontakt)[.!]?$|\b(?:chcialbym|chcialabym)\b/,
};
