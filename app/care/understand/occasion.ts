import { days } from "#app/lib/duration.ts";
import type { MirroredOrder, Order } from "#app/mirror/order.ts";
import { fold } from "./fold.ts";
import { meantDay, writtenDays } from "./written-days.ts";

/** What an order's record says beside its events; only the mirror has all of it. */
export type OrderNotes = Partial<Pick<MirroredOrder, "note" | "tags" | "attributes" | "locale">>;
/** Why a day matters to who ordered; `neededBy` is the end of that day in epoch milliseconds. */
export type Occasion = { gift: boolean; neededBy: number | null };

/** A gift, or a day on which one is given, in the languages of the cues and seven more; folded text. A gift card is not one. */
const gift =
  /\b(?:gifts?(?![- ]?cards?)|geschenk(?!gutschein|karte)\w*|regalos?(?! ?card)|regalar|cadeaux?(?!bon)|presentes?(?= |$|[.,!:-])|prezent\w*|cadouri|cadou\w*|gava|birthday|geburtstag\w*|cumpleanos|anniversaire|aniversario|compleanno|verjaardag\w*|urodzin\w*|fodelsedag\w*|ziua de nastere|wedding|hochzeit\w*|boda|mariage|casamento|matrimonio|bruiloft|nunta|brollop\w*|christmas|xmas|weihnacht\w*|navidad|noel|natal|natale|kerst\w*|craciun|jul(?:klapp|afton)\w*|mother'?s day|muttertag|anniversary|jubilaum|valentine\w*)\b|slub|подар|день рожд|дня рожд|ден[ьу] народж|дня народж|свадьб|весілл|उपहार|तोहफ|जन्मदिन|शादी|ギフト|プレゼント|贈り物|誕生日|結婚/;
/** An attribute that was left empty or unticked. */
const unticked = /^(?:-|no|none|false|off|0|nein|non|nee|nao|nie|ne|nej|nu|нет|ні|なし)?$/;
/** A note that forbids the wrapping. */
const forbidden =
  /\b(?:no|not|isn't|kein\w*|nicht|ohne|sin|sans|pas (?:de|un)|sem|nao|senza|non|geen|bez|nie|utan|fara)\b|(?:^|\s)(?:не|нет|без)\s|不要|नहीं/;
/** Names of attributes and words of a note that make a day in it the day the order is needed. */
const needed =
  /\b(?:need\w*|required|deliver\w*|arriv\w*|ship by|by|before|until|due|event|occasion|wunsch\w*|liefer\w*|brauch\w*|benotig\w*|bis|vor|spatestens|termin|entrega\w*|entregar|necesit\w*|antes|para|livraison|livrer|avant|besoin|pour|precis\w*|ate|consegna\w*|entro|serve|bezorg\w*|leverdatum|nodig|voor|uiterlijk|dostaw\w*|przed|potrzeb\w*|livrare|pana|leverans\w*|senast|innan|nasta)\b|достав|нужн|потріб|до |तक|चाहिए|まで|必要|希望日|お届け/;
const tagged =
  /^(?:needed|need|due|deliver|ship|wunschtermin|bis|avant|antes|entro)[-_ ]?(?:by|bis)?[-_: ]*(?=\d)/;
/** A day long before the order was placed, or years after it, is not when it is needed. */
const EARLIEST = days(1);
const FARTHEST = days(400);

/** How far before the word a negation may stand: "it is not a present". */
const NEGATED_WITHIN = 24;

/** Whether a sentence of a message says that it is one; folded. A note is shorter: it forbids whatever stands in it. */
export function saysGift(folded: string): boolean {
  const found = gift.exec(folded);
  return (
    found !== null && !forbidden.test(folded.slice(Math.max(0, found.index - NEGATED_WITHIN), found.index))
  );
}

/** Reads the note, tags and attributes of an order: whether it is a gift, and by when it is needed. Where they differ, the earliest day counts. */
export function occasionOf(order: Pick<Order, "placedAt"> & OrderNotes): Occasion {
  const stated = [
    ...(order.tags ?? []).map((tag) => {
      const text = fold(tag);
      return { text, dated: tagged.test(text), gift: gift.test(text) };
    }),
    ...(order.attributes ?? []).map(({ name, value }) => {
      const given = fold(value).trim();
      const text = unticked.test(given) ? "" : `${fold(name).replaceAll("_", " ")}: ${given}`;
      return { text, dated: needed.test(fold(name)) || gift.test(text), gift: gift.test(text) };
    }),
    ...fold((order.note ?? "").slice(0, 2_000))
      .split(/(?<=[^\d\s.][.!?])\s+|\n+/u)
      .map((text) => ({
        text,
        dated: needed.test(text) || gift.test(text),
        gift: gift.test(text) && !forbidden.test(text),
      })),
  ];
  const placed = Date.parse(order.placedAt);
  const neededBy = stated
    .filter(({ dated }) => dated)
    .flatMap(({ text }) => dayIn(text, { language: order.locale ?? "en", placed }) ?? []);
  return {
    gift: stated.some((one) => one.gift),
    neededBy: neededBy.length > 0 ? Math.min(...neededBy) : null,
  };
}

/** The end of the first day in a text that lies after the order was placed; of two readings the later, so that no day passed too early. */
function dayIn(text: string, given: { language: string; placed: number }): number | null {
  const near = given.placed + days(30);
  for (const { readings } of writtenDays(text.slice(0, 300), given.language)) {
    const ends = readings.map((reading) => meantDay(reading, near) + days(1));
    const latest = Math.max(
      ...ends.filter((end) => end - given.placed > -EARLIEST && end - given.placed < FARTHEST),
    );
    if (Number.isFinite(latest)) return latest;
  }
  return null;
}
