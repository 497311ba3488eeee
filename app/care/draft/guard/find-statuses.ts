import type { Fact } from "#app/care/draft/draft.ts";
import {
  clausesOf,
  isDenied,
  isSupposed,
  replyLanguages,
  type ReplyLanguage,
} from "#app/care/draft/guard/languages.ts";
import { statusClaims, statusWords, type StatusClaim } from "#app/care/draft/guard/status-words.ts";

export type StatusMention = { claim: StatusClaim; quote: string };

/** A mail, a code or a message on its way is no parcel. */
const NO_PARCEL = /(?<!\p{L})(?:code|código|codice)(?!\p{L})|コード/iu;
/** What is itself a denial is not looked for one. */
const NEGATIVE: ReadonlySet<StatusClaim> = new Set(["not_shipped", "no_refund", "failed_attempt"]);

/** One look that tells whether a closer one is worth it: most clauses say nothing in most languages. */
const anyOf = Object.fromEntries(
  replyLanguages.map((language) => [
    language,
    new RegExp(
      Object.values(statusWords[language])
        .map(({ source }) => `(?:${source})`)
        .join("|"),
      "iu",
    ),
  ]),
) as Record<ReplyLanguage, RegExp>;

/** What a text, its values blank, says of where orders, parcels and refunds are. */
export function findStatuses(text: string): StatusMention[] {
  return clausesOf(text)
    .filter((clause) => !NO_PARCEL.test(clause) && !/[?？]\s*$/u.test(clause))
    .flatMap((clause) =>
      replyLanguages.flatMap((language) => {
        const said = statusWords[language];
        if (!anyOf[language].test(clause)) return [];
        return statusClaims.flatMap((claim): StatusMention[] => {
          const match = said[claim]?.exec(clause);
          if (!match) return [];
          const before = clause.slice(0, match.index);
          const after = clause.slice(match.index + match[0].length);
          // A denial stands close by: "not yet been delivered", "noch nicht zugestellt", 配達されていません.
          const near =
            language === "ja" ? match[0].slice(-2) + after.slice(0, 8) : `${before.slice(-30)}${match[0]}`;
          if (!NEGATIVE.has(claim) && isDenied(language, lastPart(near))) return [];
          return isSupposed(language, before, clause)
            ? []
            : [{ claim, quote: match[0].trim().replaceAll(/\s+/gu, " ") }];
        });
      }),
    );
}

/** A comma ends what a denial reaches. */
const lastPart = (text: string) => text.slice(text.lastIndexOf(",") + 1);

/** What the facts of the orders in question say. */
type Shown = {
  last: string | undefined;
  delivered: boolean;
  parcel: boolean;
  cancelled: boolean;
  shipping: string | undefined;
  refund: string | undefined;
};

/** Whether the records say so too: null when they do not, why not otherwise. */
export function contradiction({ claim }: StatusMention, facts: readonly Fact[]): string | null {
  const byOrder = Map.groupBy(
    facts,
    ({ order, source }) => order ?? (source.entity === "order" ? source.id : ""),
  );
  const sheets = [...byOrder.values()].map((own) => shownBy(own));
  return sheets.some((shown) => fits(claim, shown)) ? null : `No record shows that: ${NEEDED[claim]}`;
}

function shownBy(facts: readonly Fact[]): Shown {
  const raw = (entity: string, kind: Fact["kind"]) =>
    facts.find(({ source, kind: one }) => source.entity === entity && one === kind)?.raw.toLowerCase();
  const last = raw("fulfillment", "status");
  const shipping = raw("order", "status");
  return {
    last,
    shipping,
    delivered: last === "delivered" || facts.some(({ id }) => id.endsWith(":deliveredAt")),
    parcel: facts.some(({ source }) => source.entity === "fulfillment"),
    cancelled: shipping === "cancelled" || facts.some(({ source }) => source.field === "cancelledAt"),
    refund: raw("refund", "status"),
  };
}

const PARTIAL: ReadonlySet<string | undefined> = new Set(["partial", "partially_fulfilled"]);
const LABEL: ReadonlySet<string | undefined> = new Set(["label_purchased", "label_printed", "confirmed"]);

function fits(claim: StatusClaim, shown: Shown): boolean {
  const { last, shipping, delivered, parcel, cancelled, refund } = shown;
  const left = parcel || shipping === "fulfilled" || PARTIAL.has(shipping);
  switch (claim) {
    case "delivered":
      return delivered;
    case "in_transit":
      return parcel && !delivered && last !== "ready_for_pickup" && !LABEL.has(last);
    case "shipped":
      return left;
    case "not_shipped":
      return shipping !== undefined && (!left || PARTIAL.has(shipping) || LABEL.has(last));
    case "out_for_delivery":
    case "ready_for_pickup":
      return last === claim;
    case "failed_attempt":
      return last === "attempted_delivery" || last === "failure";
    case "label_made":
      return LABEL.has(last);
    case "on_hold":
      // The hold itself is on no fact yet: what has left or was cancelled is certainly not held.
      return shipping !== undefined && !parcel && !cancelled;
    case "cancelled":
      return cancelled;
    case "refunded":
      return refund === "settled";
    case "refund_pending":
      return refund === "pending";
    case "no_refund":
      return shipping !== undefined && refund === undefined;
    case "lost":
      return last === "lost";
    case "returned":
      return last === "returned";
  }
}

const NEEDED: Record<StatusClaim, string> = {
  delivered: "a delivery",
  in_transit: "a parcel under way",
  shipped: "a parcel that has left",
  not_shipped: "an order that has not left",
  out_for_delivery: "a parcel out for delivery",
  ready_for_pickup: "a parcel to be picked up",
  failed_attempt: "an attempt to deliver that failed",
  label_made: "a label and no parcel yet",
  on_hold: "an order that is held",
  cancelled: "a cancellation",
  refunded: "a refund that went through",
  refund_pending: "a refund under way",
  no_refund: "an order without a refund",
  lost: "a lost parcel",
  returned: "a parcel that came back",
};
