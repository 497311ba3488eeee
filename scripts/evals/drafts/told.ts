import type { Sentence } from "#app/care/draft/draft.ts";
import type { DraftOrder } from "#app/care/draft/order-situation.ts";
import { factKeys, type DraftCase, type FactKey } from "./cases.ts";
import { ordersOf } from "./draft-input.ts";
import { shownFor, type CaseRecord } from "./record.ts";
import { statedIn } from "./read-values.ts";

type Said = { text: string; sentences: Pick<Sentence, "cites" | "kind">[] };
type Given = { given: DraftCase; language: string; record: CaseRecord };

/** Which of the facts asked for are in the draft, one answer each. */
export function presentFacts(draft: Said, about: Given): boolean[] {
  return about.given.must.map((asked) =>
    asked.split("|").some((key) => tells(draft, { ...about, key: key as FactKey })),
  );
}

/** Which of the facts that must stay out are told all the same. */
export function toldAgainst(draft: Said, about: Given): string[] {
  return about.given.mustNot.filter((key) =>
    key === "order" ? tellsOrder(draft, about) : showsValue(draft.text, { ...about, key: key as FactKey }),
  );
}

function tells(draft: Said, about: Given & { key: FactKey }): boolean {
  if (shownFor(about.key, about.given)) return showsValue(draft.text, about);
  // A state is told in words of any language: that a sentence rests on it is what can be seen.
  return draft.sentences.some(({ cites }) => cites.some((id) => id.endsWith(`:${about.key}`)));
}

/** Anything of the order at all, titles and places included: what an unproven writer must not learn. */
function tellsOrder(draft: Said, about: Given): boolean {
  const { given } = about;
  const orders = ordersOf(given);
  const written = orders.flatMap(secretsOf).filter((word) => !given.text.includes(word));
  const ids = new Set(orders.flatMap(({ id, fulfillments }) => [id, ...fulfillments.map((one) => one.id)]));
  return (
    written.some((word) => holds(draft.text, word)) ||
    factKeys.some((key) => !OURS.has(key) && showsValue(draft.text, { ...about, key })) ||
    draft.sentences.some(({ cites }) => cites.some((id) => ids.has(id.split(":")[1] ?? "")))
  );
}

/** Not of the order: the writer's own, or public. */
const OURS: ReadonlySet<FactKey> = new Set(["name", "attachments", "policyDays", "policyLink"]);

/** Words of an order that nobody else can know. */
export function secretsOf(order: DraftOrder): string[] {
  return [
    ...order.lines.map(({ title }) => title),
    order.shippingAddress?.address1 ?? "",
    ...order.fulfillments.flatMap((parcel) => [
      parcel.trackingCompany ?? "",
      parcel.trackingNumber ?? "",
      ...parcel.events.map(({ city }) => city ?? ""),
    ]),
  ].filter((word) => word !== "");
}

function showsValue(text: string, { key, given, language, record }: Given & { key: FactKey }): boolean {
  const shown = shownFor(key, given);
  if (!shown) return false;
  if (shown.words?.some((word) => holds(text, word))) return true;
  if (!shown.days && !shown.money) return false;
  const stated = statedIn(text, { language, known: record.words });
  return (
    stated.days.some((day) => shown.days?.includes(day)) ||
    stated.money.some((written) => {
      const [amount = "", units = ""] = written.split(" ");
      return units.split("/").some((unit) => shown.money?.includes(`${amount} ${unit}`));
    })
  );
}

/** As a word of its own: order 447 is not in 4471. */
export function holds(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    const [before, after] = [text.charAt(at - 1), text.charAt(at + word.length)];
    if (!glued(before, word.charAt(0)) && !glued(word.at(-1) ?? "", after)) return true;
  }
  return false;
}

/** Two Latin letters or two digits in a row are one word; scripts without spaces have no such edge. */
const glued = (one: string, other: string) =>
  (/\d/u.test(one) && /\d/u.test(other)) ||
  (/\p{Script=Latin}/u.test(one) && /\p{Script=Latin}/u.test(other));
