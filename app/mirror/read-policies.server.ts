import type { Tx } from "#app/db.server.ts";

export type Policy = {
  /** `REFUND_POLICY`, `SHIPPING_POLICY`, … */
  type: string;
  title: string;
  /** Plain text, paragraphs apart by an empty line. */
  body: string;
  url: string | null;
  updatedAt: string;
  /** When the mirror learnt its text; null where nobody noted it. */
  mirroredAt: string | null;
};

/** The shop's policies: the only source of policy sentences. Ones without text are left out. */
export async function readPolicies(tx: Tx): Promise<Policy[]> {
  const rows = await tx.policy.findMany({ where: { body: { not: "" } }, orderBy: { type: "asc" } });
  return rows.map(({ type, title, body, url, updatedAt, mirroredAt }) => ({
    type,
    title,
    body,
    url,
    updatedAt: updatedAt.toISOString(),
    mirroredAt: mirroredAt?.toISOString() ?? null,
  }));
}

/** When Shopify last told what they are, ISO 8601 UTC; null before it first did. */
export async function readPoliciesReadAt(tx: Tx, shopId: string): Promise<string | null> {
  const shop = await tx.shop.findUniqueOrThrow({ where: { id: shopId }, select: { policiesReadAt: true } });
  return shop.policiesReadAt?.toISOString() ?? null;
}
