import { fold } from "#app/care/understand/fold.ts";

/**
 * What carriers say beside their status words, in the languages of the shops and a few more. Folded text. A pattern claims no more
 * than the words do: a customs stop or bad weather is a delay, not an exception.
 */
const returned =
  /\breturn(?:ed|ing)?(?: \w+){0,2} to (?:the )?(?:original )?(?:sender|shipper|seller|merchant)\b|\bback to (?:the )?(?:sender|shipper)\b|\bto original sender\b|\ban (?:den )?absender zuruck|zuruck an (?:den )?absender|rucksendung|retour\w* (?:a |vers |chez )?l?'?\s?expediteur|(?:devuelt[oa]|devolucion|retorno) al remitente|(?:reso|restituit[oa]|ritorno|rientro|rinviat[oa]|restituzione) al mittente|\b(?:retour|terug) (?:naar )?(?:de )?(?:afzender|verzender)|geretourneerd|(?:devolvid[oa]|devolucao) ao remetente|zwr\S+ do nadawcy|retur(?:nerat)? till avsandaren|retur(?:neret)? til (?:afsender|avsender)|返送|差出人に返/;
const damaged =
  /\bdamaged\b|\bdamage (?:to|was|found|reported)\b|beschadig[dt]|endommage|\babime|\bdanad[oa]s?\b|danneggiat|danificad|\bavariad[oa]|uszkodz|skadad|beskadig|破損|損傷/;
const lost =
  /\b(?:is|was|been|presumed|reported|declared|considered|item|parcel|package|shipment) lost\b|\blost (?:in transit|parcel|package|shipment|item)\b|^lost\.?$|verloren|\bin verlust\b|unauffindbar|\bperdue?s?\b|\begaree?\b|extravi[ao]|\bperdid[oa]\b|smarrit|zoekgeraakt|\bvermist\b|zagubion|zagine|bortkommen|紛失|亡失/;
const attempted =
  /\bdelivery attempt|\battempted (?:delivery|to deliver)|unable to deliver|could not (?:be )?deliver|not delivered|no ?(?:one|body) (?:was )?(?:at )?(?:home|available|in\b)|(?:recipient|customer|addressee|receiver) (?:was )?(?:not (?:available|at home|home|present|in)|unavailable|absent)|we missed you|missed delivery|zustellversuch|nicht angetroffen|zustellung (?:war )?(?:nicht moglich|fehlgeschlagen|erfolglos)|nicht zugestellt|destinataire absent|tentative de livraison|avis de passage|non livre|intento de entrega|destinatario (?:ausente|assente)|no entregado|tentativo di consegna|mancata consegna|non consegnat|bezorgpoging|niet thuis|niet bezorgd|tentativa de entrega|nao entregue|nieudana proba|adresat nieobecny|不在|持ち?戻/;
const undeliverable =
  /undeliverable|unzustellbar|onbestelbaar|non recapitabile|\brefused\b|(?:annahme|sendung) verweigert|refuse par|rechazad[oa] por|rifiutat[oa] dal|geweigerd|recusad[oa] pel|(?:incorrect|incomplete|insufficient|wrong|bad|unknown|invalid) (?:delivery )?address|address (?:is )?(?:incorrect|incomplete|insufficient|unknown|not found|invalid)|(?:recipient|addressee|customer) unknown|empfanger unbekannt|adresse (?:ist )?(?:unvollstandig|falsch|unbekannt|incomplete|erronee|incorrecte|inconnue)|direccion (?:incorrecta|incompleta|erronea)|indirizzo (?:errato|incompleto|insufficiente)|adres (?:is )?(?:onjuist|onvolledig)|endereco (?:incorreto|incompleto|insuficiente)|宛先不明|住所不明|宛所不明/;
const announced =
  /\blabel (?:has been |was )?(?:created|printed|purchased|generated|prepared)|(?:shipment|shipping|order|parcel|package) (?:information|info|data|details) (?:has been |have been |was |were )?(?:received|sent|transmitted|submitted)|electronic(?:ally)? (?:notif|advice|advised|information|shipping info)|pre-?(?:advice|shipment|transit)|awaiting (?:the )?(?:item|parcel|package|shipment|collection|handover)|elektronisch (?:angekundigt|ubermittelt)|sendungsdaten|auftragsdaten|(?:sendung|paket) (?:wurde |ist )?(?:elektronisch )?angekundigt|en attente de (?:prise en charge|remise|depot)|pre-?admision|prerregistr|in attesa (?:di|del) ritiro|(?:voor|aan)gemeld|aguardando (?:coleta|postagem)/;
/** Before a word, in the same breath: it did not happen. */
const denied =
  /\b(?:no|not|never|without|kein\w*|nicht|ohne|pas|sans|sin|non|senza|sem|nao|geen|niet|zonder|bez|nie)\b[^.;,]{0,24}$/;
/** The same of what is only to happen. */
const announcedOnly = /\b(?:will be|wird|sera|wordt|zostanie)\b[^.;,]{0,24}$/;
/** What happens only if nobody comes: "returned to sender if not collected within 7 days". */
const conditional =
  /\b(?:if|unless|otherwise|falls|sonst|andernfalls|sinon|si (?:no|non)|se (?:non|nao)|anders|(?:after|within|nach|innerhalb von|dans|apres|tras|entro|dopo|binnen|na) \d+ (?:days?|tagen?|werktagen|jours?|dias|giorni|dagen))\b/;

export type CarrierWord = "returned" | "damaged" | "lost" | "attempted" | "undeliverable" | "announced";

const words: readonly {
  word: CarrierWord;
  pattern: RegExp;
  not?: (before: string, whole: string) => boolean;
}[] = [
  { word: "returned", pattern: returned, not: (_before, whole) => conditional.test(whole) },
  { word: "damaged", pattern: damaged, not: (before) => denied.test(before) },
  { word: "lost", pattern: lost, not: (before) => denied.test(before) },
  { word: "attempted", pattern: attempted, not: (before) => announcedOnly.test(before) },
  { word: "undeliverable", pattern: undeliverable },
  { word: "announced", pattern: announced },
];

/** What a carrier's message says, the gravest first; null where it says nothing of the kind. */
export function carrierWord(message: string | null | undefined): CarrierWord | null {
  if (!message) return null;
  const text = fold(message.slice(0, 500)).trim();
  for (const { word, pattern, not } of words) {
    const match = pattern.exec(text);
    if (match && !not?.(text.slice(0, match.index), text)) return word;
  }
  return null;
}

/** Carriers that tell Shopify what they do with a parcel: for a shop that has sent too few to know. */
const reporting =
  /\b(?:ups|usps|fed ?ex|dhl|dpd|gls|tnt|hermes|evri|royal ?mail|parcelforce|yodel|la poste|colissimo|chronopost|mondial relay|colis prive|correos|seur|mrw|nacex|poste italiane|sda|brt|bartolini|postnl|bpost|post ?nord|posti|bring|posten|swiss ?post|die post|osterreichische post|austrian post|deutsche post|an post|inpost|poczta polska|packeta|zasilkovna|ctt|australia post|aus ?post|sendle|nz post|new zealand post|canada post|purolator|canpar|on ?trac|laser ?ship|lone ?star|yamato|kuroneko|sagawa|japan post|korea post|cj logistics|sf express|china post|ems|yun ?express|4px|yanwen|cainiao|aramex|asendia|landmark|amazon logistics|amazon shipping|delhivery|blue ?dart|india post|ninja ?van|j&t|singapore post|singpost|correios|estafeta)\b|ヤマト|佐川|日本郵便/;

export const isKnownCarrier = (name: string): boolean => reporting.test(fold(name));
