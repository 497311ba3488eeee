import { identityProofs, type IdentityProof } from "#app/conversation/message-content.ts";
import type { OrderProof, OrderRef } from "./reading.ts";

/**
 * Levels of proof in rising order: nothing known (or authentication failed); From equals the order's e-mail and nothing
 * failed; the mail was authenticated; a code sent to the order's address came back; signed in to the shop's account.
 * Absent authentication is not failed authentication: that is `address_match`.
 */
const rank = (proof: IdentityProof) => identityProofs.indexOf(proof);

/** Is a proof enough for what is asked? */
export function proves(proof: IdentityProof, needs: IdentityProof): boolean {
  return rank(proof) >= rank(needs);
}

/** Who wrote a message: what it proves of its address, and the customer whose sign-in proves it, if one does. */
export type Writer = {
  proof: IdentityProof;
  email: string;
  customerId: string | null;
  /** Orders whose code the message brought back. */
  codes?: readonly string[] | undefined;
  /** Orders whose code came back in this conversation before, from the same address. */
  tied?: readonly string[] | undefined;
};

type OwnedOrder = {
  id?: string;
  customer?: { id?: string | null | undefined; email?: string | null | undefined } | null | undefined;
  email?: string | null | undefined;
};

/**
 * Proof is about a person; an order must be that person's too. Someone proven may name another's order number: that
 * order's fields stay out altogether.
 */
export function belongsTo(order: OwnedOrder, writer: Writer): boolean {
  return (
    hasAddress(order, writer) ||
    hasAccount(order, writer) ||
    broughtCode(order, writer) ||
    isTied(order, writer)
  );
}

/**
 * How far the writer is shown to own one order. A level holds for what it was proven of and for nothing else: a sign-in for the
 * account's orders, a code for the one order it was sent for, a mail's proof for orders with the mail's very address. An address
 * that a signed-in writer's account shares with a guest's order is a match of addresses, not a sign-in; so is, in the mails after
 * it, an address that a code came back from.
 */
export function levelFor(order: OwnedOrder, writer: Writer): IdentityProof {
  const levels: IdentityProof[] = ["none"];
  if (hasAddress(order, writer)) levels.push(proves(writer.proof, "code") ? "address_match" : writer.proof);
  if (isTied(order, writer) && proves(writer.proof, "address_match")) levels.push("address_match");
  if (broughtCode(order, writer)) levels.push("code");
  if (hasAccount(order, writer) && writer.proof === "signed_in") levels.push("signed_in");
  return levels.reduce((best, level) => (proves(level, best) ? level : best));
}

const hasAccount = ({ customer }: OwnedOrder, { customerId }: Writer) =>
  customerId !== null && customer?.id === customerId;

const broughtCode = ({ id }: OwnedOrder, { codes }: Writer) =>
  id !== undefined && codes?.includes(id) === true;

const isTied = ({ id }: OwnedOrder, { tied }: Writer) => id !== undefined && tied?.includes(id) === true;

function hasAddress(order: OwnedOrder, { email }: Writer): boolean {
  const address = email.trim().toLowerCase();
  return address !== "" && addressesOf(order).includes(address);
}

const addressesOf = ({ email, customer }: OwnedOrder) =>
  [email, customer?.email].flatMap((one) => one?.trim().toLowerCase() || []);

type ProvenOrder = OwnedOrder & {
  id: string;
  shippingAddress?: { zip?: string | null | undefined } | null | undefined;
};

/**
 * What stands for the writer's being the owner of each order, and the level it comes to. A number says which order is meant and
 * no more: numbers count up, so that anyone can name one. Neither does the order's address or postcode beside it: both stand on
 * the parcel with the number, and are known to neighbours and friends. They are listed for the person who reads the message.
 */
export function proveOrders(
  orders: readonly ProvenOrder[],
  given: { writer: Writer; refs: readonly OrderRef[]; text: string },
): OrderProof[] {
  const { writer, refs, text } = given;
  const isNamed = (id: string) => refs.some(({ kind, orderId }) => kind !== "email" && orderId === id);
  const saysAddress = (order: OwnedOrder) =>
    refs.some(({ kind, value }) => kind === "email" && addressesOf(order).includes(value.toLowerCase()));
  return orders.map((order) => {
    const by: OrderProof["by"] = [];
    if (hasAccount(order, writer)) by.push("sign_in");
    if (broughtCode(order, writer)) by.push("code");
    if (isTied(order, writer) && !broughtCode(order, writer)) by.push("code_before");
    if (hasAddress(order, writer)) by.push("address");
    if (isNamed(order.id)) by.push("order_number");
    if (saysAddress(order)) by.push("order_email");
    if (mentionsPostcode(text, order.shippingAddress?.zip)) by.push("postcode");
    return { orderId: order.id, level: levelFor(order, writer), by };
  });
}

/** Postcodes are written with and without their space; one inside a longer number or word is something else. */
function mentionsPostcode(text: string, zip: string | null | undefined): boolean {
  const signs = (zip ?? "").toUpperCase().match(/[\p{L}\p{N}]/gu) ?? [];
  if (signs.length < 4) return false;
  return new RegExp(`(?<![\\p{L}\\p{N}#-])${signs.join("[ -]?")}(?![\\p{L}\\p{N}-])`, "u").test(
    text.toUpperCase(),
  );
}
