import type { z } from "zod";
import { moreLinesAnswer, type orderWithLinesSchema } from "#app/mirror/admin-answers.ts";
import { ask } from "#app/mirror/ask.server.ts";
import { READ_MORE_LINES } from "#app/mirror/operations/read-order.ts";
import type { AdminRequest, Ports } from "#app/ports.ts";

type Read = { node: z.infer<typeof orderWithLinesSchema>; purpose?: AdminRequest<z.ZodType>["purpose"] };

/**
 * Adds the lines beyond the first page to an order that was read. False when Shopify refused a page: written without it the
 * order would lose lines that are known. Throws as `ask` does.
 */
export async function readAllLines(ports: Ports, shopId: string, { node, purpose }: Read): Promise<boolean> {
  let page = node.lineItems.pageInfo;
  while (page.hasNextPage && page.endCursor) {
    const answer = await ask(ports, {
      shopId,
      document: READ_MORE_LINES,
      variables: { id: node.id, after: page.endCursor },
      data: moreLinesAnswer,
      ...(purpose ? { purpose } : {}),
    });
    if (answer.outcome !== "answered" || !answer.data.order) return false;
    node.lineItems.nodes.push(...answer.data.order.lineItems.nodes);
    page = answer.data.order.lineItems.pageInfo;
  }
  return true;
}
