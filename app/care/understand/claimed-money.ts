import type { Money } from "#app/mirror/order.ts";
import type { ClaimWords } from "./claim-words/claim-words.ts";
import {
  orderFact,
  silent,
  type ClaimRecord,
  type Evidence,
  type Finding,
  type Stated,
} from "./claim-record.ts";
import type { Sentence } from "./fold.ts";
import type { RecordedOrder } from "./record-events.ts";

const NUMBER = String.raw`\d{1,3}(?:[.,' ]\d{3}){1,3}(?:[.,]\d{1,2})?(?!\d)|\d{1,2}(?:,\d{2}){1,3},\d{3}(?:\.\d{1,2})?(?!\d)|\d{1,9}(?:[.,]\d{1,3})?(?!\d)`;
const BEFORE = String.raw`r\$|€|\$|£|¥|₹|₴|₽|eur|usd|gbp|jpy|chf|cad|aud|pln|sek|nok|dkk|ron|inr|rs\.?|kr`;
const AFTER = String.raw`€|\$|£|¥|₹|₴|₽|円|zł|kč|(?:eur(?:os?|o)?|usd|dollars?|dolares|gbp|pounds?|jpy|yen|chf|franken|cad|aud|pln|zl|sek|nok|dkk|kr|kronor|kroner|ron|lei|leu|inr|rupees?|rs|czk|huf|ft|uah|rub)(?![a-z])|руб|грн|гривен|гривн|евро|євро|रुपय|रुपए|यूरो`;
/** An amount with its currency on either side. */
const amounts = new RegExp(
  `(?<![\\w.,])(?<before>${BEFORE})\\s?(?<first>${NUMBER})|(?<![\\w.,])(?<second>${NUMBER})\\s?(?<after>${AFTER})`,
  "g",
);

/** "10 of 25 €": the part and its whole, of which the currency may stand at either or at none. */
const partly = new RegExp(
  `(?<![\\w.,#])(?:(?<before>${BEFORE})\\s?)?(?<part>${NUMBER})(?:\\s?(?<between>${AFTER}))?\\s?(?:out of|of|instead of|rather than|statt|anstatt|von|de los|de las|de|en lugar de|en vez de|au lieu de|sur|em vez de|dos|invece di|su|di|dei|van de|van|in plaats van|zamiast|z|din|in loc de|av|istallet for|из|вместо|з|замість|में से|की जगह) (?:the |my |den |meinen |les |los |mes |os |as |de )?(?:(?:${BEFORE})\\s?)?(?:${NUMBER})(?:\\s?(?<after>${AFTER})|(?=\\s*(?:[.,;!?)]|$)|\\s(?:but|and|und|aber|y|pero|et|mais)\\s))`,
);
/** Without a currency "1 of 2" counts pieces. */
const LEAST_MONEY = 5;

/** Which currencies a sign or word may mean; a code means itself. */
const meant: [RegExp, string][] = [
  [/^r\$/, "BRL"],
  [/^(?:€|eur|евро|євро|यूरो)/, "EUR"],
  [/^(?:\$|dol)/, "USD CAD AUD NZD SGD HKD TWD MXN ARS CLP COP"],
  [/^(?:£|pound)/, "GBP EGP"],
  [/^(?:¥|yen|円)/, "JPY CNY"],
  [/^(?:₹|rs|rupee|रुप)/, "INR PKR LKR NPR"],
  [/^(?:₴|грн|гривн)/, "UAH"],
  [/^(?:₽|руб)/, "RUB"],
  [/^(?:zł|zl)/, "PLN"],
  [/^k(?:r|č)/, "SEK NOK DKK ISK CZK"],
  [/^(?:lei|leu)/, "RON MDL"],
  [/^(?:ft)/, "HUF"],
  [/^franken/, "CHF"],
];
const THREE_DECIMALS = new Set(["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"]);

/** What is asked for, offered, owed or another's: it states nothing of the writer's own refund. */
const notStated =
  /\b(?:ask\w* for|short|offer\w*|want|expect\w*|owe[ds]?|should|(?:can|could|may|will|would|do) i|friend|colleague|kann ich|konnte ich|bekomme ich|angeboten|mochte|freundin|puedo|quiero|ofreci\w*|puis-je|propose\w*|voudrais|posso|vorrei|offert\w*|quero|ofereceu|kan ik|aangeboden|wil|czy moge|pot sa|vreau|kan jag|vill)\b|могу|хочу|предлож|можу|пропон/;

const refundWord =
  /\b(?:refund\w*|money back|\w*erstatt\w*|reembols\w*|rembours\w*|rimbors\w*|terugbeta\w*|(?:got|received|gave me|sent me) (?:only |just )?[€$£]?\d[\d.,]* ?(?:[€$£]|\w+ )? ?back|zwrot\w*|zwroc\w*|ramburs\w*|aterbetal\w*)\b|возврат|вернул|поверн|रिफंड|返金/;

type Amount = { written: string; currencies: string[]; values: number[] };

/** What was paid or refunded, as the sentence states it, against the order's total, prices and refunds. */
export function claimedMoney({ folded }: Sentence, words: ClaimWords, { order }: ClaimRecord): Stated[] {
  if (!/\d/.test(folded)) return [];
  const clauses = refundWord.test(folded) && words.paid.test(folded) ? folded.split(CLAUSE) : [folded];
  return clauses.flatMap((clause) => inClause(clause, words, order));
}

/** Where one amount was paid and another came back: "I paid 40 € and you refunded 20 €". */
const CLAUSE =
  /[,;]\s|\s(?:and|but|und|aber|y|pero|et|mais|e|ma|mas|en|maar|i|ale|si|dar|och|men|и|но|і|та|але|और|लेकिन)\s|が、?|のに/;

function inClause(folded: string, words: ClaimWords, order: RecordedOrder | null): Stated[] {
  const refunded = refundWord.test(folded);
  if (!refunded && !words.paid.test(folded)) return [];
  const currency = order?.currency ?? order?.total?.currency ?? "";
  const [first, another] = amountsIn(folded, currency);
  const stated = (refunded && partIn(folded, currency)) || first;
  if (!stated) return [];
  if (refunded) {
    const { verdict, evidence } = refundOf(stated, order);
    const open = verdict === "conflicts" && notStated.test(folded);
    const claim = `a refund of ${stated.written}`;
    return [{ kind: "refund_amount", claim, verdict: open ? "unknown" : verdict, evidence }];
  }
  const found = paid(stated, order);
  // Of two amounts nobody knows which is the total: only one that agrees says something.
  const either = another && found.verdict === "conflicts" ? { ...paid(another, order) } : found;
  const finding =
    another && either.verdict === "conflicts" ? { ...either, verdict: "unknown" as const } : either;
  return [{ kind: "amount", claim: `paid ${stated.written}`, ...finding }];
}

function amountsIn(folded: string, currency: string): Amount[] {
  return [...folded.matchAll(amounts)].slice(0, 2).map(({ groups = {}, ...match }) => ({
    written: match[0].trim(),
    currencies: currenciesOf(groups["before"] ?? groups["after"] ?? ""),
    values: valuesOf(groups["first"] ?? groups["second"] ?? "", currency),
  }));
}

/** What came back of more; in the order's currency where none is written. */
function partIn(folded: string, currency: string): Amount | undefined {
  const { before, part = "", between, after } = partly.exec(folded)?.groups ?? {};
  const sign = before ?? between ?? after;
  const values = valuesOf(part, currency);
  if (part === "" || (!sign && !values.every((value) => value >= LEAST_MONEY))) return undefined;
  const currencies = sign ? currenciesOf(sign) : [currency];
  return { written: sign ? `${part} ${sign}` : part, currencies, values };
}

function currenciesOf(written: string): string[] {
  const sign = written.replace(/\.$/, "");
  return (meant.find(([pattern]) => pattern.test(sign))?.[1] ?? sign.toUpperCase()).split(" ");
}

/** "1.299,00", "1,299.00", "1 299" and "49,90" as numbers; a lone sign before three digits parts thousands, unless the currency has three decimals. */
function valuesOf(written: string, currency: string): number[] {
  const plain = written.replace(/[ ']/g, "");
  const cents = /[.,](\d{1,2})$/.exec(plain);
  const whole = (cents ? plain.slice(0, cents.index) : plain).replace(/[.,]/g, "");
  const value = Number(cents ? `${whole}.${cents[1] ?? "0"}` : whole);
  const thirds = /^(\d+)[.,](\d{3})$/.exec(plain);
  return thirds && THREE_DECIMALS.has(currency)
    ? [value, Number(`${thirds[1] ?? "0"}.${thirds[2] ?? "0"}`)]
    : [value];
}

function paid(stated: Amount, order: RecordedOrder | null): Finding {
  if (!order?.total) return silent;
  const lines = order.lines.flatMap(({ id, title, quantity, price }) =>
    price
      ? [price, { ...price, amount: String(Number(price.amount) * quantity) }].map((money) => ({
          money,
          shows: { entity: "line", id, shows: `${title}: ${price.amount} ${price.currency} each` },
        }))
      : [],
  );
  const total = {
    money: order.total,
    shows: orderFact(order, `total ${order.total.amount} ${order.total.currency}`),
  };
  if (!inCurrency(stated, order.total)) return { verdict: "unknown", evidence: [total.shows] };
  const same = [total, ...lines].find(({ money }) => isSame(stated, money));
  return same
    ? { verdict: "agrees", evidence: [same.shows] }
    : { verdict: "conflicts", evidence: [total.shows] };
}

function refundOf(stated: Amount, order: RecordedOrder | null): Finding {
  const refunds = (order?.refunds ?? []).flatMap(({ id, at, amount }) =>
    amount
      ? [
          {
            money: amount,
            shows: {
              entity: "refund",
              id,
              shows: `refund of ${amount.amount} ${amount.currency}${at ? ` made ${at}` : ""}`,
            },
          },
        ]
      : [],
  );
  const evidence: Evidence[] = refunds.map(({ shows }) => shows);
  const [first] = refunds;
  if (!order || !first || !inCurrency(stated, first.money)) return { verdict: "unknown", evidence };
  const all = refunds.reduce((sum, { money }) => sum + Number(money.amount), 0);
  const sum = { amount: String(all), currency: first.money.currency };
  if ([...refunds.map(({ money }) => money), sum].some((money) => isSame(stated, money)))
    return { verdict: "agrees", evidence };
  // Naming what was paid, or what an item costs, in asking for a refund states nothing of the refund.
  return paid(stated, order).verdict === "agrees"
    ? { verdict: "unknown", evidence }
    : { verdict: "conflicts", evidence };
}

const inCurrency = ({ currencies }: Amount, { currency }: Money): boolean => currencies.includes(currency);
const isSame = (stated: Amount, money: Money): boolean =>
  inCurrency(stated, money) && stated.values.some((value) => Math.abs(value - Number(money.amount)) < 0.005);
