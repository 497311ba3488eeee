import { cyrillic, devanagari } from "../cues/in-script.ts";

/**
 * That somebody took their own life, said by who is left behind: grief, and somebody to be careful with. It takes nothing from what
 * the writer may mean for themselves. By language; folded.
 */
export const anothersSuicide: Record<string, RegExp> = {
  en: /\b(?:(?<!\bi (?:\w+ ){0,3})(?:committed suicide|(?:died|dead|death|passed(?: away)?|gone) (?:by|of|from|through|to) suicide)|took (?:his|her|their) own (?:life|lives)|ended (?:his|her|their) (?:own )?(?:life|lives)|(?:lost|losing|loss of|lose) (?:my|our|his|her|a|an|their|someone|somebody|him|her|them) ?(?:[\w-]+ ){0,4}?(?:to|by|through) suicide|suicide of (?:my|our|his|her|a (?:friend|loved one|relative))|bereaved by suicide|suicide (?:bereavement|loss survivor)|(?<=\b(?:his|her|their|\w+'s) )suicide\b(?! squad))\b/,
  de: /\b(?:(?<=\bsich (?:\w+ ){0,4})(?:das leben genommen|umgebracht|erhangt|selbst getotet)|nahm sich (?:\w+ ){0,4}?das leben|brachte sich (?:\w+ ){0,2}?um|(?:suizid|selbstmord) (?:begangen|begang\w*|verubt|meine[sr]|unsere[sr]|seine[sr]|ihre[sr])|(?<=\b(?:sein\w*|ihr\w*|durch|beging) )(?:suizid|selbstmord)\b)/,
  es: /\b(?:(?<=\bse (?:ha |habia |nos )?)(?:suicido|suicidado|suicidaron)|se (?:quito|ha quitado|habia quitado|arranco) la vida|se (?:ahorco|mato)\b|suicidio de (?:mi|nuestr[oa]|su|una?)\b|(?<=\b(?:su|tras el|por) )suicidio\b)/,
  fr: /\b(?:(?<=\b(?:s'est|s'etait|se soit) (?:\w+ )?)(?:suicidee?|donnee? la mort|otee? la vie|pendue?)|(?:a|avait) mis fin a ses jours|suicide (?:de|d') ?(?:mon|ma|notre|nos|son|sa|un)\b|(?<=\b(?:son|par|d'un) )suicide\b)/,
  pt: /\b(?:se suicidou|suicidou-se|(?:cometeu|tinha cometido) suicidio|tirou a (?:sua )?propria vida|se (?:matou|enforcou)|matou-se|enforcou-se|suicidio d[oae] (?:meu|minha|nosso|nossa|um|uma)\b|(?<=\b(?:seu|por) )suicidio\b)/,
  it: /\b(?:(?<=\bsi (?:e|era) (?:\w+ )?)(?:suicidat[oa]|uccis[oa]|tolt[oa] la vita|ammazzat[oa]|impiccat[oa])|suicidio (?:di|del|della) (?:mi[oa]|nostr[oa]|su[oa]|un)\b|(?<=\b(?:suo|mort[oa] per|mort[oa]) )suicid(?:io|a)\b)/,
  nl: /\b(?:(?<=\bzich(?:zelf)? (?:\w+ ){0,3})(?:van het leven beroofd|opgehangen|van kant gemaakt)|zelfmoord (?:gepleegd|pleegde)|pleegde zelfmoord|(?:een )?einde (?:gemaakt )?aan (?:zijn|haar) (?:eigen )?leven|(?:zelfmoord|zelfdoding|suicide) van (?:mijn|onze|haar|zijn|een)\b|(?<=\b(?:zijn|haar|door) )(?:zelfmoord|zelfdoding|suicide)\b)/,
  pl: /\b(?:popelnil(?:a|i)? samobojstwo|odebral(?:a|i)? sobie zycie|(?:zabil|powiesil)(?:a|i)? sie\b|(?:sie|sobie) (?:powiesil|zabil)a?\b|samobojstwa? (?:moj\w+|nasz\w+|mojego|mojej|syna|corki|brata|siostry|meza|zony|ojca|matki|przyjaci\w+)|(?<=\b(?:jego|jej) )samobojstw\w*|smierc\w* samobojcz\w*|samobojcz\w* smierc\w*)/,
  ro: /\b(?:s-a (?:sinucis|omorat|spanzurat)|si-a (?:luat|curmat) (?:singur\w? )?(?:viata|zilele)|sinuciderea (?:\w+lui|\w+ei|lui|ei|unui|unei)\b)/,
  sv: /\b(?:(?:tog|tagit) (?:sitt (?:eget )?liv|livet av sig)|(?:begick|begatt) sjalvmord|hangde sig\b|(?:dog|dott|avled) (?:genom|av|i) (?:sjalvmord|suicid)|(?<=\b(?:hans|hennes|(?:bror|syster|son|man|mamma|pappa|dotter|van)s?) )(?:sjalvmord|suicid)\b)/,
  ru: cyrillic`\b(?:покончил(?:а|и)? (?:с собой|с жизнью|жизнь самоубийством)|совершил(?:а|и)? самоубийство|наложил(?:а|и)? на себя руки|свел(?:а|и)? счеты с жизнью|повесил(?:ся|ась)|самоубийств\w* (?:мо\w+|наш\w+|брата|сестры|мужа|жены|сына|дочери|отца|матери|подруги|друга)|(?<=(?:его|ее) )самоубийств\w*)\b`,
  uk: cyrillic`\b(?:(?:наклав|наклала|наклали) на себе руки|(?:вчинив|вчинила|скоїв|скоїла|здійснив|здійснила) самогубство|(?:покінчив|покінчила) (?:з собою|із собою|з життям|життя самогубством)|(?:вкоротив|вкоротила) собі віку|повіси(?:вся|лась|лася)|самогубств\w* (?:мо\w+|наш\w+|брата|сестри|чоловіка|дружини|сина|доньки|батька|матері|подруги|друга)|(?<=(?:його|її) )самогубств\w*)\b`,
  hi: devanagari`\b(?:(?:आत्महत्या|खुदकुशी) (?:कर ली|की|कर लिया|करली)|अपनी जान (?:ले ली|दे दी)|फांसी लगा ली|(?<=(?:की|के) )(?:आत्महत्या|खुदकुशी))\b|\b(?:(?:aatmahatya|atmahatya|suicide|khudkushi) (?:kar (?:li|liya|lee)|ki thi)|apni jaan (?:le li|de di)|(?:phansi|faansi) laga li)\b`,
  ja: /(?:自殺|自死)(?:で(?:亡|失|他界)|した(?:兄|弟|姉|妹|父|母|夫|妻|主人|息子|娘|友))|(?<=(?:兄|弟|姉|妹|父|母|夫|妻|主人|息子|娘|友人|友達|祖父|祖母|彼|彼女|恋人)(?:が|は|も)[^。]{0,12})(?:自殺し(?:まし)?(?:た|て)|自死し(?:まし)?(?:た|て)|自ら命を絶(?:ち|っ)|命を絶(?:ち|っ))|(?<=(?:兄|弟|姉|妹|父|母|夫|妻|息子|娘|友人)の)(?:自殺|自死)/,
};

/** That the writer means to go after them, where such a death is spoken of: said alone it is an everyday thing. Folded. */
export const goesAfter = new RegExp(
  [
    /\b(?:do(?:ing)? the same|(?:join|follow)(?:ing)? (?:him|her|them)|be with (?:him|her|them)|i wish i (?:had|did)|(?:i|i'll|i'm|me) (?:\w+ ){0,4}?(?:too|next|as well))\b/,
    /\b(?:(?:ihm|ihr|ihnen) (?:\w+ )?(?:folgen|nach\w*|hinterher)|(?:dasselbe|das gleiche|es auch) (?:tun|machen)|ich (?:\w+ ){0,3}?auch)\b/,
    /\b(?:lo mismo|ir(?:me)? con (?:el|ella)|seguirl[oa]|reunirme con|yo tambien|(?:le|la|les) (?:rejoindre|suivre)|(?:la meme chose|pareil)|moi aussi)\b/,
    /\b(?:o mesmo|ir com (?:ele|ela)|juntar-me a|segui-l[oa]|eu tambem|lo stesso|raggiungerl[oa]|seguirl[oa]|anch(?:e |')io)\b/,
    /\b(?:hetzelfde|(?:hem|haar) (?:achterna|volgen)|ik (?:\w+ ){0,3}?ook|to samo|(?:pojsc|pojde) za|dolaczyc do|ja tez)\b/,
    /\b(?:acelasi lucru|la fel|si eu|dupa (?:el|ea)|samma sak|folja (?:honom|henne)|jag (?:\w+ ){0,3}?ocksa|jag med)\b/,
    cyrillic`\b(?:то же самое|то же|за (?:ним|ней|нею)|я (?:\w+ )?(?:тоже|теж)|и я|і я|й я|те саме)\b`,
    devanagari`\b(?:वही|मैं भी|उसके पास|main bhi|mai bhi|wahi)\b`,
    /後を追|私も|僕も|俺も|同じこと/,
  ]
    .map(({ source }) => source)
    .join("|"),
);

/** Films, bands and goods that are called after it. Folded. */
const titles =
  /\bsuicide (?:squad|girls?|doors?|kings?|boys?)\b|\bsuicid(?:al tendencies|eboys|e ?boy\$)|\bsuicide prevention (?:ribbon|pin|bracelet|awareness|shirt|t-shirt|hoodie)/g;

/** A folded text without titles that only sound like it. */
export const withoutTitles = (folded: string): string => folded.replace(titles, " … ");
