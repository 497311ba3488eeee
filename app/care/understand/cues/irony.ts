/** Cheer that opens a sentence, or a wish that was met to the letter: with a blow in the same message it is meant the other way. */
export const cheer = new RegExp(
  "^(?:(?:oh|ah|well|na|ach|nou|wow|ну|о|ой|как|яке|как же|que|vaya|che|che bello|comme c'est|quelle|ce|vad|så) ?,? ?)?(?:" +
    "how )?(?:wonderful|great|lovely|fantastic|brilliant|perfect|excellent|marvellous|amazing|super|toll|wunderbar|prima|klasse|perfekt|grossartig|" +
    "bien|genial|estupendo|perfecto|maravilloso|fantastico|parfait|formidable|bravo|magnifique|otimo|maravilha|perfeito|lindo|bello|ottimo|" +
    "perfetto|meraviglioso|geweldig|fijn|mooi|lekker|fantastisch|cudownie|swietnie|pieknie|wspaniale|minunat|grozav|excelent|" +
    "underbart|toppen|jattebra|fantastiskt|замечательно|прекрасно|отлично|чудесно|супер|чудово|ваау|вау|वाह|बहुत बढिया)(?=[,.!…। ]|$)" +
    "|(?:exactly|just|precisely) what (?:i|we|she|he) (?:wanted|needed|ordered|dreamed)|genau das (?:habe|hab|hatte) ich|justo lo que|exactement ce que|" +
    "exatamente o que|proprio quello che|precies wat|dokladnie o tym|dokladnie tego|exact ce|precis vad|именно то|саме те|यही तो" +
    "|素晴らしい|さすが|まさに欲し",
  "m",
);
/** What nobody cheers at; a box that was sent for a return is meant to be empty. */
export const blow =
  /\b(?:empty (?:box|parcel|package|envelope|carton)\b(?! (?:\w+ ){0,4}?(?:for (?:\w+ )?(?:returns?|returning|sending)|to (?:return|send|pack|ship)|you (?:promised|offered)))|(?:box|parcel|package|envelope) (?:is|was|arrived|came) (?:\w+ )?empty\b|another (?:\w+ )?(?:week|delay|month|excuse|broken|wrong|empty)\b(?! (?:is|would be|sounds|works|will be) (?:fine|ok|okay|good|great|perfect|no problem))|(?:second|third|fourth|fifth) (?:broken|wrong|cracked|damaged|empty|delay)|still nothing|leere[rsnm]? (?:karton|paket|schachtel|umschlag|box)\b(?! (?:\w+ ){0,4}?(?:rucksendung|retoure|zuruckschicken|zurucksenden|umtausch))|(?:noch|schon wieder) (?:eine|ein) (?:\w+ )?(?:woche|verspatung|kaputt\w*)|(?:caja vacia|paquete vacio)\b(?! (?:\w+ ){0,4}?(?:devolucion|devolver\w*|cambio))|otra semana|otro retraso|otra vez rot[oa]|(?:carton|colis|boite) vide\b(?! (?:\w+ ){0,4}?(?:retour|renvoi|renvoyer|retourner))|encore une semaine|encore un retard|(?:caixa vazia|pacote vazio)\b(?! (?:\w+ ){0,4}?(?:devolucao|devolver|troca))|mais uma semana|mais um atraso|(?:scatola|pacco|busta) vuot[oa]\b(?! (?:\w+ ){0,4}?(?:reso|restitu\w*))|un'altra settimana|altro ritardo|(?:lege (?:doos|verpakking)|leeg pakket)\b(?! (?:\w+ ){0,4}?(?:retour\w*|terug\w*))|nog een week|weer (?:een week|kapot)|pust[aey] (?:pudelko|paczka|karton)|kolejny tydzien|kolejne opoznienie|(?:cutie|colet|cutia) (?:goal[a]|gol)|inca o saptamana|alta intarziere|tom (?:lada|kartong|forpackning)|tomt paket|en vecka till|annu en forsening)\b|пуст(?:ая|ои|ую) (?:коробк|посылк|пакет)|еще (?:одна )?недел|порожн(?:я|іи) (?:коробк|посилк|пакет)|ще один тиждень|खाली (?:डिब्बा|पैकेट|बॉक्स)|空の箱|空っぽ/;

/** Who thanks means the cheer. */
export const thanks =
  /\b(?:thank|danke|gracias|merci|obrigad|grazie|bedankt|dziek|multumesc|mersi|tack)|спасиб|дякую|धन्यवाद|शुक्रिया|ありがとう/;

/** "Not bad": a negated fault is mild praise, where no noun follows ("not bad luck"). Folded. */
export const notBad =
  /\b(?:not (?:at all )?(?:(?:too|so|half) )?bad|(?:gar |uberhaupt |wirklich )?nicht (?:\w+ )?(?:schlecht|ubel)|nada mal\b(?! hecho)|pas (?:si )?mal\b(?! (?:de|d'))|niente male|non (?:e )?male|(?:helemaal )?niet slecht|nie ?zle|deloc rau|nu e rau|inte (?:alls )?(?:daligt|illa|dumt)|bura nahi)(?=\s*(?:[,.!?;:)(…-]|$)| (?:at all|actually|really|so far|for|but|though|and|du tout|pour|mais|et|fur|aber|und|per|ma|e|pero|y|mas|maar|en|ale|i|dar|si|men|och|hai)\b)|неплох|не плохо|непоган|बुरा नहीं|悪くな/;

/** "Never so happy": the most there was, and no negation. Folded. */
export const neverSo =
  /\b(?:never|nie|noch nie|jamais|nunca|mai|nooit|nigdy|niciodata|aldrig)\b.{0,16}\b(?:so|this|as|more|aussi|autant|si|tan|tanto|tao|cosi|zo|tak|atat|lika)\b|никогда .{0,14}так|ніколи .{0,14}так/;

/** "I never said that I …": what follows is what the writer does not say. Folded. */
export const unsaid =
  /\bi(?:'m| am|'ve| have)? ?(?:never|not|didn't|did not|don't|do not|haven't) (?:\w+ )?(?:said|say|saying|claim(?:ed|ing)?|wrote|written)\b(?! (?:anything|so|when|where|how|why|what))|\b(?:ich habe?|habe? ich) (?:\w+ ){0,2}?(?:nie|nicht|niemals) (?:gesagt|behauptet|geschrieben)\b|\b(?:nunca|no) (?:dije|digo|he dicho)\b(?! nada)|\bn'ai (?:jamais|pas) (?:dit|ecrit|pretendu)\b|\bje ne dis pas que\b|(?:^|\beu |[,.;] )(?:nunca|nao) (?:disse|falei|digo)\b(?! nada)|\bnon (?:ho (?:mai )?detto|dico)\b(?! (?:niente|nulla))|\b(?:ik heb|heb ik) (?:\w+ ){0,2}?(?:nooit|niet) gezegd\b|\bnie (?:powiedzial[ae]m|mowil[ae]m|mowie|twierdzil[ae]m|twierdze)\b|\b(?:nu am|n-am) (?:spus|zis)\b(?! nimic)|\bjag (?:har )?(?:aldrig|inte) sagt\b|\b(?:jag sa|sa jag) (?:aldrig|inte)\b|\bmaine (?:\w+ )?nahi (?:kaha|bola)\b|(?<![а-яіє])я (?:никогда |ніколи )?не (?:говорил|сказал|писал|утвержда|казав|казала|говорив|писав|стверджу)|मैंने (?:[^ ]+ ){0,2}?नहीं कहा|(?:とは|と)(?:言|申)っていません|とは言ってな/m;
/** Where what is said begins again. */
export const but =
  /\b(?:but|however|aber|doch|sondern|pero|sino|mais|mas|ma|maar|ale|lecz|dar|ci|men|utan|lekin)\b|(?<![а-яіє])(?:но|але|однак)(?![а-яіє])|लेकिन|(?:です|ます|せん)が、|でも/;

/** A folded sentence without what its writer says that they never said: up to the "but", if there is one. */
export function withoutUnsaid(folded: string): string {
  const found = unsaid.exec(folded);
  if (!found) return folded;
  const after = folded.slice(found.index + found[0].length);
  const again = but.exec(after);
  // Japanese names what was not said before it says so.
  const before = /言|申/.test(found[0]) ? "" : folded.slice(0, found.index);
  return `${before} ${again ? after.slice(again.index) : ""}`;
}
