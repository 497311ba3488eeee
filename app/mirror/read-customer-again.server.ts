import { sqlOf } from "#app/db.server.ts";
import type { Run } from "#app/job.ts";
import { customerAnswer } from "#app/mirror/admin-answers.ts";
import { customerNodeRow } from "#app/mirror/admin-rows.ts";
import { ask } from "#app/mirror/ask.server.ts";
import { ONE_BY_ONE } from "#app/mirror/one-by-one.ts";
import { READ_CUSTOMER } from "#app/mirror/operations/read-customer.ts";
import { laterOf } from "#app/mirror/reconcile-cursor.ts";
import type { ReadAgain } from "#app/mirror/read-order-again.server.ts";
import type { Ports } from "#app/ports.ts";

/** The customer as Shopify has them now. Throws as `ask` does. */
export async function readCustomerAgain(ports: Ports, run: Run, id: string): Promise<ReadAgain> {
  const summaries = await knownSummaries(run, [id]);
  const readAt = ports.now().toISOString();
  const answer = await ask(ports, {
    shopId: run.shopId,
    document: READ_CUSTOMER,
    variables: { id: `gid://shopify/Customer/${id}` },
    data: customerAnswer,
  });
  if (answer.outcome !== "answered") return { outcome: answer.outcome };
  const { customer } = answer.data;
  if (!customer) return { outcome: "gone" };
  const row = customerNodeRow(customer, readAt);
  const summaryAt = laterOf(row.summaryAt, summaries.get(id) ?? null);
  return { outcome: "rows", rows: { customers: [{ ...row, summaryAt }] } };
}

/**
 * From when the purchases are that the mirror knows of customers. What Shopify answers afterwards carries no time of its own,
 * and is no older. To be read before Shopify is asked.
 */
export async function knownSummaries(run: Run, ids: string[]): Promise<Map<string, string>> {
  const rows = await run.inShop((tx) =>
    sqlOf(tx)<{ id: string; at: Date }>(
      `SELECT c.id, c.summary_at AS at FROM unnest($2::text[]) AS given(id) CROSS JOIN LATERAL (
         SELECT id, summary_at FROM customers WHERE shop_id = $1 AND id = given.id ${ONE_BY_ONE}) AS c
       WHERE c.summary_at IS NOT NULL`,
      [run.shopId, ids],
    ),
  );
  return new Map(rows.map(({ id, at }) => [id, at.toISOString()]));
}
