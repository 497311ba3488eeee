import type { InShop } from "#app/db.server.ts";

/** The name of each issue's order, by issue: what people know it by. */
export async function namesOfIssues(inShop: InShop, issueIds: string[]): Promise<Map<string, string>> {
  return inShop(async (tx) => {
    const issues = await tx.orderIssue.findMany({
      where: { id: { in: issueIds } },
      select: { id: true, orderId: true },
    });
    const orders = await tx.order.findMany({
      where: { id: { in: issues.map(({ orderId }) => orderId) } },
      select: { id: true, name: true },
    });
    const names = new Map(orders.map(({ id, name }) => [id, name]));
    return new Map(issues.map(({ id, orderId }) => [id, names.get(orderId) ?? ""]));
  });
}
