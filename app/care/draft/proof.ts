import type { Fact } from "#app/care/draft/draft.ts";
import { proves } from "#app/care/understand/prove-orders.ts";
import type { IdentityProof } from "#app/conversation/message-content.ts";

/** Whether a writer with this proof may be told a fact. What was proven of the fact's own order counts before it. */
export function mayBeTold(fact: Fact, proof: IdentityProof): boolean {
  return proves(fact.proof ?? proof, fact.needs);
}

/** The facts a writer with this proof may be told. */
export function allowedFacts(facts: Fact[], proof: IdentityProof): Fact[] {
  return facts.filter((fact) => mayBeTold(fact, proof));
}
