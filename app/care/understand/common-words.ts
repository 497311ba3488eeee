import { unmarked } from "./fold.ts";

/**
 * The words that running text is made of, by language: half a dozen of them tell a language that letter statistics take ten times as long
 * to tell. Many words are of several languages: only together they tell one.
 */
const OF_READ_LANGUAGES: Record<string, string> = {
  en:
    "the a an of to in on at is are was were be been am i'm it it's its this that these those and or but not no so if as by for from with about you your " +
    "we our my me he she his her him they them their there here have has had do does did don't didn't haven't can can't will would could should what when " +
    "where why how who which than then just still again any some all more very too please get got want need i",
  de:
    "der die das den dem des ein eine einen einem einer und oder aber nicht kein keine ist sind war waren wird wurde bin hat habe haben hatte ich du er sie " +
    "es wir ihr mich mir uns ihnen mein meine meinem meinen meiner mit von zu zum zur für auf aus bei nach an in im am um als wie was wo wann warum wenn " +
    "weil dass auch noch schon nur sehr so sich man kann doch mal jetzt immer nie bitte",
  fr:
    "le la les un une des du de et ou mais ne pas plus que qui quoi je tu il elle on nous vous ils elles mon ma mes son sa ses votre vos leur ce cette ces " +
    "c'est est sont était suis ai as avez avons ont été j'ai n'est n'ai n'a d'un d'une qu'il dans par pour sur avec sans en au aux y se si où quand comment " +
    "pourquoi très bien tout rien jamais encore toujours fait être moi lui ça",
  es:
    "el la los las un una unos de del al y o pero no ni que qué quién yo tú él ella nos ellos mi mis tu tus su sus se me te le lo les es son era fue soy " +
    "estoy está están ha he han hay tengo tiene en por para con sin sobre como cómo cuando cuándo dónde porque si sí muy más ya nada nunca todo todos este " +
    "esta esto eso ser hacer puede también hasta desde",
  it:
    "il lo la gli le un una uno di del della dei delle degli dal dalla nel nella al alla alle ai e o ma non che chi cosa io tu lui lei noi voi mio mia miei " +
    "suo sua mi ti si ci vi è sono era ho hai ha abbiamo avete hanno sto sta in per con su da come quando dove perché se molto più già tutto niente mai " +
    "questo questa quello ancora solo anche bene stato stata c'è",
  pt:
    "o a os as um uma de do da dos das no na nos nas ao à pelo pela e ou mas não nem que quem eu você vocês ele ela nós eles meu minha meus minhas seu sua me " +
    "te se lhe é são era foi sou estou está estão tenho tem em por para com sem sobre como quando onde porque se muito mais já nada nunca tudo este esta isso " +
    "isto ser fazer pode também até só há",
  nl:
    "de het een en of maar niet geen dat die dit deze ik jij je u hij zij ze wij we jullie mijn uw jouw zijn haar ons onze hun mij me is ben was waren heb hebt " +
    "heeft hebben had wordt worden werd kan kunnen zal zou moet wil van voor met op in aan uit bij naar om over door te als dan wat wie waar wanneer waarom " +
    "hoe er nog al ook nu zo heel veel weer altijd nooit",
  pl:
    "i w z ze na do od po za o u dla przez przy to ten ta te tego jest są był była było być jestem mam ma nie tak że czy jak co kto gdzie kiedy dlaczego ale " +
    "lub bo więc jeszcze już tylko też się sobie mnie mi ja ty on ona my wy oni mój moja moje moim mojej pan pani go jej jego ich bardzo może proszę nic " +
    "nigdy żeby jeśli",
  ro:
    "și sau dar nu că să de la în din pe cu pentru prin un o unei este e sunt am ai are avem aveți au fost era ce care cine unde când cum eu tu el ea noi voi ei " +
    "mi îmi mă te se vă ne meu mea mele lui lor mai foarte bine doar deja dacă asta acest această acum tot nimic niciodată ca al ale ați fi",
  sv:
    "och eller men inte ingen inget är var har hade blir ska kan vill jag du han hon vi ni de mig dig oss er min mitt mina din sin det den detta en ett att " +
    "som om på i till från av för med hos efter utan vid när var vad hur varför här där så nu mycket bara aldrig alltid också än än igen redan",
  ru:
    "и в не на я что с со как а то это он она они мы вы ты но за по из от до у к о же бы ли ещё уже если или для так все всё мне меня мной мой моя моё мои моего " +
    "моей вас вам ваш нас нам его её ей ему их был была было были есть нет да где когда почему кто чтобы только очень при без этот эта этого тебя тебе вот " +
    "тоже может можно надо ничего никогда здесь там сейчас потом такой себя просто сегодня",
  uk:
    "і й та в у не на я що з із зі як а то це цього він вона вони ми ви ти але за по від до о ж же би чи ще вже якщо або для так все мені мене мною мій моя моє мої вас " +
    "вам ваш нас нам його її їх був була було були є немає ні де коли чому хто щоб тільки дуже при без цей ця ось теж тебе тобі може можна треба нічого ніколи тут там зараз потім просто сьогодні",
  hi:
    "है हैं था थे थी का की के को में से पर और या नहीं न यह वह ये वे मैं हम आप मेरा मेरी मेरे मुझे हमें आपका आपकी आपके कि तो भी ही हो क्या कब कहाँ कहां क्यों कैसे " +
    "लिए ने एक इस उस अभी तक बहुत कर रहा रही रहे गया गई हुआ हुई कोई कुछ",
};

/** Their neighbours, whose words keep a text from being taken for one of them. */
const OF_NEIGHBOURS: Record<string, string> = {
  no:
    "og eller men ikke ingen noe noen er jeg du han hun vi dere de meg deg seg oss min mitt mine din sin det den dette en et å at som om på i til fra av for " +
    "med hos etter uten ved når hvor hva hvem hvorfor hvordan her der så nå mye bare aldri alltid også enn igjen allerede var har hadde blir ble skal kan " +
    "vil må være vært",
  da:
    "og eller men ikke ingen noget nogen er jeg du han hun vi i de mig dig sig os min mit mine din sin det den dette en et at som om på til fra af for med hos " +
    "efter uden ved når hvor hvad hvem hvorfor hvordan her der så nu meget kun bare aldrig altid også end igen allerede var har havde bliver blev skal kan " +
    "vil må være været",
  cs: "a je se na v že to si jsem jsi ale co jak tak s z do ne by mi mě ho jako jen pro není když už byl bylo byla ve už být máte protože můj kde",
  sk: "a je sa na v že to si som ale čo ako tak s z do nie by mi ma ho len pre keď už bol bolo byť máte pretože môj kde sme",
  hr: "i je se na u da to ne sam si ali što šta kako tako s iz do bi mi me ga kao samo za nije kad već bio bilo će ste ovo smo moj gdje koji",
  sl: "in je se na v da to ne sem si ali ampak kaj kako tako z iz do bi mi me ga kot samo za ni ko že bil bilo bo ste smo moj kje ki",
  hu: "a az és nem hogy egy is van meg csak de ez mi mit én te volt vagy ha már nekem azt ki itt el kell lesz mert most nagyon",
  bg: "и в не на аз че с как а то това той тя те ние вие ти но за по от до у ще се да ли още вече ако или са съм си е ми ме мен моят вас ви ни го ги беше има няма къде кога защо кой само много без тук ме",
  sr: "и је се на у да то не сам си али шта како тако с из до би ми ме га као само за није кад већ био било ће сте ово смо мој где који",
  mk: "и е се на во да тоа не сум си но што како така со од до би ми ме го само за кога веќе беше ќе сте ова сме мојот каде кој",
  tr: "bir bu ve de da ne ben sen o biz siz için ama gibi çok var yok mı mi mu değil bana beni sana seni daha şey kadar evet hayır nasıl",
  vi: "và là của không có được cho tôi một người này với đã khi thì sẽ bạn anh em nó cô ông ở đi làm gì đó",
  fi: "ja ei on se että en minä sinä hän mutta niin olen mitä kun jos oli nyt minun hyvin vain tämä ole sen me te he mikä kuin",
  et: "ja ei on see et ma sa ta aga kui mis oli nii minu siis ka kas mida seda ole me te oma välja",
  id: "yang dan di itu ini aku saya kamu dia kita tidak tak ada untuk dengan akan dari ke apa bisa sudah kau mereka kami tapi jika seperti",
  "romanised hi":
    "hai hain nahi nahin mera mere meri mujhe kab kya kyun kaha kahan aap aapne bhai gaya gayi raha rahi hua karo karna diya chahiye abhi bahut paise tha thi aur ka ki ke ko se mein",
};

const COMMON_WORDS = { ...OF_READ_LANGUAGES, ja: "", ...OF_NEIGHBOURS };
const names = Object.keys(COMMON_WORDS);
const JAPANESE = names.indexOf("ja");
/** The languages that words can tell: those of the others are few. */
export const readLanguages: readonly string[] = [...Object.keys(OF_READ_LANGUAGES), "ja"];
const languagesOf = new Map<string, number[]>();
Object.values(COMMON_WORDS).forEach((words, at) => {
  for (const word of new Set(unmarked(words).split(" ")))
    languagesOf.set(word, [...(languagesOf.get(word) ?? []), at]);
});
const WORDS = /[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)?/gu;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/** The language with most of its commonest words in a text (of Japanese, which has no words between spaces, its own signs). */
export type CommonWords = {
  language: string;
  count: number;
  /** How many the next language has. */
  others: number;
  of: (language: string) => number;
};

export function commonWords(text: string): CommonWords {
  const known = asked.find((one) => one.text === text);
  if (known) return known.words;
  const words = counted(text);
  asked = [{ text, words }, ...asked.slice(0, 1)];
  return words;
}

/** The same two ends are asked about in a row. */
let asked: { text: string; words: CommonWords }[] = [];

function counted(text: string): CommonWords {
  const counts = new Uint16Array(names.length);
  for (const word of unmarked(text.toLowerCase().replaceAll("’", "'")).match(WORDS) ?? [])
    for (const at of languagesOf.get(word) ?? []) counts[at] = (counts[at] as number) + 1;
  counts[JAPANESE] = text.match(KANA)?.length ?? 0;
  let best = 0;
  for (let at = 1; at < counts.length; at++) if ((counts[at] as number) > (counts[best] as number)) best = at;
  let others = 0;
  for (let at = 0; at < counts.length; at++) if (at !== best) others = Math.max(others, counts[at] as number);
  return {
    language: names[best] as string,
    count: counts[best] as number,
    others,
    of: (language) => counts[names.indexOf(language)] ?? 0,
  };
}
