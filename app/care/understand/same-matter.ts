import type { IdentityProof } from "#app/conversation/message-content.ts";
import { TAKES_IN_WITHIN } from "#app/conversation/thread-subject.ts";
import { nameKey } from "./match-orders.ts";
import { proves } from "./prove-orders.ts";
import type { Intent, OrderProof, Reading } from "./reading.ts";

/** A message that waits for an answer, as far as it decides what it belongs to. */
export type Waiting = {
  at: Date;
  /** The customer whose sign-in proves it. */
  account: string | null;
  reading: Pick<Reading, "intent" | "identity" | "orderIds" | "orderRefs" | "orderNamed" | "proofs">;
};

/** Where they name no order, these are about none. */
const OF_NO_ORDER: ReadonlySet<Intent> = new Set(["product_question", "account"]);
/** What makes an order the writer's own; to name it, or its address or postcode, does not. */
const OWNED_BY: ReadonlySet<OrderProof["by"][number]> = new Set([
  "sign_in",
  "code",
  "code_before",
  "address",
]);
/** What a reply may tell or do hangs on these, and on no level between them. */
const THRESHOLDS: readonly IdentityProof[] = ["address_match", "code"];

/** The orders a message is about beyond doubt: those it names, else the only one it can mean. */
export function ordersAbout(reading: Waiting["reading"]): string[] {
  const { intent, orderIds, orderRefs, orderNamed, proofs } = reading;
  const refs = orderRefs.filter(({ kind }) => kind !== "email");
  // Also what its subject alone names.
  const isNamed = (id: string) =>
    refs.some(({ orderId }) => orderId === id) ||
    proofs.some(({ orderId, by }) => orderId === id && by.includes("order_number"));
  if (orderIds.some(isNamed)) return orderIds;
  // It names one that is not known: whichever else it may mean is a guess.
  if (refs.length > 0 || orderNamed) return [];
  return orderIds.length === 1 && !OF_NO_ORDER.has(intent) ? orderIds : [];
}

/**
 * What a message is about, as a key: one order of its writer's, or the one number it names; null when that is several, or none. A number
 * that is not the writer's own is a word and no more, so that whether two messages go together never tells if somebody has such an order.
 */
export function soleMatter(reading: Waiting["reading"]): string | null {
  const { orderRefs, proofs } = reading;
  const isOwn = (id: string | null | undefined) =>
    proofs.some(({ orderId, by }) => orderId === id && by.some((evidence) => OWNED_BY.has(evidence)));
  const refs = orderRefs.filter(({ kind }) => kind !== "email");
  const others = refs.filter(({ orderId }) => !isOwn(orderId));
  if (others.length === 0) {
    const about = ordersAbout(reading);
    return about.length === 1 && isOwn(about[0]) ? `order ${about[0]}` : null;
  }
  const own = refs.flatMap(({ orderId }) => (orderId && isOwn(orderId) ? [`order ${orderId}`] : []));
  const numbers = others.filter(({ kind }) => kind === "order_name");
  // A parcel's number beside an order is that order's, known or not.
  const named = own.length + numbers.length > 0 ? numbers : others;
  const [only, ...rest] = new Set([...own, ...named.map(({ value }) => `number ${nameKey(value)}`)]);
  return only && rest.length === 0 ? only : null;
}

/**
 * Whether a message that came as a conversation of its own belongs to what the same address wrote in another one and waits for, pure: all of
 * it is about one order, was written within two weeks, and is proven alike. What is read together is answered by the proof of its newest
 * message: no message may be lifted by another.
 *
 * @param waiting what waits there, oldest first
 * @param customerIds the customers that the two conversations are with, as far as they are known
 */
export function isSameMatter(
  message: Waiting,
  { waiting, customerIds }: { waiting: readonly Waiting[]; customerIds: readonly (string | null)[] },
): boolean {
  const matter = soleMatter(message.reading);
  const asked = waiting.filter(({ reading }) => reading.intent !== "spam_or_auto");
  const last = asked.at(-1);
  if (!last || matter === null || message.reading.intent === "spam_or_auto") return false;
  return (
    Math.abs(message.at.getTime() - last.at.getTime()) <= TAKES_IN_WITHIN &&
    asked.every(({ reading }) => soleMatter(reading) === matter) &&
    waiting.every(({ reading }) => isProvenAlike(reading.identity, message.reading.identity)) &&
    isOnePerson([message, ...waiting], customerIds)
  );
}

const isProvenAlike = (one: IdentityProof, other: IdentityProof): boolean =>
  THRESHOLDS.every((needs) => proves(one, needs) === proves(other, needs));

/** Two accounts that typed one address are two people. */
function isOnePerson(
  messages: readonly Pick<Waiting, "account">[],
  customerIds: readonly (string | null)[],
): boolean {
  const accounts = messages.flatMap(({ account }) => account ?? []);
  const customers = customerIds.flatMap((id) => id ?? []);
  return accounts.length === 0 || new Set([...accounts, ...customers]).size === 1;
}
