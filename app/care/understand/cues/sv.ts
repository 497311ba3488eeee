import type { LanguageCues } from "./cues.ts";

export const swedish: LanguageCues = {
  language: "sv",
  intents: {
    order_status: {
      strong:
        /\b(?:var|till vem) (?:\w+ ){0,4}?(?:lamna\w*|levererat\w*|levererades)\b|\bvar (?:ar|finns|befinner sig|har) (?:mitt|min|mina|paketet|bestallningen|det|den|vart|varan|varorna|leveransen)|\bnar (?:\w+ ){0,2}?(?:kommer|skickas|levereras|far jag|kan jag|skickar|anlander|beraknas|dyker|blir|gar)|\b(?:status|lage)\w* (?:pa|for|med) (?:min|mitt|bestallning\w*|order\w*|paket\w*)|\borderstatus|\bspar(?:a|ning|ningsnummer|ningslank)\w*|\bkollinummer|\bsandningsnummer|\bhur lang tid|\bhur lange (?:\w+ )?(?:tar|drojer|ska)|\b(?:vantar|vantat) (?:\w+ ){0,4}?(?:pa|fortfarande|i)\b|\bhar (?:\w+ ){0,3}?(?:skickats|skickat|gatt ivag|lamnat|packats)|\bnagot nytt (?:om|kring)|\bvad hander med|\bhinner (?:\w+ )?(?:komma|fram|det|den|paketet)|\bkommer (?:\w+ )?(?:fram )?i tid|\bleveranstid\w*|\bleveransdatum/,
      weak: /\b(?:inte|ej) (?:\w+ )?(?:kommit|fatt|levererats|anlant|skickats) an|\bskulle (?:\w+ ){0,2}?(?:kommit|komma|levereras|vara har)|\bpa vag\b|\bannu inte/,
    },
    delivery_problem: {
      strong:
        /\b(?:star|sparningen|enligt|markerat|visar|sager)\b.{0,40}\b(?:levererat|levererad|utlamnat|utlamnad|mottaget|hamtat)|\b(?:levererat|levererad|utlamnat)\b.{0,30}\b(?:men|inget|inte)\b|\baldrig (?:kommit|fatt|dykt upp|levererats|anlant|kom)|\bhar inte (?:kommit fram|dykt upp|levererats|anlant|fatt (?:mitt|min|nagot) (?:paket|leverans|bestallning))|\b(?:forsvunnit|forsvunnet|borttappat|tappat bort|stulet|stulen|stals|kommit bort|gatt forlorat)\b|\b(?:forsenad|forsenat|forsening\w*|fastnat|star still|hanger sig)\b|\binget hander|\bror sig inte|\b(?:chauffor\w*|budet|brevbarar\w*|postnord|instabox|dhl|budbee|bring|ups|ombud\w*|early bird)\b.{0,50}\b(?:inte|aldrig|lamna\w*|kasta\w*|fel|ljug\w*|ringde|ingen)|\b(?:retur(?:nerats)?|skickats tillbaka|tillbaka) till avsandar\w*|\b(?:hos|till) (?:fel |en |min )?grann\w*|\bfel (?:adress|dorr|hus) (?:\w+ )?levererad?|\bleverera\w* (?:\w+ ){0,2}?(?:till|pa) fel|\bmisslyckad leverans|\bi tullen\b/,
      weak: /\b(?:postnord|dhl|instabox|sen|forsenat|veckor|tullen)\b|\b(?:inte|ej) (?:kommit|fatt)\b/,
    },
    wrong_or_damaged_item: {
      strong:
        /\b(?:trasig\w*|sonder|skad(?:ad|at|ade|or)|defekt\w*|krossa(?:d|t|de)|sprucken|spruckit|spricka|repig\w*|repa|repor|rev[ae]n|buckla\w*|bucklig\w*|flackig\w*|flack|smutsig\w*|lacker|lackt|mogl\w*|utgang(?:en|et|na)|gatt sonder|felaktig\w*|hal i|lossnat|gick sonder|gick av|gatt av)\b|\bfel (?:vara|varor|storlek|farg|modell|produkt|artikel|sak|skor|variant|grej|paket)|\b(?:fick|skickade|skickat|fatt) (?:\w+ ){0,2}?(?:fel|annan|nagot annat|helt annan)|\b(?:fungerar|funkar|startar|laddar) (?:\w+ )?(?:inte|ej)|\bslutat (?:fungera|funka)|\b(?:saknas|saknar|fattas)\b|\bistallet for\b|\bi stallet for\b|\binte (?:det|den|vad) (?:som )?jag (?:har )?bestallde?|\bbara (?:en|ett|tva|halva) (?:av|skor)|\bofullstandig\w*/,
      weak: /\bkvalite\w*|\bstammer inte|\bliknar inte/,
    },
    return: {
      strong:
        /\b(?:retur(?:nera|nerar|er|en|sedel|fraktsedel|lapp|policy|ratt|etikett)?|skicka (?:\w+ )?(?:tillbaka|ater)|lamna (?:\w+ )?tillbaka|lamna igen|byta|byte|bytas|oppet kop|angerratt\w*|angra kopet|angra mitt kop)\b(?! (?:adress|farg pa|storlek pa min))|\bfor (?:liten|litet|sma|stor|stort|stora|trang|trangt|tranga|lang|langt|kort|vid|vida|smal)\b|\bpassar (?:\w+ )?inte|\bpassade inte/,
    },
    refund: {
      strong:
        /\b(?:aterbetal\w*|(?:fa |vill ha |ha |far jag |fatt |ge mig )?(?:mina )?pengar(?:na)? (?:\w+ )?(?:tillbaka|ater)|mina pengar|var ar pengarna|kompensation|pengarna tillbaka|kreditera\w*)\b/,
    },
    cancel: {
      strong:
        /\b(?:avbestall\w*|avboka\w*|annuller\w*|makuler\w*|stoppa (?:\w+ )?(?:bestallning\w*|order\w*|leverans\w*)|avbryta? (?:\w+ )?(?:bestallning\w*|kop\w*|order\w*)|(?:vill|behover) (?:\w+ )?inte (?:ha )?(?:\w+ )?(?:langre|mer)|angrat mig|skicka inte|rakade bestalla|bestallde (?:\w+ )?(?:av misstag|dubbelt))\b/,
    },
    change_order: {
      strong:
        /\b(?:andra|byta|uppdatera|korrigera|justera)\b.{0,30}\b(?:bestallning\w*|order\w*|storlek\w*|farg\w*|antal\w*|modell\w*|leveransdatum|leveransdag)\b.{0,30}|\blagg(?:a|er)? till\b|\bta bort\b.{0,30}\b(?:bestallning\w*|order\w*|vara\w*|artikel\w*)|\b(?:valde|bestallde|klickade|rakade valja) (?:\w+ ){0,2}?fel (?:storlek|farg|modell|antal)|\bsla ihop (?:\w+ )?(?:bestallning\w*|order\w*)/,
    },
    change_address: {
      strong:
        /\b(?:andra|byta|uppdatera|ratta|korrigera|fel|ny|nya|annan|gammal|gamla|skrev fel)\b.{0,35}\b(?:\w*adress\w*|postnummer|husnummer|lagenhetsnummer|portkod\w*)|\b\w*adress\w*\b.{0,40}\b(?:andra\w*|fel|gammal|gamla|ny|stammer inte|uppdater\w*)|\b(?:skicka|leverera) (?:\w+ ){0,3}?till (?:en )?(?:annan|ny) adress|\b(?:flyttat|flyttar)\b/,
      weak: /\badress\w*/,
    },
    payment: {
      strong:
        /\b(?:(?:dubbelt|tva ganger|dubbla) (?:\w+ )?(?:debit\w*|dra\w*|betal\w*)|(?:debiterad\w*|debiterat|dragit|dragits|betalat|betalt|draget) (?:\w+ ){0,4}?(?:dubbelt|tva ganger|for mycket)|faktur\w*|kvitto\w*|betalning\w*|betala|betalar|swish\w*|klarna|paypal|kortet (?:\w+ )?(?:nekas|nekades|fungerar inte)|kortbetalning\w*|rabattkod\w*|presentkort\w*|delbetal\w*|avbetal\w*|moms\w*|paminnelse\w*|inkasso)\b/,
      weak: /\b(?:betalt|betalat|pris\w*|rabatt\w*|bank\w*|kort)\b/,
    },
    product_question: {
      strong:
        /\b(?:ar|finns) (?:\w+ ){0,4}?(?:vattentat\w*|kompatib\w*|vegan\w*|i lager|tillganglig\w*|tvattbar\w*|maskintvatt\w*|lamplig\w*|akta|storlek \w+|i (?:svart|rott|blatt|andra farger))\b|\bvilken (?:storlek|farg|modell|skillnad)|\bvilket material|\bvilka (?:matt|farger|storlekar|ingredienser)|\bvad ar (?:skillnaden|det for material|matten)|\bnar (?:\w+ ){0,3}?(?:in|tillbaka) i lager|\b(?:ater|tillbaka|in) i lager|\b(?:fraktkostnad\w*|garanti\w*|storleksguide\w*|ingredienser)\b|\b(?:skickar|levererar|saljer) ni (?:\w+ )?(?:till|aven|ocksa)|\bhar ni (?:\w+ ){0,4}?(?:i|kvar|hemma|andra)\b|\bhur (?:stor|tung|lang|bred|tvattar|anvander|rengor|monterar)|\binnan jag (?:koper|bestaller)|\bpassar (?:den|det|de) (?:\w+ )?(?:till|for|i)|\bpresentinslag\w*/,
      weak: /\bi lager\b|\bmaterial\w*|\bhar ni\b|\bstorlek\w*/,
    },
    complaint: {
      strong:
        /\b(?:klag\w*|reklam(?:ation\w*|era)|(?:usel|urusel|dalig|katastrofal|vardelos|bedrovlig|fruktansvard|undermalig)\w* (?:\w+ )?(?:service|kundtjanst|kundservice|bemotande|upplevelse|foretag|butik|support)|oacceptab\w*|skandal\w*|skammes|skams|bedragar\w*|bedrageri|bluff\w*|lurad\w*|lurendrej\w*|aldrig mer|aldrig igen|ingen (?:svarar|aterkommer|hjalper|bryr sig)|inget svar|far inget svar|svarar (?:ni )?(?:aldrig|inte)|(?:tredje|fjarde|femte) (?:gangen|mejlet|mailet)|otrevlig\w*|oproffs\w*|nonchala\w*)\b/,
    },
    praise: {
      strong:
        /\b(?<=\b(?:ar|var|helt|bara) (?:\w+ )?)(?:att do for|klockren\w*|grym\w?|kanon|kanonbra|som en drom)\b|\b(?:(?:valdigt|jatte|super|sa|mycket|otroligt|riktigt) ?(?:nojd\w*|glad\w*|fin\w*|bra|snygg\w*|fint|snabb\w*|trevlig\w*)|alskar (?:den|det|dem|min|mitt|mina|er|era)|jattenojd\w*|jattefin\w*|jattebra|supernojd\w*|superbra|underbar\w*|fantastisk\w*|perfekt\w*|utmarkt\w*|strala?nde|toppen|kanonbra|kanon|grymt|suveran\w*|vacker\w*|rekommenderar|rekommendera|fem stjarnor|fortsatt sa|bra jobbat|ni ar (?:bast|fantastiska|underbara|grymma)|tack for (?:snabb\w*|fantastisk\w*|bra|fin\w*|den fina|det fina|jattebra|underbar\w*)|handlar garna igen|kommer (?:\w+ )?(?:handla|bestalla) igen)\b/,
      weak: /\b(?:tack|bra|nojd|fin|fint)\b/,
    },
    account: {
      strong:
        /\b(?:losenord\w*|logga in|inlogg\w*|mitt konto|(?:radera|ta bort|avsluta|skapa|sparra) (?:\w+ )?konto\w*|nyhetsbrev\w*|avregistrera\w*|avprenumerera\w*|prenumeration\w*|registrera mig|gdpr|(?:radera|ta bort) (?:\w+ )?(?:uppgifter|data|personuppgifter)|personuppgifter|bonuspoang\w*|medlems\w*|verifieringskod\w*|(?:andra|byta) (?:\w+ )?(?:mejl\w*|e-post\w*|mail\w*|telefonnummer|efternamn))\b/,
      weak: /\bkonto\w*/,
    },
    spam_or_auto: {
      strong:
        /\b(?:inte pa kontoret|franvaromeddelande|autosvar|automatiskt (?:svar|meddelande|genererat)|har semester|pa semester till|ar ledig till|foraldraledig|sokmotoroptimering|seo|backlank\w*|backlinks?|oka (?:\w+ )?(?:forsaljning\w*|trafik\w*)|du har vunnit|foretagslan|kryptovaluta|kunde inte levereras till mottagar\w*)\b/,
    },
  },
  emotions: {
    anger: {
      strong:
        /\b(?:arg|argt|rasande|forbannad\w*|forb[ae]nna\w*|ilsk\w*|ursinnig\w*|upprord\w*|skandal\w*|skamligt|skams|skammes|bedragar\w*|bedrageri|lurad\w*|bluff\w*|tjuv\w*|lognare|ljuger|ljug|oacceptab\w*|oforskamd\w*|oforskamt|frackt|jav(?:la|lar|ligt)|fan|skit\w*|helvete|idiot\w*|vidrig\w*|hur (?:vagar|kan) ni|krank\w*|hanar?)\b/,
      weak: /\b(?:usel\w*|urusel\w*|katastrof\w*|vardelos\w*|fruktansvard\w*|hemsk\w*|kraver|bedrovlig\w*)\b/,
    },
    frustration: {
      strong:
        /\b(?:frustrer\w*|irriter\w*|trott pa|trotta pa|less|fatt nog|less pa|nu racker det|(?:andra|tredje|fjarde|femte) (?:gangen|mejlet|mailet|forsoket)|hur manga ganger|hur lange (?:ska|till)|i (?:flera )?veckor|i manader|ingen (?:svarar|aterkommer|hjalper)|inget svar|igen|annu en gang|tappar talamodet|talamod\w*|sloseri med tid|bortkastad tid|lojligt|absurt|jobbigt|fortfarande (?:inte|inget|ingen|vantar)|suck)\b/,
      weak: /\b(?:vantat|vantar|lovade|lovat|varfor|veckor|antligen)\b/,
    },
    disappointment: {
      strong:
        /\b(?:besviken|besvikna|besviket|besvikelse|missnojd\w*|inte (?:\w+ )?(?:nojd|nojda|glad|imponerad|bra)|forvantade mig (?:mer|battre|nagot)|forvantningar|tyvarr inte|trakigt|synd|dalig kvalite\w*|kvalite\w* (?:\w+ )?(?:dalig|usel)|samre an|inte som (?:pa bilden|beskriv\w*|forvantat)|hoppats|ser billig)\b/,
      weak: /\b(?:tyvarr|trasig\w*|fel|saknas)\b/,
    },
    worry: {
      strong:
        /\b(?:oro(?:lig|liga|ad|ar mig|ande)?|orolig\w*|bekymra\w*|radd|radda|nervos\w*|angest|panik\w*|stress\w*|angslig\w*|hoppas (?:att|det|den|paketet|inget)|tank om|kommit bort|ar det (?:en )?(?:bluff|serios\w*)|hinner (?:den|det|paketet))\b/,
      weak: /\b(?:bradskande|akut|fodelsedag\w*|brollop\w*|i tid|borta)\b/,
    },
    confusion: {
      strong:
        /\b(?:forvirra\w*|forstar (?:\w+ )?(?:inte|ej|ingenting)|fattar (?:\w+ )?(?:inte|ingenting)|begriper inte|oklart|otydlig\w*|vet (?:\w+ )?inte (?:om|hur|vad|varfor|vilken)|ingen aning|vad betyder|konstig\w*|marklig\w*|undrar (?:varfor|hur)|motsag\w*|osaker\w* pa)\b/,
      weak: /\b(?:varfor|hur kommer det sig|forklara\w*)\b/,
    },
    sadness: {
      strong:
        /\b(?:ledsen for|sa ledsen|jatteledsen|ledsna|ledset|sorglig\w*|grat\w*|grater|tarar|tararna|fortvivl\w*|forkrossad\w*|krossat hjarta|deprimerad\w*|depression|sjukhus\w*|svart sjuk|cancer|ensam\w*|hjartskarande|missfall\w*|mar (?:valdigt |sa )?daligt|tung tid|svar tid)\b/,
      weak: /\b(?:ledsen|sjuk|tyvarr|jobbigt)\b/,
    },
    grief: {
      strong:
        /\b(?:gick bort|gatt bort|avled|avlid\w*|dodsfall\w*|begravning\w*|sorg|sorgen|sorjer|har dott|dog (?:forra|i|igar|plotsligt|nyligen|pa)|(?:man|fru|mamma|pappa|son|dotter|bror|syster|mormor|farmor|morfar|farfar|hund|katt) dog|somnat in|dodsbo\w*|anka|ankeman|kondoleans\w*|(?:forlora\w*|mist) (?:\w+ )?(?:man|make|maka|fru|mamma|pappa|son|dotter|bror|syster|mormor|morfar|barn|hund|katt))\b/,
    },
    embarrassment: {
      strong:
        /\b(?:pinsam\w*|generad\w*|skams (?:for|lite)|mitt (?:eget )?(?:fel|misstag)|min (?:egen )?miss|klantig\w*|klantat|dumt av mig|dum fraga|av misstag|rakade|ursakta (?:for|att|besvaret|min)|ber om ursakt|forlat (?:for|att|besvaret)|sorry (?:for|att)|slarv\w*|skrev fel|skammes lite)\b/,
      weak: /\b(?:forlat|ursakta|sorry)\b/,
    },
    gratitude: {
      strong:
        /\b(?:tack sa (?:jatte|valdigt |hemskt )?mycket|tusen tack|stort tack|varmt tack|tackar sa|tacksam\w*|tack for (?:hjalpen|allt|snabb\w*|att|den|det|er)|uppskattar|ni raddade|raddade min dag|hjartligt tack|tack snalla)\b/,
      weak: /\b(?:tack|tackar|tackartackar)\b/,
    },
    joy: {
      strong:
        /\b(?<=\b(?:ar|var|helt|bara) (?:\w+ )?)(?:att do for|klockren\w*|grym\w?|kanon|kanonbra|som en drom)\b|\b(?:glad over|sa glad|jatteglad\w*|superglad\w*|valdigt glad\w*|lycklig\w*|alskar|overlycklig\w*|jattenojd\w*|valdigt nojd\w*|supernojd\w*|mycket nojd\w*|sa nojd\w*|underbar\w*|fantastisk\w*|perfekt\w*|jattefin\w*|jattebra|superfin\w*|superbra|vacker\w*|ljuvlig\w*|toppen|kanon\w*|suveran\w*|stralande|langtar|ser (?:sa )?fram emot att|hurra|yay|basta)\b/,
      weak: /\b(?:bra|fin|fint|glad|nojd|snygg\w*|trevlig\w*|gillar|kul|harlig\w*)\b/,
    },
    surprise: {
      strong:
        /\b(?:overrask\w*|forvana\w*|wow|oj|jisses|herregud|ovantat|ovantad|trodde (?:\w+ )?(?:inte|aldrig)|inte (?:\w+ )?tro|otroligt|chock\w*|hade (?:\w+ )?inte (?:vantat|forvantat)|mallos)\b/,
      weak: /\b(?:plotslig\w*|redan\?|verkligen\?)/,
    },
  },
  negation: /\b(?:inte|ej|aldrig|ingen|inget|inga|utan|knappast|knappt|skulle|hade|icke)\b/,
  negationAfter: /^ (?:\w+ ){0,2}?(?:inte|ej|aldrig)\b/,
  intensifier:
    /\b(?:valdigt|mycket|jatte\w*|super\w*|sa|verkligen|helt|extremt|absolut|totalt|otroligt|riktigt|alltid|aldrig|igen|fruktansvart|sjukt|djupt)\b/,
  urgency: {
    now: /\b(?:bradskande|akut|omedelbart|genast|nu pa en gang|idag|i dag|ikvall|i kvall|imorgon|i morgon|omgaende|sa snart som mojligt|asap|snarast)\b/,
    today:
      /\b(?:snabbt|snart|i tid|hinner|(?:till|fore|innan|senast|pa) (?:mandag|tisdag|onsdag|torsdag|fredag|lordag|sondag|helgen|jul|pask|midsommar|den \d+)|fodelsedag\w*|brollop\w*|dop|dopet|student\w*|julafton|julklapp\w*|aker|reser|resa|semester|innan (?:\w+ )?skickas|denna vecka|den har veckan|i veckan|deadline)\b/,
  },
  courtesy:
    /^(?:hej(?:san)?|hallo|halla|tjena|god (?:morgon|dag|kvall)|goddag|basta)\b[^.!?\n]{0,30}[,!.]?$|^(?:hej(?:san)?|hallo|tjena)[,!]|\btack (?:sa mycket )?(?:pa forhand|for (?:hjalpen|svar|ert svar|snabbt svar|er tid))[.!, ]*$|\btack pa forhand\b|^tack(?: sa mycket)?[.!, ]*(?:(?:med )?(?:vanliga )?halsning\w*.{0,30})?$|\b(?:med )?(?:vanlig\w*|basta|varma) halsning\w*\b.{0,40}$|^(?:mvh|hals|halsningar|vh)\b.{0,30}$|\b(?:ser fram emot|vantar pa|hoppas pa) (?:ert |ett |snabbt )*svar\b.{0,20}$|\b(?:jag )?skulle (?:vilja|garna|onska)\b/,
};
