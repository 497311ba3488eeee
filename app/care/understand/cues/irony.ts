/** Cheer that opens a sentence, or a wish that was met to the letter: with a blow in the same message it is meant the other way. */
export const cheer = new RegExp(
  "^(?:(?:oh|ah|well|na|ach|nou|wow|ну|о|ой|как|яке|как же|que|vaya|che|che bello|comme c'est|quelle|ce|vad|så) ?,? ?)?(?:" +
    "how )?(?:wonderful|great|lovely|fantastic|brilliant|perfect|excellent|marvellous|amazing|super|toll|wunderbar|prima|klasse|perfekt|grossartig|" +
    "bien|genial|estupendo|perfecto|maravilloso|fantastico|parfait|formidable|bravo|magnifique|otimo|maravilha|perfeito|lindo|bello|ottimo|" +
    "perfetto|meraviglioso|geweldig|fijn|mooi|lekker|fantastisch|cudownie|swietnie|super|pieknie|wspaniale|minunat|grozav|excelent|perfect|" +
    "underbart|toppen|jattebra|fantastiskt|замечательно|прекрасно|отлично|чудесно|супер|чудово|прекрасно|вааh|वाह|बहुत बढिया)(?=[,.!…। ]|$)" +
    "|(?:exactly|just|precisely) what (?:i|we|she|he) (?:wanted|needed|ordered|dreamed)|genau das (?:habe|hab|hatte) ich|justo lo que|exactement ce que|" +
    "exatamente o que|proprio quello che|precies wat|dokladnie o tym|dokladnie tego|exact ce|precis vad|именно то|саме те|यही तो" +
    "|素晴らしい|さすが|まさに欲し",
  "m",
);
/** What nobody cheers at. */
export const blow =
  /\b(?:empty (?:box|parcel|package|envelope|carton)|another (?:\w+ )?(?:week|delay|month|excuse|broken|wrong|empty)|(?:second|third|fourth|fifth) (?:broken|wrong|cracked|damaged|empty|delay)|still nothing|leere[rsnm]? (?:karton|paket|schachtel|umschlag|box)|(?:noch|schon wieder) (?:eine|ein) (?:\w+ )?(?:woche|verspatung|kaputt\w*)|caja vacia|paquete vacio|otra semana|otro retraso|otra vez rot[oa]|(?:carton|colis|boite) vide|encore une semaine|encore un retard|caixa vazia|pacote vazio|mais uma semana|mais um atraso|(?:scatola|pacco|busta) vuot[oa]|un'altra settimana|altro ritardo|lege (?:doos|verpakking)|leeg pakket|nog een week|weer (?:een week|kapot)|pust[aey] (?:pudelko|paczka|karton)|kolejny tydzien|kolejne opoznienie|(?:cutie|colet|cutia) (?:goal[a]|gol)|inca o saptamana|alta intarziere|tom (?:lada|kartong|forpackning)|tomt paket|en vecka till|annu en forsening)\b|пуст(?:ая|ои|ую) (?:коробк|посылк|пакет)|еще (?:одна )?недел|порожн(?:я|іи) (?:коробк|посилк|пакет)|ще один тиждень|खाली (?:डिब्बा|पैकेट|बॉक्स)|空の箱|空っぽ/;

/** "Not bad": a negated fault is mild praise. Folded. */
export const notBad =
  /\b(?:not (?:at all )?(?:(?:too|so|half) )?bad|(?:gar |uberhaupt |wirklich )?nicht (?:\w+ )?(?:schlecht|ubel)|nada mal\b(?! hecho)|pas (?:si )?mal\b(?! (?:de|d'))|niente male|non (?:e )?male|(?:helemaal )?niet slecht|nie ?zle|deloc rau|nu e rau|inte (?:alls )?(?:daligt|illa|dumt)|bura nahi)\b|неплох|не плохо|непоган|बुरा नहीं|悪くな/;

/** "Never so happy": the most there was, and no negation. Folded. */
export const neverSo =
  /\b(?:never|nie|noch nie|jamais|nunca|mai|nooit|nigdy|niciodata|aldrig)\b.{0,16}\b(?:so|this|as|more|aussi|autant|si|tan|tanto|tao|cosi|zo|tak|atat|lika)\b|никогда .{0,14}так|ніколи .{0,14}так/;

/** "I never said that I …": what follows is what the writer does not say. Folded. */
export const unsaid =
  /\b(?:(?:never|not|didn't|did not|don't|do not|haven't|am not) (?:\w+ )?(?:said|say|saying|claim(?:ed|ing)?|wrote|written)\b(?! (?:anything|so|when|where|how|why|what))|(?:nie|nicht|niemals) (?:gesagt|behauptet|geschrieben)|(?:nunca|no) (?:he )?(?:dije|dicho|digo)|n'ai (?:jamais|pas) (?:dit|ecrit|pretendu)|ne dis pas que|(?:nunca|nao) (?:disse|falei|digo)|non ho (?:mai )?detto|non dico|(?:nooit|niet) gezegd|(?:nigdy )?nie (?:powiedzial\w*|mowi\w*|twierdz\w*)|nu am (?:spus|zis)|(?:aldrig|inte) sagt|sa (?:aldrig|inte)|maine (?:yeh )?nahi (?:kaha|bola))\b|не (?:говорил|сказал|писал|утвержда)|не (?:казав|казала|говорив|писав|стверджу)|नहीं कहा|(?:とは|と)(?:言|申)っていません|とは言ってな/;
export const firstPerson =
  /\b(?:i|i'm|ich|yo|je|j'|n'ai|eu|io|ho|ik|jag|dije|disse|digo|am|maine|powiedzial\w*|mowi\w*|twierdz\w*|he)\b|(?<![а-яіє])я(?![а-яіє])|मैंने|言っていません|とは言って/;
