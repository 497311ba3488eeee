import type { z } from "zod";
import { sqlOf, type Tx } from "#app/db.server.ts";
import { emit } from "#app/emit.server.ts";
import type { shopAnswer } from "#app/mirror/admin-answers.ts";
import { policyText } from "#app/mirror/policy-text.ts";
import { writePassages } from "#app/mirror/write-passages.server.ts";

/**
 * Writes the shop itself, what was granted, and its policies, which no webhook tells of. An older answer changes nothing.
 * Who drafts from policies hears of each that came, changed or went.
 */
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
  // Holds the shop until the end: what a person asks for may come with what a job does.
  await tx.$executeRaw`UPDATE shops SET policies_read_at = now() WHERE id = ${shopId}`;
  const policies = shop.shopPolicies.map((policy) => ({ ...policy, body: policyText(policy.body) }));
  const gone = await tx.policy.findMany({
    where: { shopId, type: { notIn: policies.map(({ type }) => type) } },
    select: { type: true },
  });
  await tx.policy.deleteMany({ where: { shopId, type: { in: gone.map(({ type }) => type) } } });
  const written = await tx.$executeRaw`
    INSERT INTO policies (shop_id, type, title, body, url, updated_at)
    SELECT ${shopId}, type, title, body, url, "updatedAt"
    FROM jsonb_to_recordset(${JSON.stringify(policies)}::jsonb) AS p(
      type text, title text, body text, url text, "updatedAt" timestamptz)
    ON CONFLICT (shop_id, type) DO UPDATE SET
      title = excluded.title, body = excluded.body, url = excluded.url, updated_at = excluded.updated_at, mirrored_at = now()
    WHERE policies.updated_at <= excluded.updated_at
      AND (policies.title, policies.body, policies.url, policies.updated_at)
        IS DISTINCT FROM (excluded.title, excluded.body, excluded.url, excluded.updated_at)`;
  const split = await splitPolicies(tx, shopId, gone);
  if (split || written + gone.length > 0) await emit(tx, "knowledge-changed", { data: { shopId } });
}

/** Each time, so that policies that were mirrored before there were passages get theirs. */
async function splitPolicies(tx: Tx, shopId: string, gone: { type: string }[]): Promise<boolean> {
  const kept = await tx.policy.findMany({
    where: { shopId },
    select: { type: true, title: true, body: true },
  });
  const emptied = gone.map(({ type }) => ({ type, title: "", body: "" }));
  let changed = false;
  for (const { type, title, body } of [...kept, ...emptied]) {
    const source = { kind: "policy" as const, id: type, language: null, title, body };
    if (await writePassages(sqlOf(tx), shopId, source)) changed = true;
  }
  return changed;
}
