import { cyrillic, devanagari } from "./in-script.ts";

/** That an order is not to be cancelled: said to somebody, or of one's own wish. "You did not cancel it" is none. Folded. */
export const keepsOrder: readonly RegExp[] = [
  /\b(?<=(?<!\b(?:you|they|he|she|it|who|nobody|shop|why) )\b(?:do not|don't|dont|do n't|never|please not|not to|no need to|rather not|(?:don't|do not|didn't|did not|dont) (?:want|wish|mean|need)(?: you)? to) (?:just |yet |now |ever |also )?)cancel(?:l?ing)?\b/,
  /\b(?<=\bnicht )(?<!\b(?:kann|konnen|konnte|lasst|warum|wieso|weshalb|wenn|falls|sofern|solange|sollten)\b[^.!?]{0,60})(?:stornieren|storniere|abbestellen|annullieren)\b(?! (?:kann|konnen|konnte|lasst|lassen))/,
  /\b(?:stornier(?:en|t|e)?|annullier(?:en|t|e)?) (?:(?:sie|ihr|du|bitte|mir|meine|die|diese|unsere|das|den|auf|keinen|fall|bestellung|auftrag|order|ware|es|noch|aber) ){1,6}nicht(?=[.!,;]|$| (?:mehr|doch|bitte|ich|wir|sondern|automatisch))/,
  /\b(?<=(?<!\b(?:si|porque|por que) )\bno (?:me |lo |la |nos |quiero |deseo |quisiera |por favor )*)(?:cancel(?:en|es|e|eis|ar|arlo|arla)|anul(?:en|es|e|eis|ar|arlo|arla))\b/,
  /\b(?<!'|\b(?:vous|tu|si|pourquoi) )(?:n'annul(?:ez|e|er)|annulez|l'annulez) (?:surtout |donc |rien |svp )?pas\b|\b(?<=\b(?:(?:veux|souhaite|voudrais|ne|pour ne|surtout) pas (?:l')?))annul(?:er|iez)\b/,
  /\b(?<=(?<!\b(?:se|porque|por que) )\bnao (?:me |o |a |quero |desejo |e para |por favor )*)(?:cancel(?:em|e|es|ar)|anul(?:em|e|ar))\b/,
  /\b(?<=(?<!\b(?:se|perche) )\bnon (?:mi |lo |la |voglio |vorrei |desidero )*)(?:annullate|annulli|annullare|annullarlo|cancellate|cancelli|cancellare|annullatelo)\b/,
  /\b(?<=\bniet )(?<!\b(?:kan|kunnen|kon|waarom|als|indien|wanneer|zolang)\b[^.!?]{0,60})(?:annuleren|annuleer|cancelen|afzeggen)\b(?! (?:kan|kunnen|kon))|\bannuleer (?:(?:u|jullie|alsjeblieft|alstublieft|mijn|de|deze|onze|bestelling|order|hem|het) ){1,5}niet\b/,
  /\b(?<=(?<!\b(?:jesli|dlaczego|czemu) )\bnie (?:chce |chcial\w* |trzeba )?)(?:anuluj(?:cie)?|anulowac|odwolujcie|odwolywac)\b/,
  /\b(?<=(?<!\b(?:daca|de ce) )\bnu (?:imi |mi |o |il )?)(?:anulati|anulezi|anula)\b|\b(?<=\bnu (?:vreau|doresc) sa (?:o |imi |va )?)anul\w*/,
  /\b(?:avboka|annullera|avbestall|makulera|stryk) (?:(?:min|mitt|den|det|ordern|bestallning|bestallningen|order|snalla|absolut) ){0,4}(?:inte|ej)\b|\b(?<=\b(?:vill|onskar) (?:inte|ej) )(?:avboka|annullera|avbestalla|makulera)\w*/,
  cyrillic`\b(?<=не (?:надо |нужно |хочу |стоит )?)(?:отменяйте|отменять|отменяй|аннулируйте|аннулировать)\b`,
  cyrillic`\b(?<=не (?:треба |потрібно |хочу |варто )?)(?:скасовуйте|скасовувати|скасовуй|відміняйте|відміняти|анулюйте|анулювати)\b`,
  devanagari`\b(?:रद्द|कैंसिल|कैंसल) (?:(?:मत|न|ना) (?:कर\w*|कीजि\w*)|(?:नहीं|नही) करना)|\bcancel (?:(?:mat|na) (?:kar\w*|kij\w*)|(?:nahi|nhi) karna)`,
  /(?:キャンセル|取り?消し?|注文取消)(?:は|を)?(?:しないで|したくな|しなくて|なさらないで|されないよう|しないよう|不要で)|取り?消さないで/,
];

/** That there is nothing to complain of: mild praise. Folded. */
export const noComplaint: readonly RegExp[] = [
  /\b(?<=\b(?:no|zero|not a single|not one|without (?:an?|any)|(?:don't|do not|didn't|haven't) (?:have |got |a )?(?:any|a)|can't|cannot|can not|(?<!\b(?:you|they) (?:say|claim|said|think|write|tell me) .{0,16})nothing to|no (?:reason|cause) (?:to|for)) )complain(?:ts?)?\b(?! (?:enough|loudly enough|department|procedure|form|line|number|team|box|has|was|is|were|page|link))/,
  /\b(?<=\b(?:keine(?:rlei)?|null|nicht eine|ohne) )(?:beschwerden?|klagen|reklamation(?:en)?|beanstandung(?:en)?)\b(?! (?:uber|wegen|bisher) )|\bnichts zu (?:meckern|beanstanden|bemangeln|beklagen)|\b(?<=\bkann (?:ich |mich |wirklich |da )*nicht )(?:klagen|meckern|beschweren)/,
  /\b(?<=\b(?:ningun\w*|sin|cero|no tengo) )quejas?\b|\b(?<=\b(?:no me puedo|no puedo) )quejar\w*|\bnada que objetar/,
  /\b(?<=\b(?:aucune?|pas de|zero) )(?:plaintes?|reclamations?|reproches?)\b(?! (?:n'|ne ))|\brien a redire|\b(?<=\b(?:pas|rien) a (?:me |nous )?)(?:plaindre|reprocher)/,
  /\b(?<=\b(?:nenhuma?|sem|zero|nao tenho) )(?:queixas?|reclamac(?:ao|oes))\b|\bnada a (?:reclamar|apontar)|\b(?<=\bdo que )(?:me )?(?:queixar|reclamar)/,
  /\b(?<=\b(?:nessun\w*|senza|non ho|zero) )(?:lamentel[ae]|reclam[oi])\b|\bniente da (?:ridire|eccepire)|\bnulla da (?:ridire|eccepire)|\b(?<=\bnon (?:mi )?posso )lamentar\w*/,
  /\b(?<=\b(?:geen(?: enkele)?|nul|zonder) )klacht(?:en)?\b(?! (?:over|formulier))|\bniets (?:te klagen|op aan te merken)|\b(?<=\b(?:mag|kan) niet )klagen/,
  /\b(?<=\b(?:zadnych|bez|nie mam|zero) (?:zadnych )?)(?:skarg|zastrzezen|reklamacji)\b|\b(?<=\bnie (?:moge|mozna) )narzekac/,
  /\b(?<=\b(?:nicio|fara|nu am(?: nicio)?) )(?:reclamati[ei]\w*|plangere|plangeri|nemultumiri?)\b|\bnimic de (?:reprosat|comentat)/,
  /\b(?<=\b(?:inga|noll|utan) )(?:klagomal|reklamationer)\b|\binget att klaga|\b(?<=\bkan inte )klaga/,
  cyrillic`\b(?<=(?:никаких|без) )(?:жалоб|претензий|нареканий)\b|\b(?:жалоб|претензий|нареканий) (?:нет|не имею|никаких)\b|\bне на что жаловаться`,
  cyrillic`\b(?<=(?:жодних|ніяких|без) )(?:скарг|претензій|нарікань)\b|\b(?:скарг|претензій|нарікань) (?:немає|нема|не маю|жодних)\b`,
  devanagari`\bकोई (?:भी )?शिकायत (?:नहीं|नही|नहि)|\bkoi (?:bhi )?shika?yat (?:nahi|nhi)`,
  /(?:文句|不満|クレーム|苦情)(?:は|が|も|の付けようが|のつけようが)?(?:一切|全く|まったく|何も|特に)?(?:な(?:い|し|く)|ありません|ございません)(?!か)/,
];

/** A message for another shop. Folded. */
export const astray: readonly RegExp[] = [
  /\b(?:(?<!\bto (?:the |a )?)wrong (?:shop|store|company|website|webshop|seller|recipient|business)\b(?! (?:to|who|sent|for))|(?<=\b(?:message|mail|e-?mail|this|that|it|letter) (?:was|is) )(?:meant|intended) for (?:another|a different) (?:shop|store|company|seller)\b)/,
  /\b(?:falsche[rsn]? (?:shop|laden|geschaft|handler|empfanger|firma|onlineshop)|(?<=\b(?:mail|nachricht|e-mail|anfrage) (?:war |ist )?nicht )fur (?:sie|euch) (?:bestimmt|gedacht))\b/,
  /\b(?:(?:tienda|empresa|web) equivocada|destinatario equivocado|me equivoque de (?:tienda|empresa|destinatario|correo))\b/,
  /\b(?:mauvais(?:e)? (?:boutique|magasin|destinataire|enseigne|site)|trompee? de (?:boutique|magasin|destinataire|site|enseigne))\b/,
  /\b(?:(?:loja|empresa) errada|destinatario errado|enganei-me na (?:loja|empresa)|me enganei de (?:loja|empresa))\b/,
  /\b(?:(?:negozio|destinatario|sito) sbagliato|sbagliato (?:negozio|destinatario|sito))\b/,
  /\bverkeerde (?:winkel|webshop|bedrijf|ontvanger)\b/,
  /\b(?:(?:zly|nie ten) (?:sklep|adresat)|pomylil(?:em|am) sklepy?)\b/,
  /\b(?:(?:magazinul|magazin|destinatar) gresit|am gresit (?:magazinul|destinatarul))\b/,
  /\bfel (?:butik|foretag|mottagare|webbshop|webbutik)\b/,
  cyrillic`\b(?:не тот магазин|не в тот магазин|ошибл\w* магазином|не туда написал\w*|не тому магазину)\b`,
  cyrillic`\b(?:не той магазин|не в той магазин|помили\w* магазином|не туди написа\w*)\b`,
  devanagari`\bगलत (?:दुकान|स्टोर|कंपनी)|\bgalat (?:shop|dukaa?n|store|company)\b`,
  /(?:お店|店|宛先|送信先)を間違え|間違えて送(?:って|信)|誤送信/,
];
