import type { Fact } from "#app/care/draft/draft.ts";
import { identityProofs, type IdentityProof } from "#app/conversation/message-content.ts";

/**
 * Levels of proof in rising order: nothing known (or authentication failed); From equals the order's e-mail and nothing
 * failed; the mail was authenticated; a code sent to the order's address came back; signed in to the shop's account.
 * Absent authentication is not failed authentication: that is `address_match`.
 */
const rank = (proof: IdentityProof) => identityProofs.indexOf(proof);

/** Is a proof enough for what a fact asks? */
export function proves(proof: IdentityProof, needs: IdentityProof): boolean {
  return rank(proof) >= rank(needs);
}

/** The facts a writer with this proof may be told. */
export function allowedFacts(facts: Fact[], proof: IdentityProof): Fact[] {
  return facts.filter((fact) => proves(proof, fact.needs));
}

export type Writer = { proof: IdentityProof; email: string; customerId: string | null };

/**
 * Proof is about a person; an order must be that person's too. Someone proven may name another's order number: that
 * order's fields stay out altogether.
 */
export function belongsTo(
  order: {
    customer?: { id?: string | null; email?: string | null } | null | undefined;
    email?: string | null;
  },
  writer: Writer,
): boolean {
  const address = writer.email.trim().toLowerCase();
  const addresses = [order.email, order.customer?.email].map((email) => email?.trim().toLowerCase());
  if (address !== "" && addresses.includes(address)) return true;
  return writer.customerId !== null && order.customer?.id === writer.customerId;
}
