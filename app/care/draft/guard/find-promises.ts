import type { Fact, Option } from "#app/care/draft/draft.ts";
import { clausesOf } from "#app/care/draft/guard/languages.ts";

/** What a shop can bind itself to. */
type Thing =
  | "refund"
  | "replacement"
  | "exchange"
  | "voucher"
  | "discount"
  | "compensation"
  | "free"
  | "guarantee"
  | "arrival";

export type PromiseMention = { thing: Thing; quote: string };

/** The words that bind, each a language's own. Naming a thing is none: "no refund has been made" promises nothing. */
const BINDING: { thing: Thing; words: RegExp }[] = [
  {
    thing: "refund",
    words: new RegExp(
      [
        String.raw`\b(?:full refund|money back|(?:will|shall|['’]ll|going to) (?:\w+ ){0,4}?(?:refund(?:ed)?|reimburse[d]?|credit|repay)|(?:get|receive|have) (?:\w+ ){0,3}?refund(?:ed)?)\b`,
        String.raw`\b(?:volle erstattung|(?:erstatten|überweisen) wir|wir (?:erstatten|überweisen)|(?:wird|werden)\b.{0,50}\b(?:erstattet|erstatten|zurückgezahlt|zurücküberwiesen)|(?:bekommen|erhalten|bekommst|erhältst)\b.{0,30}\b(?:geld|betrag|erstattung)\b.{0,20}(?:zurück)?)`,
        String.raw`(?<!\p{L})(?:(?:te|le|lo) (?:vamos a )?(?:reembols|devolv)\p{L}*|reembolsaremos|devolveremos el (?:dinero|importe)|reembolso (?:completo|íntegro|total)|vamos a reembolsar)`,
        String.raw`(?<!\p{L})(?:rembourserons|remboursement (?:intégral|complet|total)|(?:allons|va) (?:vous |te )?rembourser|serez remboursée?s?|seras remboursée?)`,
        String.raw`(?<!\p{L})(?:(?:vamos |iremos )(?:lhe )?(?:reembolsar|devolver o (?:dinheiro|valor))|reembolsaremos|devolveremos|reembolso (?:total|integral|completo))`,
        String.raw`(?<!\p{L})(?:rimborseremo|(?:ti|le|la) rimborsiamo|rimborso (?:completo|totale|integrale)|restituiremo (?:l['’]importo|i soldi)|(?:sarà|verrà|sarai|verrai) rimborsat[oa])`,
        String.raw`\b(?:(?:wij|we) (?:betalen|storten)\b.{0,50}\bterug|volledige terugbetaling|(?:krijgt|ontvangt|krijg je)\b.{0,40}\b(?:geld|bedrag)\b.{0,12}terug|(?:zullen|gaan)\b.{0,40}\bterugbetalen)`,
        String.raw`全額(?:を)?(?:返金|ご?返金)|返金(?:を)?(?:いたします|します|させていただきます|いたしますので)`,
      ].join("|"),
      "iu",
    ),
  },
  {
    thing: "replacement",
    words: new RegExp(
      [
        String.raw`\b(?:free replacement|(?:will|shall|['’]ll|going to) (?:\w+ ){0,3}?(?:replace|resend|reship)|(?:will|shall|['’]ll|going to) (?:\w+ ){0,3}?send (?:\w+ ){0,3}?(?:new|replacement|another))\b`,
        String.raw`\b(?:ersetzen wir|wir ersetzen|(?:wird|werden)\b.{0,40}\bersetzt|(?:schicken|senden|liefern)\b.{0,30}\b(?:ersatz|neue[nsr]?|noch einmal|erneut)\b)`,
        String.raw`(?<!\p{L})(?:reemplazaremos|(?:enviaremos|mandaremos|vamos a enviar)\b.{0,25}\b(?:otr[oa]|nuev[oa]|reemplazo|sustitu\p{L}*))`,
        String.raw`(?<!\p{L})(?:remplacerons|(?:enverrons|renverrons|allons (?:vous |te )?(?:ren|en)voyer)\b.{0,25}\b(?:un autre|une autre|nouve(?:au|lle|l)|remplacement))`,
        String.raw`(?<!\p{L})(?:substituiremos|(?:enviaremos|vamos enviar)\b.{0,25}\b(?:outr[oa]|nov[oa]|substitut\p{L}*))`,
        String.raw`(?<!\p{L})(?:sostituiremo|(?:invieremo|spediremo|manderemo)\b.{0,25}\b(?:un altro|un['’]altra|nuov[oa]|sostitu\p{L}*))`,
        String.raw`\b(?:vervangen (?:we|wij)|(?:we|wij) vervangen|(?:sturen|stuur|verzenden)\b.{0,30}\b(?:nieuwe?|vervang\w*|opnieuw|andere)\b)`,
        String.raw`(?:代替品|代わりの(?:商品|品)|新しい(?:商品|もの|品))(?:を)?[^。]{0,12}(?:送|発送|お届け)|交換(?:いたします|します|させていただきます)`,
      ].join("|"),
      "iu",
    ),
  },
  {
    thing: "exchange",
    words:
      /\b(?:will|shall|['’]ll) (?:\w+ ){0,3}?exchange\b|\btauschen wir\b|\bwir tauschen\b|(?<!\p{L})(?:cambiaremos (?:el|la|su|tu) (?:art|prod|talla)\p{L}*|échangerons|trocaremos|cambieremo|scambieremo)|\b(?:ruilen (?:we|wij)|(?:we|wij) ruilen)\b/iu,
  },
  {
    thing: "voucher",
    words:
      /\b(?:voucher|gift card|store credit|goodwill credit|gutschein\w*|guthaben|cup[óo]n|vale de|bon d['’]achat|avoir de|chèque[- ]cadeau|cupom|vale-\w+|buono (?:sconto|acquisto|regalo)|credito (?:negozio|in negozio)|tegoed(?:bon)?|cadeaubon|waardebon)(?!\p{L})|クーポン|商品券|ギフトカード|ポイント(?:を)?(?:進呈|付与)/iu,
  },
  {
    thing: "discount",
    words:
      /\b(?:discount|rabatt\w*|nachlass|preisnachlass|descuento|remise|réduction|rabais|desconto|sconto|korting\w*)(?!\p{L})|割引|値引/iu,
  },
  {
    thing: "compensation",
    words:
      /(?<!\p{L})(?:compensat\w*|(?:make it up to|reward) you|entschädig\w*|compensa(?:r|ción|ção|remos)\p{L}*|indemni\p{L}*|dédommag\p{L}*|risarcim\p{L}*|risarcir\p{L}*|schadevergoeding\w*|vergoed\w*|compensatie)|補償|お詫びの品/iu,
  },
  {
    thing: "free",
    words:
      /\b(?:free of charge|for free|free (?:shipping|delivery|returns?|gift|express|upgrade)|at no (?:extra )?(?:cost|charge)|kostenlos\w*|gratis\w*|versandkostenfrei\w*|kostenfrei\w*|env[íi]o gratuito|sin (?:coste|costo|cargo)|gratuit\p{L}*|sans frais|grátis|sem custos?|spedizione gratuita|senza (?:costi|spese))(?!\p{L})|無料|送料(?:は)?(?:当店|弊社)負担/iu,
  },
  {
    thing: "guarantee",
    words:
      /(?<!\p{L})(?:guarantee\w*|(?:we|I) promise|garantier\w*|verspr[ei]ch(?:en|e)|garantiz\p{L}*|prometemos|prometo|garanti(?:r|ssons|e|t|mos|amo|sc\p{L}*)(?!\p{L})|promettons|promets|promettiamo|prometto|garandeer\w*|garanderen|beloven|beloof)|保証(?:いたします|します)|(?:お)?約束(?:いたします|します)/iu,
  },
  {
    thing: "arrival",
    words: new RegExp(
      [
        String.raw`\b(?:will|shall|['’]ll|going to) (?:\w+ ){0,4}?(?:arrive|be delivered|be there|be with you|reach you)\b`,
        String.raw`\b(?:wird|werden)\b.{0,50}\b(?:ankommen|zugestellt|geliefert|eintreffen)\b|\b(?:kommt|trifft)\b.{0,40}\b(?:an|ein)\b(?=\s*[.!,]|$)`,
        String.raw`(?<!\p{L})(?:llegará(?:n)?|(?:será|serán) entregad[oa]s?|(?:va|van) a llegar|se entregará)(?!\p{L})`,
        String.raw`(?<!\p{L})(?:arrivera|arriveront|sera (?:bien )?livrée?|(?:va|vont) arriver)(?!\p{L})`,
        String.raw`(?<!\p{L})(?:chegará|chegarão|será entregue|(?:vai|vão) chegar)(?!\p{L})`,
        String.raw`(?<!\p{L})(?:arriverà|arriveranno|(?:sarà|verrà) consegnat[oa])(?!\p{L})`,
        String.raw`\b(?:zal|zullen|wordt|worden)\b.{0,50}\b(?:aankomen|bezorgd|geleverd|arriveren)\b`,
        String.raw`(?:届く予定です|到着します|届きます|お届けします|お届けいたします)`,
      ].join("|"),
      "iu",
    ),
  },
];

/** How the shop's own words name a thing, whether or not they bind: a policy that speaks of vouchers grants them. */
const NAMED: Record<Thing, RegExp> = {
  refund: /refund|reimburs|money back|erstatt|rückzahl|reembols|rembours|rimbors|terugbeta|返金/iu,
  replacement: /replac|ersatz|ersetz|reempla|sustitu|rempla|substitu|sostitu|vervang|代替|交換/iu,
  exchange: /exchang|umtausch|cambi|échang|troca|scambi|ruil|omruil|交換/iu,
  voucher:
    /voucher|gift card|store credit|gutschein|guthaben|cup[óo]n|vale|bon d|avoir|cupom|buono|tegoed|bon\b|クーポン|商品券/iu,
  discount: /discount|rabatt|nachlass|descuento|remise|réduction|desconto|sconto|korting|割引|値引/iu,
  compensation: /compens|entschädig|indemni|dédommag|risarc|vergoed|補償/iu,
  free: /free|no (?:extra )?(?:cost|charge)|kostenlos|kostenfrei|gratis|gratuit|grátis|sans frais|無料/iu,
  guarantee: /guarant|garant|保証/iu,
  arrival: /arriv|deliver|liefer|zustell|lleg|entreg|livr|cheg|arriver|consegn|bezorg|lever|届|配達/iu,
};

/** What the plan may have decided to offer, by the ids of its options. */
const OPTIONS: Record<Thing, readonly string[]> = {
  refund: ["refund", "full_refund", "partial_refund"],
  replacement: ["replacement", "replace", "resend"],
  exchange: ["exchange"],
  voucher: ["store_credit", "voucher"],
  discount: ["discount"],
  compensation: ["goodwill", "compensation"],
  free: ["free_shipping", "free_return"],
  guarantee: [],
  arrival: [],
};

/** What a text binds the shop to, its values blank. */
export function findPromises(text: string): PromiseMention[] {
  return clausesOf(text).flatMap((clause) =>
    BINDING.flatMap(({ thing, words }) => {
      const quote = words.exec(clause)?.[0].trim();
      return quote ? [{ thing, quote }] : [];
    }),
  );
}

/**
 * Whether what a sentence promises is what a fact that it cites says, a passage of a policy, or an option of the plan. That a
 * sentence cites something, or calls itself a promise, is no leave.
 */
export function isGranted(
  { thing }: PromiseMention,
  given: { cited: readonly Fact[]; options: readonly Option[]; saysDueDay: boolean },
): boolean {
  if (thing === "arrival" && given.saysDueDay) return true;
  return (
    given.options.some(({ id }) => OPTIONS[thing].includes(id)) ||
    given.cited.some(
      ({ kind, source, value }) => kind === "text" && source.entity !== "order" && NAMED[thing].test(value),
    )
  );
}
