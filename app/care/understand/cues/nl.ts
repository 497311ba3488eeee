import type { LanguageCues } from "./cues.ts";

export const dutch: LanguageCues = {
  language: "nl",
  intents: {
    order_status: {
      strong:
        /\bwaar (?:is|blijft|zijn|blijven)\b|\bwanneer (?:komt|wordt|word|krijg|ontvang|kan|arriveert|verzend|mag)|\b(?:status|stand) van\b|\btrack(?:ing| ?(?:&|and|en) ?trace)|\bhoe lang duurt|\b(?:wacht|wachten) (?:\w+ ){0,3}?(?:op|nog)|\bal (?:verzonden|verstuurd|onderweg)|\blevertijd|\bleverdatum|\bzendingsnummer/,
      weak: /\bnog (?:steeds )?niet (?:\w+ )?(?:ontvangen|binnen|aangekomen|geleverd|verzonden|bezorgd)|\bzou (?:\w+ ){0,3}?(?:aankomen|bezorgd)/,
    },
    delivery_problem: {
      strong:
        /\b(?:staat|als|volgens)\b.{0,40}\b(?:bezorgd|geleverd|afgeleverd)\b|\bnooit (?:ontvangen|aangekomen|geleverd)|\bniet (?:ontvangen|aangekomen|bezorgd|geleverd)|\b(?:kwijt|verloren|zoek|gestolen|vertraag\w*|vertraging|te laat)\b|\b(?:bezorger|postbode|postnl|dhl|dpd|koerier)\b|\bretour afzender|\bbij de (?:verkeerde )?buren|\bmislukte bezorging/,
    },
    wrong_or_damaged_item: {
      strong:
        /\b(?:kapot\w*|beschadigd\w*|gebroken|defect\w*|gescheurd\w*|stuk|bekrast\w*|gebarsten|gedeukt)\b|\b(?:verkeerde?|ander|andere|foute?) (?:artikel|product|maat|kleur|model|bestelling|item)|\b(?:ontbreekt|ontbreken|mist|missen)\b|\bwerkt (?:\w+ )?niet|\bdoet het niet|\bin plaats van|\bniet wat ik (?:heb )?besteld|\bincompleet|\bonvolledig/,
    },
    return: {
      strong:
        /\b(?:retour\w*|terugsturen|terugzenden|ruilen|omruilen|te (?:klein|groot|strak|wijd|kort|lang)|past (?:\w+ )?niet|passen niet|herroep\w*)\b/,
    },
    refund: {
      strong: /\b(?:terugbeta\w*|geld (?:\w+ )?terug|op mijn geld|terugstort\w*|restitutie|vergoeding)\b/,
    },
    cancel: { strong: /\b(?:annul\w*|afzeggen|niet meer (?:nodig|hebben)|cancel\w*)\b/ },
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
        /\b(?:klacht\w*|klagen|belachelijk|schandalig\w*|onacceptabel|slechte (?:\w+ )?(?:service|ervaring|klantenservice)|oplichter\w*|oplichting|nooit meer|niemand (?:reageert|antwoordt|helpt)|geen (?:reactie|antwoord)|derde (?:keer|mail))\b/,
    },
    praise: {
      strong:
        /\b(?:heel erg bedankt|hartelijk dank voor|bedankt voor (?:de|het|jullie)|(?:erg|heel|super|zo|zeer) (?:blij|tevreden|mooi|goed|leuk)|prachtig\w*|geweldig\w*|perfect\w*|fantastisch\w*|uitstekend\w*|schitterend|complimenten|aanrader|zo blij|heel blij|ben dol op)\b/,
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
        /\b(?:woedend|boos|kwaad|razend|schandalig\w*|onacceptabel|oplicht\w*|belachelijk|waardeloos|kut\w*|klote\w*|godver\w*|leugen\w*|bedrog)\b/,
    },
    frustration: {
      strong:
        /\b(?:gefrustreerd|frustrerend|irritant|geirriteerd|zat|alweer|weer eens|(?:tweede|derde|vierde) keer|al weken|geen reactie|niemand reageert|hoe vaak|nog steeds (?:niet|geen)|geduld is op|vervelend)\b/,
      weak: /\b(?:wacht|weken|beloofd|waarom)\b/,
    },
    disappointment: {
      strong:
        /\b(?:teleurgesteld|teleurstellend|jammer|ontevreden|niet tevreden|meer verwacht|slechte kwaliteit|tegengevallen|valt tegen)\b/,
      weak: /\b(?:helaas|kapot|beschadigd|verkeerde?)\b/,
    },
    worry: {
      strong:
        /\b(?:bezorgd over|maak me zorgen|zorgen|ongerust|bang|angst|zenuwachtig|hopelijk|ik hoop dat|kwijtgeraakt)\b/,
      weak: /\b(?:dringend|op tijd|verjaardag|bruiloft)\b/,
    },
    confusion: {
      strong:
        /\b(?:verward|in de war|begrijp (?:\w+ )?niet|snap (?:\w+ )?niet|onduidelijk|vreemd|raar|geen idee|weet niet (?:of|hoe|wat))\b/,
    },
    sadness: {
      strong: /\b(?:verdriet\w*|verdrietig|huil\w*|tranen|ziekenhuis|kanker|gebroken hart|diepbedroefd)\b/,
    },
    grief: {
      strong:
        /\b(?:overleden|overlijden|begrafenis|crematie|uitvaart|rouw\w*|gestorven|weduwe|weduwnaar|condoleances)\b/,
    },
    embarrassment: {
      strong:
        /\b(?:schaam|gene|mijn (?:eigen )?(?:fout|schuld)|stom van mij|per ongeluk|sorry voor (?:het|de))\b/,
      weak: /\b(?:sorry|excuses)\b/,
    },
    gratitude: {
      strong:
        /\b(?:heel erg bedankt|hartelijk (?:dank|bedankt)|bedankt voor|dank je wel|dank u wel|dankbaar|super bedankt)\b/,
      weak: /\b(?:bedankt|dank)\b/,
    },
    joy: {
      strong:
        /\b(?:blij|gelukkig|prachtig\w*|geweldig\w*|perfect\w*|fantastisch\w*|schitterend|dol op|heel mooi|enthousiast|genieten)\b/,
      weak: /\b(?:mooi|leuk|goed|tevreden)\b/,
    },
    surprise: { strong: /\b(?:verrast|verrassing|wow|ongelooflijk|onverwacht|niet verwacht|verbaasd)\b/ },
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
