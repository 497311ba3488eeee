import type { z } from "zod";
import type { Tx } from "#app/db.server.ts";
import type { shopAnswer } from "#app/mirror/admin-answers.ts";
import { policyText } from "#app/mirror/policy-text.ts";

/** Writes the shop itself, what was granted, and its policies, which no webhook tells of. An older answer changes nothing. */
export async function writeShopRecord(
  tx: Tx,
  shopId: string,
  { shop, currentAppInstallation }: z.infer<typeof shopAnswer>,
): Promise<void> {
  const scopes = currentAppInstallation.accessScopes.map(({ handle }) => handle).toSorted();
  await tx.$executeRaw`
    UPDATE shops SET name = ${shop.name}, currency = ${shop.currencyCode}, timezone = ${shop.ianaTimezone},
      shop_updated_at = ${shop.updatedAt}::timestamptz
    WHERE id = ${shopId} AND (shop_updated_at IS NULL OR shop_updated_at <= ${shop.updatedAt}::timestamptz)`;
  await tx.$executeRaw`UPDATE shops SET scopes = ${scopes} WHERE id = ${shopId} AND scopes <> ${scopes}`;
  // Null when `read_legal_policies` is not granted: what is known stays.
  if (!shop.shopPolicies) return;
  const policies = shop.shopPolicies.map((policy) => ({ ...policy, body: policyText(policy.body) }));
  await tx.policy.deleteMany({ where: { shopId, type: { notIn: policies.map(({ type }) => type) } } });
  await tx.$executeRaw`
    INSERT INTO policies (shop_id, type, title, body, url, updated_at)
    SELECT ${shopId}, type, title, body, url, "updatedAt"
    FROM jsonb_to_recordset(${JSON.stringify(policies)}::jsonb) AS p(
      type text, title text, body text, url text, "updatedAt" timestamptz)
    ON CONFLICT (shop_id, type) DO UPDATE SET
      title = excluded.title, body = excluded.body, url = excluded.url, updated_at = excluded.updated_at
    WHERE policies.updated_at <= excluded.updated_at`;
}
