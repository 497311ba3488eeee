import type { DraftInput } from "#app/care/draft/compose-draft.ts";
import type { Check } from "#app/care/draft/draft.ts";
import { formatDate, localDay } from "#app/care/draft/format-value.ts";
import { issueInWords } from "#app/care/draft/issue-to-tell.ts";
import { notQuoted } from "#app/care/draft/facts/not-quoted.ts";
import { optionRules } from "#app/care/draft/options/all.ts";
import type { OptionId } from "#app/care/draft/options/option-rule.ts";
import { followsOffer, type Planned } from "#app/care/draft/plan-reply.ts";
import { isCodeQuestion } from "#app/care/draft/plan/ask-proof.ts";
import type { Hints } from "#app/care/draft/read-hint.ts";

type Given = {
  planned: Planned;
  hints: Hints;
  language: string;
  /** The orders shown to be the writer's, by id. */
  own: ReadonlySet<string>;
};

type Says = Pick<Check, "code" | "values">;
const warn = (rule: string, why: string, says: Says = {}): Check => ({ rule, outcome: "warn", why, ...says });

/** What the person who sends a draft must know, or do, pure: of the draft as a whole, whoever words it. */
export function forTheReviewer(input: DraftInput, { planned, hints, language, own }: Given): Check[] {
  const { handOver } = planned.plan;
  return [
    ...(handOver ? [warn("person", handOver)] : []),
    ...planned.notes.map((note) => warn("to_know", note)),
    ...ofWhatWeWrote(input),
    ...(planned.steps.some(({ say }) => say === "knowledge.quote") ? [QUOTED] : []),
    ...ofCode(input, planned),
    ...toDo(planned).map(({ id, label }) =>
      warn("to_do", `Sending this commits the team: ${lowerFirst(label)}`, {
        ...{ code: "commits", values: { option: id } },
      }),
    ),
    ...ofLanguage(input, language),
    ...ofHint(hints, planned),
    ...unseen(input),
    ...unquoted(input.facts.orders, own),
  ];
}

const QUOTED = warn("quote", "This quotes your own policy or article: read whether it answers what they ask");

/** Who answers a message that they did not ask for may not say what it was about. */
function ofWhatWeWrote({ facts: { wroteFirst, shop } }: DraftInput): Check[] {
  if (!wroteFirst) return [];
  const format = { locale: "en", timeZone: shop.timeZone, now: wroteFirst.at };
  const on = formatDate(wroteFirst.at.toISOString(), format);
  return [
    warn("to_know", `They answer what we wrote on ${on} about ${issueInWords[wroteFirst.kind]}`, {
      code: "wrote_first",
      values: { day: localDay(wroteFirst.at.toISOString(), shop.timeZone), kind: wroteFirst.kind },
    }),
  ];
}

function ofCode(input: DraftInput, { plan, steps }: Planned): Check[] {
  if (!steps.some(({ say }) => isCodeQuestion(say))) return [];
  const order = plan.codeFor === undefined ? input.code?.order : nameOf(input, plan.codeFor);
  return [
    warn(
      "code",
      order
        ? `Sending this also mails a code to the email address of order ${order}. Take out its sentence about the code, and none is sent`
        : "No code will be sent: no order has this number, or it has no email address. The reply says the same in both cases, so that nobody learns which orders exist",
      order ? { code: "mails", values: { order } } : {},
    ),
  ];
}

function ofLanguage({ reading, nobodyWrote }: DraftInput, ours: string): Check[] {
  const theirs = reading.language;
  if (sameLanguage(theirs, ours)) return [];
  const whose = nobodyWrote ? "Their order is in" : "They write in";
  return [
    warn("language", `${whose} ${languageName(theirs)}; this draft is in ${languageName(ours)}`, {
      code: nobodyWrote ? "of_order" : "of_message",
      values: { theirs, ours },
    }),
  ];
}

function ofHint(hints: Hints, planned: Planned): Check[] {
  const checks: Check[] = [];
  if (hints.unknown)
    checks.push(
      warn(
        "hint",
        "The composer could not follow this hint. It knows: shorter, more formal, warmer, offer a return",
      ),
    );
  if (hints.offer && !followsOffer(hints, planned)) checks.push(notOffered(hints.offer, planned));
  return checks;
}

function notOffered(offer: NonNullable<Hints["offer"]>, planned: Planned): Check {
  if (planned.plan.options.some(({ id }) => id === offer))
    return warn("hint", "This is possible, but the composer has no words to offer it here. Add it yourself");
  const because = whyNot(offer, planned);
  const why = because ? ` (${lowerFirst(because)})` : "";
  return warn(
    "hint",
    `No record or policy lets the composer offer ${offerInWords(offer)}${why}. Add it yourself if the shop agrees`,
    { code: "no_record", values: { offer, because: because ?? "none" } },
  );
}

function unseen({ reading, seesAllOrders }: DraftInput): Check[] {
  const named = reading.orderRefs.some(({ kind, orderId }) => kind === "order_name" && orderId === null);
  if (!named || seesAllOrders) return [];
  return [
    warn(
      "unseen",
      "They name an order that is not in the mirror. Orders older than 60 days cannot be seen without the read_all_orders scope",
    ),
  ];
}

/** Words on an order that the reply does not repeat: of orders shown to be the writer's, so that no other is told of. */
function unquoted(orders: DraftInput["facts"]["orders"], own: ReadonlySet<string>): Check[] {
  return orders
    .filter(({ id }) => own.has(id))
    .flatMap((order) =>
      notQuoted(order).map(({ code, what }) =>
        warn(
          "unquoted",
          `Order ${order.name}: ${what} reads like a message, so the reply does not repeat it. Look at the order before you send`,
          { code, values: { order: order.name } },
        ),
      ),
    );
}

const nameOf = ({ facts }: DraftInput, orderId: string) =>
  facts.orders.find(({ id }) => id === orderId)?.name;

const offerInWords = (offer: NonNullable<Hints["offer"]>): string =>
  offer === "refund" ? "a refund" : (OFFERS_BY_NAME[offer] ?? `this: ${optionRules[offer].label}`);

/** As the words of a hint call them. */
const OFFERS_BY_NAME: Partial<Record<OptionId, string>> = {
  exchange: "an exchange",
  discount: "a discount",
  return: "a return",
};

/** The reason a rule gives against what a hint asks to offer; none where none was asked. */
function whyNot(offer: NonNullable<Hints["offer"]>, { plan }: Planned): string | undefined {
  const asked = offer === "refund" ? "check_due" : offer;
  return plan.notPossible?.find(({ id }) => id === asked)?.because;
}

/** What the text promises that the team then has to do. */
function toDo({ steps, offers }: Planned): { id: OptionId; label: string }[] {
  if (!steps.some(({ kind }) => kind === "promise")) return [];
  return offers
    .map((id) => optionRules[id])
    .flatMap(({ id, commits, label }) => (commits ? [{ id, label }] : []));
}

const sameLanguage = (theirs: string, ours: string) =>
  theirs === "und" || theirs.toLowerCase().split("-")[0] === ours;

function languageName(tag: string): string {
  return new Intl.DisplayNames("en", { type: "language", fallback: "code" }).of(tag) ?? tag;
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
