import type { Tx } from "#app/db.server.ts";

/**
 * Whether the person was redacted after they wrote: what was still on its way then must not come back. What they write after
 * their redaction is new. To be asked under lockAgainstRedaction.
 */
export async function wasRedactedSince(
  tx: Tx,
  given: { contactIndex: string; customerId: string | null; since: Date },
): Promise<boolean> {
  const { contactIndex, customerId, since } = given;
  const marks = [
    { entity: "contact", entityKey: contactIndex },
    ...(customerId ? [{ entity: "customer", entityKey: customerId }] : []),
  ];
  return (await tx.redactionMark.count({ where: { OR: marks, createdAt: { gte: since } } })) > 0;
}
