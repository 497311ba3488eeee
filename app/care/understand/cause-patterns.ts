import type { Cause } from "./reading.ts";

/**
 * Words for what a feeling is about and at whom it is directed; folded text. One pattern a script, since that is told at once:
 * Latin letters (English, German, Spanish, French, Portuguese, Italian, Dutch, Polish, Romanian, Swedish), Cyrillic (Russian,
 * Ukrainian), and the rest (Hindi, Japanese).
 */
export type Script = "latin" | "cyrillic" | "other";
type Words = Record<Script, RegExp>;

/** What says more comes first: in one sentence a broken promise outdoes the parcel it was about. */
export const aboutWords: { about: Exclude<Cause["about"], "carrier" | "self" | "unknown">; words: Words }[] =
  [
    {
      about: "promise",
      words: {
        latin:
          /\b(?:promis\w*|guarante\w*|you said|you told me|was told|assured|versproch\w*|verspracht|zugesagt|zugesichert|promet\w*|dijeron que|promesse|aviez dit|m'avez dit|disseram que|promess\w*|avevate detto|beloof\w*|toegezegd|obieca\w*|zapewni\w*|ati (?:spus|zis)|lova(?:de|t)|utlova\w*)\b/,
        cyrillic: /обеща|обіця|гарантир|гаранту|в[ыи] сказали|сказали,? (?:что|що)/,
        other: /約束|おっしゃ|वादा|कहा था/,
      },
    },
    {
      about: "contact",
      words: {
        latin:
          /\b(?:no (?:reply|response|answer|one)|nobody|ignor\w+ (?:me|my)|customer service|support|(?:third|fourth|second) (?:email|message|mail)|your (?:service|staff|team|company|shop|store)|keine (?:antwort|ruckmeldung)|niemand|kundenservice|kundendienst|(?:ihr|euer) (?:service|laden|shop|team)|nadie|sin respuesta|atencion al cliente|personne ne|sans reponse|aucune reponse|service client|ninguem|sem resposta|atendimento|nessuno (?:mi )?(?:ha )?rispo\w+|nessuna risposta|servizio clienti|geen (?:reactie|antwoord)|klantenservice|nikt nie|brak odpowiedzi|nimeni|niciun raspuns|serviciul (?:de )?clienti|ingen (?:svarar|har svarat)|inget svar|kundtjanst)\b|obslug/,
        cyrillic:
          /не отвеча|никто не|(?:без|нет) ответа|поддержк|ваш (?:сервис|магазин)|не відповіда|ніхто не|нема(?:є)? відповіді|підтримк|обслуговуванн|обслуживани/,
        other: /返事|返信|対応|連絡が|サポート|जवाब|ग्राहक सेवा|सपोर्ट/,
      },
    },
    {
      about: "money",
      words: {
        latin:
          /\b(?:refund\w*|money|charged?|paid|payment|price|expensive|invoice|geld|erstatt\w*|ruckerstatt\w*|abgebucht|bezahlt|teuer|rechnung|dinero|reembols\w*|cobr\w*|pagad\w*|factura|argent|rembours\w*|debite\w*|paye|cher|facture|dinheiro|estorno|cobrad\w*|pago|soldi|rimbors\w*|addebit\w*|terugbeta\w*|betaald|zwrot\w*|pieni\w*|zaplac\w*|faktur\w*|bani\w*|ramburs\w*|platit\w*|pengar\w*|aterbetal\w*|betala\w*)\b/,
        cyrillic: /деньг|денег|возврат|вернит|оплат|списал|заплат|грош|кошт|повернен|сплат/,
        other: /返金|お金|請求|代金|रिफंड|पैस|भुगतान/,
      },
    },
    {
      about: "item",
      words: {
        latin:
          /\b(?:broken|damaged|defect\w*|wrong (?:item|size|colou?r|one)|missing|quality|does(?:n't| not) (?:work|fit)|kaputt\w*|defekt\w*|beschadigt\w*|falsche\w*|qualitat|fehlt|passt nicht|rot[oa]s?|danad\w*|defectuos\w*|talla|calidad|equivocad\w*|casse\w*|abime\w*|defectueu\w*|taille|qualite|quebrad\w*|danificad\w*|defeit\w*|tamanho|qualidade|errad\w*|rott[oa]|danneggiat\w*|difettos\w*|sbagliat\w*|taglia|kapot\w*|beschadigd\w*|verkeerde|maat|zepsut\w*|uszkodz\w*|wadliw\w*|rozmiar\w*|jakosc\w*|stricat\w*|gresit\w*|marim\w*|calitat\w*|trasig\w*|skada[dt]\w*|fel (?:storlek|vara|farg|produkt)|kvalit\w*|beautiful|gorgeous|lovely|perfect|love (?:it|them)|wunderschon|precios[oa]|magnifique|lind[oa]|bellissim\w*|prachtig|piekn\w*|superb\w*|jattefin\w*)\b/,
        cyrillic:
          /сломан|разбит|бракован|поврежд|не тот|не работа|размер|качеств|красив|прекрасн|зламан|розбит|пошкодж|не праці?ю|розмір|якіст|чудов/,
        other: /壊れ|破損|不良|サイズ|商品|違う|素敵|टूट|खराब|गलत|साइज|उत्पाद/,
      },
    },
    {
      about: "delivery",
      words: {
        latin:
          /\b(?:deliver\w*|arriv\w*|parcel|package|shipp\w*|track\w*|courier|driver|carrier|late|waiting|where is|liefer\w*|paket\w*|versand\w*|zustell\w*|angekommen|unterwegs|envi\w*|paquete|entreg\w*|lleg\w*|livr\w*|colis|expedi\w*|encomenda|cheg\w*|pacote|consegn\w*|pacco|spedi\w*|bezorg\w*|pakket\w*|verzend\w*|geleverd|paczk\w*|przesylk\w*|dostaw\w*|dostarcz\w*|dotar\w*|colet\w*|ajuns\w*|sosi\w*|leverans\w*|levere\w*|frakt\w*|framme|kommit fram)\b/,
        cyrillic:
          /доставк|доставл|посылк|курьер|пришл|получил|отправ|посилк|кур'?єр|приишл|отрима|надісл|надіи/,
        other: /届|配送|配達|発送|荷物|डिलीवर|पार्सल|पहुंच|पहुँच|नहीं (?:आया|मिल)/,
      },
    },
    {
      about: "event",
      words: {
        latin:
          /\b(?:cancell?ed|ruined|wedding|birthday|funeral|passed away|died|storniert|geburtstag\w*|hochzeit\w*|beerdigung|gestorben|verstorben|cancelad[oa]|cumpleanos|boda|fallec\w*|murio|annulee?|anniversaire|mariage|decede\w*|enterrement|aniversario|casamento|faleceu|morreu|annullat[oa]|compleanno|matrimonio|mort[oa]|geannuleerd|verjaardag|bruiloft|overleden|anulowan\w*|urodzin\w*|slub\w*|pogrzeb\w*|anulat\w*|nunta|decedat\w*|avbokad\w*|fodelsedag\w*|brollop\w*|begravning\w*)\b|zmarl/,
        cyrillic: /отмен[иеё]|скасов|умер|помер|похорон|свадьб|весілл|д[еин]н[ьяю] (?:рожд|народж)/,
        other: /キャンセル|亡くな|葬儀|誕生日|結婚式|रद्द|निधन|शादी|जन्मदिन/,
      },
    },
  ];

/** How somebody behaved; said of a carrier it makes the carrier what the feeling is about. */
export const conductWords: Words = {
  latin:
    /\b(?:rude|threw|thrown|dumped|useless|shouted|yelled|lied|incompetent|joke|worst|(?:never|not even|didn't|did not) (?:even )?(?:rang|ring|knock\w*)|unfreundlich|unverschamt|frech|geworfen|gelogen|unfahig|nicht (?:einmal |mal )?geklingelt|groser[oa]|maleducad[oa]|tiro|mintio|no (?:llamo|toco)|(?:im|mal)poli|jete|menti|pas sonne|grosseir[oa]|mal[- ]educad[oa]|atirou|mentiu|nao tocou|maleducat[oa]|scortese|lanciato|non ha (?:nemmeno )?suonato|onbeleefd|brutaal|gegooid|niet aangebeld|niegrzeczn\w*|niemil\w*|rzuci\w*|nie zadzwoni\w*|nepoliticos|aruncat|nu a sunat|otrevlig|kastade|ringde inte)/,
  cyrillic: /груб|хам|бросил|соврал|не (?:по)?звонил|кинув|збрехав|не (?:по)?дзвонив/,
  other: /投げ|失礼|態度|怒鳴|बदतमीज|फेंक|झूठ/,
};

type Target = Exclude<Cause["blamed"], "nobody">;

/** At whom a feeling is directed; a fault of one's own is named as such before anybody else is. */
export const targetWords: { target: Target; words: Words }[] = [
  {
    target: "self",
    words: {
      latin:
        /\b(?:my (?:own )?(?:fault|mistake|bad|error)|i (?:accidentally|mistakenly|mistyped|misread|messed up)|silly me|stupid of me|mein fehler|meine schuld|versehentlich|aus versehen|vertippt|culpa mia|mi error|me equivoque|sin querer|ma faute|mon erreur|je me suis trompe\w*|culpa minha|minha culpa|meu erro|me enganei|enganei-me|colpa mia|mio errore|per sbaglio|mijn fout|per ongeluk|moj bląd|moja wina|pomyli\w*|przez pomylk\w*|vina mea|greseala mea|din greseala|m-am incurcat|mitt fel|av misstag|jag (?:skrev|bestallde) fel)\b/,
      cyrillic: /моя (?:ошибка|вина|помилка|провина)|я ошиб|по ошибке|случаино|я помили|помилково|випадково/,
      other: /私のミス|こちらのミス|間違えて(?:注文|しま)|मेरी गलती|गलती से/,
    },
  },
  {
    target: "carrier",
    words: {
      latin:
        /\b(?:courier|driver|carrier|mailman|postman|ups|usps|fedex|dhl|dpd|gls|hermes|evri|royal mail|post office|bote|fahrer|zusteller|deutsche post|repartidor|mensajero|transportista|correos|seur|livreur|facteur|transporteur|colissimo|chronopost|la poste|entregador|carteiro|estafeta|transportadora|correios|ctt|corriere|postino|poste italiane|bezorger|postnl|koerier|kurier\w*|inpost|poczta polska|listonosz\w*|curier\w*|posta romana|budet|postnord|brevbarar\w*)\b/,
      cyrillic: /курьер|почт|сдэк|перевозчик|кур'?єр|пошт|перевізник|водител|водіи/,
      other: /ヤマト|佐川|日本郵便|配達員|ドライバー|कूरियर|कुरियर|डिलीवरी (?:बॉय|वाल)|ड्राइवर/,
    },
  },
  {
    target: "shop",
    words: {
      latin:
        /\b(?:you (?:sent|promised|said|told|never|didn't|did not|failed|charged|have not|haven't|ignored|people|guys|lied)|your (?:service|company|shop|store|support|staff|team|fault|website|work|kindness|help)|sie haben|ihr (?:habt|shop|service|laden|unternehmen|team)|ustedes|me (?:enviaron|mandaron|cobraron|dijeron|prometieron)|su (?:tienda|servicio|empresa|equipo)|vous (?:avez|m'avez|n'avez|etes)|votre (?:service|boutique|site|entreprise|equipe)|voces|mandaram|enviaram|cobraram|prometeram|a vossa|vossa|seu (?:servico|site)|vostr[oa]|avete|mi avete|jullie|uw|wasz\w*|panstw\w*|wyslaliscie|obiecaliscie|dumneavoastra|(?:mi-)?ati (?:trimis|spus|zis|promis)|ni (?:har|skickade|lovade|svarar)|er (?:service|butik|kundtjanst))\b|wyslaliście|wyslali/,
      cyrillic: /(?<=^|\s)(?:вы|ви) (?:прислал|надісл|обещ|обіця|отправ|не|сказали|обман)|(?<=^|\s)ваш/,
      other: /御社|貴社|貴店|そちら|आपने|आपक[ाीे]|आप लोग/,
    },
  },
];

/** The script a folded text is in, for choosing patterns. */
export function scriptOf(folded: string): Script {
  if (/[\u0400-\u04ff]/.test(folded)) return "cyrillic";
  return /[\u0900-\u097f\u3040-\u30ff\u3400-\u9fff]/.test(folded) ? "other" : "latin";
}
