import { cyrillic, devanagari } from "../cues/in-script.ts";

/**
 * That somebody close wants to die, and what the writer nearly did or has done to themselves; what they mean to do stands with the
 * other risks of a language. By language; folded.
 */
export const ownDeath: Record<string, RegExp> = {
  en: /\b(?:(?:kill|hang|shoot|drown|cut)(?:ing)? (?:himself|herself|themsel(?:f|ves))(?<=\b(?:wants?|wanted|wanting|going|threat\w+|tr(?:y|ies|ied|ying)|about|might|may|will|would|think\w*|plan\w*|talk\w*|keeps?|is|been) (?:\w+ ){0,3}?\w+ \w+)|(?:end|take) (?:his|her|their) own life|(?:hanged|hung|drowned|shot|almost killed|nearly killed) myself)\b/,
  de: /\b(?:(?<=\b(?:mich|sich) (?:\w+ ){0,4}?)(?:umbringen|umzubringen|aufhangen|aufzuhangen|erhangen|erschiessen|ritzen|geritzt|toten)\b|(?<=\b(?:mir|sich) )das leben (?:zu )?nehmen|(?<=\bmich (?:\w+ ){0,3}?(?:fast|beinahe|beinah) )(?:umgebracht|erhangt|aufgehangt))\b/,
  es: /\b(?:(?:matarse|ahorcarse|quitarse la vida)(?<=\b(?:quiere|queria|va|amenaza|intent\w+|piensa|habla) (?:\w+ ){0,2}?(?:\w+|quitarse la vida))|(?<=\bcasi )me (?:ahorco|quito la vida)|me (?:he cortado|corte) (?:otra vez|de nuevo|a proposito|los brazos))\b/,
  fr: /\b(?:se (?:tuer|pendre)(?<=\b(?:veut|va|voulait|menace|essaye?|tente|parle) (?:\w+ ){0,2}?se \w+)|m'(?:oter|enlever) la vie|me donner la mort|me suis (?:scarifiee?|tailladee?|coupee? expres|ouvert les veines))\b/,
  pt: /\b(?:(?:se matar|matar-se|se enforcar|enforcar-se|tirar a propria vida)(?<=\b(?:quer|queria|vai|ameaca|tentou|pensa|fala) .{0,10}(?:matar|se|enforcar|vida))|me cortei (?:de novo|outra vez|de proposito)|cortei-me (?:de novo|outra vez|de proposito))\b/,
  it: /\b(?:(?:uccidersi|ammazzarsi|impiccarsi|togliersi la vita)(?<=\b(?:vuole|voleva|minaccia|prova\w*|tenta\w*|pensa|parla) (?:\w+ ){0,2}?(?:\w+|togliersi la vita))|(?<=\bmi sono quasi )(?:uccis|ammazzat|impiccat)[oa])\b/,
  nl: /\b(?:zichzelf (?:van kant maken|iets aan ?doen|ophangen|doden|snijden)|(?<=\bmezelf (?:\w+ ){0,2}?)(?:gesneden|opgehangen|verhangen))\b/,
  pl: /\b(?:(?:powiesil|zabil)[ea]m(?= sie)|(?<=\bsie )(?:powiesil|zabil)[ea]m|poci(?:al|el)[ea]m(?= sie)|(?<=\bsie )poci(?:al|el)[ea]m)\b/,
  ro: /\b(?:sa se (?:omoare|spanzure)|sa-si (?:ia|curme) viata|m-am taiat (?:din nou|iar|pe (?:maini|brate)))\b/,
  sv: /\b(?:ta (?:livet av sig|sitt (?:eget )?liv)|(?:hangde|hangt|dranka) mig|(?:skar|skurit) mig (?:sjalv|igen|i armen))\b/,
  ru: cyrillic`\b(?:(?<=(?:чуть|едва) не |почти )(?:повесил(?:ся|ась)|убил(?:а)? себя)|(?:по)?резал(?:а)? себ[яе]|убить себя|покончить с собой)\b`,
  uk: cyrillic`\b(?:(?<=(?:мало|ледь) не |майже )(?:повіси(?:вся|лась|лася)|(?:вбив|вбила) себе)|(?:по)?різа(?:в|ла) себе|вкоротити собі віку)\b`,
  hi: devanagari`\b(?:खुद को काट\w*|अपनी जान (?:ले|लेना|लेने|देने)\b)|\b(?:khud ko (?:kaat|kat)\w*|apni jaan (?:lena|lene|dene))\b`,
  ja: /死ぬつもり|死んでやる|死にます|首を(?:吊|つ)り/,
};
