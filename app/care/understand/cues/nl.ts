import type { LanguageCues } from "./cues.ts";

export const dutch: LanguageCues = {
  language: "nl",
  intents: {
    order_status: {
      strong:
        /\b(?:waar|bij wie) (?:\w+ ){1,4}?(?:bezorgd|afgeleverd|afgegeven|neergelegd|geleverd)\b|\bwaar (?:is|blijft|zijn|blijven)\b|\bwanneer (?:komt|wordt|word|krijg|ontvang|kan|arriveert|verzend|mag)|\b(?:status|stand) van\b|\btrack(?:ing| ?(?:&|and|en) ?trace)|\bhoe lang (?:duurt|moet|nog)|\bis (?:\w+ ){0,3}?(?:al )?(?:verzonden|verstuurd|onderweg)\b|\b(?:komt|komen) (?:\w+ ){0,4}?(?:nog )?op tijd|\b(?:al )?(?:iets|nieuws) (?:bekend )?over\b|\bhoe ver is\b|\bhoe staat het met|\btrackingnummer|\bwanneer (?:hij|het|ze|mijn)|\b(?:wacht|wachten) (?:\w+ ){0,3}?(?:op|nog)|\bal (?:verzonden|verstuurd|onderweg)|\blevertijd|\bleverdatum|\bzendingsnummer/,
      weak: /\bnog (?:steeds )?niet (?:\w+ )?(?:ontvangen|binnen|aangekomen|geleverd|verzonden|bezorgd)|\bzou (?:\w+ ){0,3}?(?:aankomen|bezorgd)/,
    },
    delivery_problem: {
      strong:
        /\b(?:staat|als|volgens)\b.{0,40}\b(?:bezorgd|geleverd|afgeleverd)\b|\bnooit (?:ontvangen|aangekomen|geleverd)|\bniet (?:ontvangen|aangekomen|bezorgd|geleverd)|\b(?:kwijt|verloren|zoek|gestolen|vertraag\w*|vertraging|te laat)\b|\b(?:bezorger|postbode|postnl|dhl|dpd|koerier)\b|\bretour (?:naar )?afzender|\bniet thuis (?:was|aangetroffen)|\b(?:beweegt|verandert|update) (?:\w+ )?niet|\b(?:staat|ligt|zit) (?:\w+ ){0,3}?(?:stil|vast)|\bdouane\b|\bverdwenen\b|\b(?:niemand|niks|niets) (?:aangebeld|ontvangen|gekregen)|\bbij een (?:onbekende|buur)\w*|\bspoorloos\b|\bpakketautomaat\b.{0,20}\bleeg\b|\bbij de (?:verkeerde )?buren|\bmislukte bezorging/,
    },
    wrong_or_damaged_item: {
      strong:
        /\b(?:kapot\w*|beschadigd\w*|gebroken|defect\w*|gescheurd\w*|stuk|bekrast\w*|gebarsten|gedeukt)\b|\b(?:verkeerde?|ander|andere|foute?) (?:artikel|product|maat|kleur|model|bestelling|item)|\b(?:ontbreekt|ontbreken|mist|missen)\b|\bwerkt (?:\w+ )?niet|\bdoet het niet|\b(?:gaat|ging|laadt|start) (?:\w+ )?niet (?:aan|op|meer)|\b(?:ging|is|gaat) stuk\b|\blekt?\b|\bgelekt\b|\bbeschimmeld|\bvlek\w*|\bkras(?:sen)?\b|\bscheur\w*|\bgat in\b|\bdeuk\w*|\b(?:had|heb) ik? ?(?:\w+ ){0,4}?besteld\b.{0,40}\b(?:kreeg|gekregen|ontvangen)|\bmaar (?:een|twee) van de\b|\bslechts (?:een|de helft)|\bin plaats van|\bniet wat ik (?:heb )?besteld|\bincompleet|\bonvolledig/,
    },
    return: {
      strong:
        /\b(?:retour\w*|terugsturen|terugzenden|ruilen|omruilen|te (?:klein|groot|strak|wijd|kort|lang)|past (?:\w+ )?niet|passen niet|herroep\w*|bedenktijd|retourlabel|stuur (?:\w+ ){0,2}?terug|ruil\w*|omgeruild|wil (?:\w+ ){0,3}?teruggeven)\b/,
    },
    refund: {
      strong:
        /\b(?:terugbeta\w*|geld (?:\w+ )?terug|op mijn geld|terugstort\w*|restitutie|waar blijft mijn geld|mijn geld|geld nog niet|teruggestort|terugbetaling|vergoeding)\b/,
    },
    cancel: {
      strong:
        /\b(?<!\bniet )(?:annul\w*|afzeggen|niet meer (?:nodig|hebben)|cancel\w*|per ongeluk (?:\w+ )?besteld|niet (?:meer )?(?:versturen|verzenden|opsturen)|zie er(?: toch)? van ?af|stop(?:zetten)? (?:\w+ )?bestelling)\b/,
    },
    change_order: {
      strong:
        /\b(?:bestelling|maat|kleur|aantal) (?:\w+ ){0,3}?(?:wijzigen|aanpassen|veranderen)|\b(?:wijzig\w*|aanpass\w*)\b.{0,25}\b(?:bestelling|maat|kleur|aantal)|\btoevoegen\b|\bverkeerde (?:maat|kleur) besteld/,
    },
    change_address: {
      strong:
        /\b(?:adres|postcode|huisnummer)\w*\b.{0,40}\b(?:wijzig\w*|aanpas\w*|verander\w*|verkeerd|fout|nieuw|klopt niet)|\b(?:nieuw|verkeerd|ander|wijzig\w*|fout)\b.{0,30}\b(?:\w*adres|postcode)|\bverhuis\w*/,
    },
    payment: {
      strong:
        /\b(?:factuur|betaling|betalen|afgeschreven|dubbel betaald|creditcard|paypal|ideal|klarna|kortingscode|cadeaubon|btw|incasso|bonnetje)\b/,
      weak: /\b(?:betaald|prijs|korting|twee keer)\b/,
    },
    product_question: {
      strong:
        /\b(?:is|zijn) (?:\w+ ){0,4}?(?:waterdicht|compatibel|vegan|op voorraad|leverbaar|wasbaar|geschikt|beschikbaar)\b|\bwelke (?:maat|kleur|kleuren|afmetingen)|\bwelk materiaal|\bwat (?:zijn de (?:afmetingen|ingredienten)|is het (?:materiaal|verschil))|\b(?:verzendkosten|garantie|maattabel|ingredienten)\b|\bhebben jullie|\blevert u|\bhoe (?:groot|lang|breed|zwaar|was ik|gebruik)/,
    },
    complaint: {
      strong:
        /\b(?:klacht\w*|klagen|belachelijk|schandalig\w*|onacceptabel|slechte (?:\w+ )?(?:service|ervaring|klantenservice)|oplichter\w*|oplichting|nooit meer|niemand (?:reageert|antwoordt|helpt)|geen (?:reactie|antwoord)|derde (?:keer|mail)|hing op|opgehangen|onbeschoft\w*|onbeleefd\w*|van het kastje naar de muur|genegeerd|negeren|waardeloze (?:\w+ )?(?:service|klantenservice)|slechte (?:communicatie|ervaring)|schande)\b/,
    },
    praise: {
      strong:
        /\b(?<=\b(?:is|zijn|was|echt|gewoon|absoluut) )(?:om te zoenen|de bom|een plaatje|het einde|te gek|top|om van te smullen)\b|\b(?:heel erg bedankt|hartelijk dank voor|bedankt voor (?:de|het|jullie)|(?:erg|heel|super|zo|zeer) (?:blij|tevreden|mooi|goed|leuk)|prachtig\w*|geweldig\w*|perfect\w*|fantastisch\w*|uitstekend\w*|schitterend|complimenten|aanrader|zo blij|heel blij|ben dol op)\b/,
      weak: /\b(?:bedankt|dank)\b/,
    },
    account: {
      strong:
        /\b(?:wachtwoord|inloggen|mijn account|registr\w*|nieuwsbrief|uitschrijven|gegevens verwijderen|avg|spaarpunten|abonnement)\b/,
    },
    spam_or_auto: {
      strong: /\b(?:niet op kantoor|automatisch antwoord|afwezig\w*|zoekmachine\w*|seo|backlinks?)\b/,
    },
  },
  emotions: {
    anger: {
      strong:
        /\b(?:woedend|boos|pisnijdig|witheet|verontwaardigd|schaamteloos|schande\w*|brutaal|onbeschoft\w*|dieven|bedriegers|flikker op|verdomme|tering\w*|kanker(?:bedrijf|zooi)|om de tuin geleid|kwaad|razend|schandalig\w*|onacceptabel|oplicht\w*|belachelijk|waardeloos|kut\w*|klote\w*|godver\w*|leugen\w*|bedrog)\b/,
    },
    frustration: {
      strong:
        /\b(?:gefrustreerd|frustrerend|irritant|ergerlijk|erger me|hopeloos|moedeloos|er klaar mee|helemaal klaar|beu|genoeg van|waar blijft|hoe lang (?:nog|moet)|(?:derde|vierde|tweede) (?:mail|bericht)|tijdverspilling|van het kastje|wanhopig word|nog altijd|om gek van|geirriteerd|zat|alweer|weer eens|(?:tweede|derde|vierde) keer|al weken|geen reactie|niemand reageert|hoe vaak|nog steeds (?:niet|geen)|geduld is op|vervelend)\b/,
      weak: /\b(?:wacht|weken|beloofd|waarom)\b/,
    },
    disappointment: {
      strong:
        /\b(?:teleurgesteld|teleurstellend|jammer|ontevreden|niet tevreden|meer verwacht|beter verwacht|verwachting\w*|niet (?:\w+ )?(?:blij|zoals|wat ik had)|balen|balend|spijt|spijtig|erg jammer|zonde|matige kwaliteit|viel tegen|slechte kwaliteit|tegengevallen|valt tegen)\b/,
      weak: /\b(?:helaas|kapot|beschadigd|verkeerde?)\b/,
    },
    worry: {
      strong:
        /\b(?:bezorgd over|maak me zorgen|zorgen|ongerust|bang|angst|zenuwachtig|nerveus|gestrest|stress|paniek|vrees|bezorgd of|maken ons zorgen|komt het (?:wel|nog)|stel dat|benauwd|hopelijk|ik hoop dat|kwijtgeraakt)\b/,
      weak: /\b(?:dringend|op tijd|verjaardag|bruiloft)\b/,
    },
    confusion: {
      strong:
        /\b(?:verward|in de war|begrijp (?:\w+ )?niet|snap (?:\w+ )?niet|onduidelijk|raak de weg kwijt|kom er niet uit|wat betekent|klopt niet met|tegenstrijdig\w*|geen touw|welke van de|vreemd|raar|geen idee|weet niet (?:of|hoe|wat))\b/,
    },
    sadness: {
      strong:
        /\b(?:verdriet\w*|verdrietig|huil\w*|tranen|ziekenhuis|kanker|gebroken hart|diepbedroefd|in tranen|kapot van|wanhop\w*|eenzaam|depressief|ongelukkig|ernstig ziek|zware tijd|moeilijke (?:tijd|periode)|pijn in mijn hart)\b/,
    },
    grief: {
      strong:
        /\b(?:(?<=\bzich(?:zelf)? (?:\w+ ){0,3})(?:van het leven beroofd|opgehangen)|zelfmoord gepleegd|pleegde zelfmoord|einde (?:gemaakt )?aan (?:zijn|haar) (?:eigen )?leven|(?:zelfmoord|zelfdoding) van (?:mijn|onze)|overleden|overlijden|begrafenis|crematie|uitvaart|rouw\w*|gestorven|weduwe|weduwnaar|condoleances|verloren (?:heb|hebben)|(?:man|vrouw|moeder|vader|oma|opa|zoon|dochter|broer|zus|hond|kat|kind) (?:\w+ )?(?:verloren|kwijtgeraakt)|er niet meer is|is heengegaan|ons ontvallen|dood van)\b/,
    },
    embarrassment: {
      strong:
        /\b(?:schaam|gene|mijn (?:eigen )?(?:fout|schuld)|stom van mij|dom van mij|domme vraag|foutje van mij|mijn vergissing|vergist|sorry dat|excuses voor|opgelaten|beschaamd|per ongeluk|sorry voor (?:het|de))\b/,
      weak: /\b(?:sorry|excuses)\b/,
    },
    gratitude: {
      strong:
        /\b(?:heel erg bedankt|hartelijk (?:dank|bedankt)|bedankt voor|dank je wel|dank u wel|dankbaar|super bedankt|ontzettend bedankt|enorm bedankt|duizendmaal dank|waardeer|top geholpen|heel lief|redders?|dank voor)\b/,
      weak: /\b(?:bedankt|dank)\b/,
    },
    joy: {
      strong:
        /\b(?<=\b(?:is|zijn|was|echt|gewoon|absoluut) )(?:om te zoenen|de bom|een plaatje|het einde|te gek|top|om van te smullen)\b|\b(?:blij|gelukkig|prachtig\w*|geweldig\w*|perfect\w*|fantastisch\w*|schitterend|dol op|heel mooi|enthousiast|superblij|heel tevreden|erg tevreden|heerlijk|fantastische|te gek|top(?:per)?|verliefd op|hoera|kan niet wachten|geniet|helemaal weg van|genieten)\b/,
      weak: /\b(?:mooi|leuk|goed|tevreden)\b/,
    },
    surprise: {
      strong:
        /\b(?:verrast|verrassing|wow|ongelooflijk|onverwacht|niet verwacht|verbaasd|versteld|niet te geloven|had ik niet verwacht|sprakeloos|geschokt|jeetje|tjonge|onverwachts)\b/,
    },
  },
  negation: /\b(?:niet|geen|nooit|zonder|niets|weinig)\b/,
  intensifier: /\b(?:zeer|heel|erg|zo|echt|totaal|volledig|absoluut|extreem|super|altijd|steeds)\b/,
  urgency: {
    now: /\b(?:dringend|spoed\w*|onmiddellijk|direct|vandaag|morgen|meteen|noodgeval)\b/,
    today:
      /\b(?:zo snel mogelijk|op tijd|voor (?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|het weekend)|verjaardag|bruiloft|kerst|sinterklaas|vakantie|reis|deze week|deadline)\b/,
  },
  courtesy:
    /^(?:hallo|beste|geachte|goede(?:morgen|middag|navond|n ?dag)|hoi|dag)\b[^.!?\n]{0,30}[,!.]?$|\b(?:alvast |bij voorbaat )(?:hartelijk )?(?:bedankt|dank)\b.{0,10}|^(?:bedankt|dank)[.!, ]*(?:(?:en )?(?:vriendelijke )?groet\w*.{0,30})?$|\b(?:met )?(?:vriendelijke|hartelijke) groet\w*\b.{0,40}$|^(?:mvg|groet\w*)\b.{0,30}$|\bik hoor graag\b.{0,30}|\bik zou graag\b/,
};
