import type { Fact } from "#app/care/draft/draft.ts";
import { mayBeTold } from "#app/care/draft/proof.ts";
import type { IdentityProof } from "#app/conversation/message-content.ts";
import type { StaffFact } from "#app/conversation/staff-fact.ts";

/** A person's words as a draft may use them. */
export type SaidFact = Pick<StaffFact, "id" | "text" | "name" | "quoteIn" | "orderId" | "saidAt">;

/**
 * What people of the team added, as facts in their own words. One about an order needs the proof that the order's record needs, and
 * leaves no trace where the order is not the writer's. `quoted`: those that a reply in this language is to say, word for word.
 */
export function staffFacts(
  said: readonly SaidFact[],
  given: { language: string; proof: IdentityProof; proofs: ReadonlyMap<string, IdentityProof> },
): { facts: Fact[]; quoted: string[] } {
  const facts = said.flatMap((one) => {
    const fact = factOf(one, given.proofs);
    return fact ? [{ fact, quoted: one.quoteIn === given.language && mayBeTold(fact, given.proof) }] : [];
  });
  return {
    facts: facts.map(({ fact }) => fact),
    quoted: facts.filter(({ quoted }) => quoted).map(({ fact }) => fact.id),
  };
}

function factOf(
  { id, text, name, quoteIn, orderId, saidAt }: SaidFact,
  proofs: ReadonlyMap<string, IdentityProof>,
): Fact | null {
  const value = quoteIn ? ended(text) : text;
  const fact: Fact = {
    id: `staff:${id}`,
    label: `Said by ${name}`,
    value,
    kind: "text",
    raw: value,
    source: { entity: "staff", id, field: "text" },
    observedAt: saidAt.toISOString(),
    needs: "none",
  };
  if (orderId === null) return fact;
  const proof = proofs.get(orderId);
  return proof === undefined ? null : { ...fact, needs: "address_match", proof, order: orderId };
}

/** The words as a sentence among others: what has no end gets one. */
const ended = (text: string) =>
  /[.!?…。！？]["'”’»)」』]?$/u.test(text)
    ? text
    : `${text}${/[\u3040-\u30ff\u3400-\u9fff]$/u.test(text) ? "。" : "."}`;
