import type { RiskPatterns } from "./risk-patterns.ts";

export const dutchRisks: RiskPatterns = {
  legal:
    /\b(?:advoca(?:at|ten)|jurist\w*|juridisch\w*|rechtszaak|rechtbank|rechter|rechtsbijstand\w*|gerechtelijk\w*|kantonrechter|dagvaard\w*|in gebreke\w*|ingebrekestelling|aangifte|politie|deurwaarder|incassobureau|consumentenbond|consuwijzer|geschillencommissie|acm\b|ombudsman|aanklagen|aanklacht|voor de rechter|stappen ondernemen)\b/,
  chargeback:
    /\b(?:chargeback|terugboek\w*|terug (?:te )?boeken|stornering|storneer\w*|storneren|betaling (?:\w+ )?betwist\w*|betwist\w* (?:\w+ )?(?:de )?(?:betaling|afschrijving)|(?:mijn|via de|via mijn|naar de|met de|met mijn) (?:bank|creditcardmaatschappij)\b|paypal[- ]?(?:geschil|zaak|claim)|geschil (?:bij|via|met) (?:paypal|klarna)|kopersbescherming|betaling (?:laten )?(?:blokkeren|terugdraaien))\b/,
  safety:
    /\b(?:in brand|vlam(?:men)? (?:\w+ )?gevat|vuur|brandlucht|brandgevaar\w*|verbrand\w*|brandwond\w*|rook(?:t|te|ontwikkeling)?\b(?= (?:uit|en|kwam|komt|kwam er)|[.!,]|$)|rookte|er kwam rook|vonk\w*|ontplof\w*|geexplodeerd|explo\w*|elektrische schok|schok (?:van|gekregen)|geelektrocuteerd|oververhit\w*|gesmolten|gewond\w*|verwond\w*|gesneden (?:aan|in)|bloed\w*|ziekenhuis|spoedeisende|eerste hulp|vergiftig\w*|allergisch\w*|allergie\w*|uitslag|gestikt|verslik\w*|ingeslikt|stikken|giftig\w*|gevaarlijk\w*|schimmel\w*|glassplinter\w*|stukjes glas|accu (?:\w+ )?(?:opgezwollen|lekt))\b/,
  self_harm:
    /\b(?:zelfmoord\w*|zelfdoding|suicid\w*|mezelf (?:van kant|iets aan ?doen|pijn doen|snijden|doden)|van het leven beroven|(?:wil|wou) (?:\w+ ){0,2}?(?:niet meer leven|dood(?: zijn)?|sterven)|(?:niet|geen zin) meer (?:te |om te )?leven|einde aan (?:mijn leven|maken)|liever dood|zelfbeschadiging|geen reden (?:meer )?om te leven)\b/,
  press:
    /\b(?:journalist\w*|krant\w*|de pers\b|naar de pers|de media\b|kassa|radar|tros|televisie|social media|sociale media|op (?:facebook|twitter|tiktok|instagram|trustpilot|kieskeurig)|trustpilot|(?:negatieve|slechte) (?:review|beoordeling|recensie)\w*|een ster\b|1 ster|openbaar maken|viral|volgers)\b/,
  vulnerable:
    /\b(?:overleden|overlijden|gestorven|begrafenis|uitvaart|crematie|rouw\w*|weduw\w*|nabestaande\w*|kanker|chemo\w*|terminaal|palliatie\w*|ziekenhuis|operatie|gehandicapt\w*|handicap|beperking|rolstoel|blind|doof|slechtziend|dement\w*|alzheimer|autis\w*|bejaard\w*|zwanger\w*|miskraam|depress\w*|angststoornis|paniekaanval\w*|psychisch\w*|medicijn\w*|insuline|werkloos|baan kwijt|schulden|bijstand|voedselbank|dakloos|huiselijk geweld|kan (?:\w+ ){0,3}?niet (?:betalen|permitteren)|niet veroorloven|mantelzorg\w*)\b/,
  injection:
    /\b(?:negeer|vergeet|sla) (?!(?:\w+ )?(?:mijn|onze) )(?:\w+ ){0,4}?(?:instructie|regel|opdracht|aanwijzing|richtlijn|prompt|context)\w*|\b(?:negeer|vergeet) alles (?:wat|hierboven|hiervoor|van)|\b(?:je bent|jij bent|u bent|ben je|ben jij) (?:nu|vanaf nu|voortaan) (?:een|de|het|mijn)\b|\bvanaf nu (?:ben|gedraag|doe)\b|\bgedraag je als\b|\bdoe alsof (?:je|u)\b|\bsysteem ?prompt\b|\bstel je voor dat (?:je|jij) (?:een|de)\b|\bnieuwe (?:instructie|opdracht|taak)\w* ?:|\b(?:onthul|toon|herhaal|geef|laat) (?:\w+ ){0,3}?(?:je|jouw) (?:instructies|prompt|regels)|\bzeg mij na\b|\b(?:antwoord|schrijf|zeg) (?:alleen|enkel|slechts) ["':]|\bals (?:een )?(?:taalmodel|ai-model|chatbot)\b|\b(?:assistent|ai|bot)[,:] (?:\w+ ){0,3}?(?:keur|betaal|antwoord|bevestig|moet)/,
  wants_person:
    /\b(?:(?:met|een) (?:een )?(?:\w+ )?(?:mens|medewerker|persoon|manager|leidinggevende|iemand|chef|baas) (?:\w+ ){0,3}?(?:spreken|praten|bellen|contact|hebben)|(?:spreken|praten|contact) (?:\w+ )?met (?:een )?(?:\w+ )?(?:mens|medewerker|persoon|manager|iemand|leidinggevende)|echt(?:e)? (?:persoon|mens|medewerker)|mens van vlees|(?:geen|niet) (?:\w+ ){0,3}?(?:bot|robot|chatbot|computer)\b|bel(?:t u|len jullie|len)? (?:mij|me)\b|terugbel\w*|bel me terug|telefoonnummer|telefonisch)\b/,
};
