import { COUNT_CUSTOMERS, COUNT_ORDERS, STILL_THERE } from "#app/mirror/operations/reconcile.ts";
import { ask } from "#app/mirror/ask.server.ts";
import { readInPieces } from "#app/mirror/read-in-pieces.server.ts";
import { countCustomersAnswer, countOrdersAnswer, stillThereAnswer } from "#app/mirror/reconcile-answers.ts";
import { refusal, type Reconciling } from "#app/mirror/reconciling.server.ts";

export type Entity = "order" | "customer";
type Stopped = { outcome: "uninstalled" } | { outcome: "refused"; error: string };
export type Counted = { outcome: "counted"; count: number } | Stopped;

/** Ids both included; null is without a bound. */
type Range = { entity: Entity; from: string | null; to: string | null };

/** How many records Shopify has in a range of ids. Throws as `ask` does. */
export async function countRecords({ ports, run }: Reconciling, range: Range): Promise<Counted> {
  const terms = [
    ...(range.from === null ? [] : [`id:>=${range.from}`]),
    ...(range.to === null ? [] : [`id:<=${range.to}`]),
  ];
  const request = {
    shopId: run.shopId,
    variables: { query: terms.length > 0 ? terms.join(" AND ") : null },
    purpose: "background",
  } as const;
  if (range.entity === "order") {
    const answer = await ask(ports, { ...request, document: COUNT_ORDERS, data: countOrdersAnswer });
    if (answer.outcome === "uninstalled") return answer;
    if (answer.outcome === "refused") return { outcome: "refused", error: refusal(answer.errors) };
    return known(answer.data.ordersCount);
  }
  const answer = await ask(ports, { ...request, document: COUNT_CUSTOMERS, data: countCustomersAnswer });
  if (answer.outcome === "uninstalled") return answer;
  if (answer.outcome === "refused") return { outcome: "refused", error: refusal(answer.errors) };
  return known(answer.data.customersCount);
}

/** Null stands beside an error: what cannot be counted must not be believed gone. */
const known = (count: { count: number } | null): Counted =>
  count
    ? { outcome: "counted", count: count.count }
    : { outcome: "refused", error: "Shopify does not count" };

const TYPES = { order: "Order", customer: "Customer" } as const;
const AT_ONCE = 250;

/**
 * Which of these records Shopify does not have any more: asked one by one only where the count of their range differs. `ids`
 * are in the order of their text, so those of one length are a range of numbers.
 */
export async function findGone(
  given: Reconciling,
  entity: Entity,
  ids: string[],
): Promise<{ outcome: "found"; gone: string[] } | Stopped> {
  const { ports, run } = given;
  const gone: string[] = [];
  for (const group of byLength(ids)) {
    const count = await countRecords(given, { entity, from: group[0] ?? null, to: group.at(-1) ?? null });
    if (count.outcome !== "counted") return count;
    if (count.count === group.length) continue;
    const answer = await readInPieces(ports, {
      shopId: run.shopId,
      document: STILL_THERE,
      data: stillThereAnswer,
      gids: group.map((id) => `gid://shopify/${TYPES[entity]}/${id}`),
      size: AT_ONCE,
      purpose: "background",
    });
    if (answer.outcome !== "answered") return answer;
    const there = new Set(
      answer.data.flatMap(({ nodes }) => nodes.map((node) => node?.id.replace(/^.*\//, ""))),
    );
    const missing = group.filter((id) => !there.has(id));
    // Half of them gone, while Shopify counts more than it shows: that is no deletion, it is a right that was taken away.
    if (missing.length > group.length / 2 && count.count > group.length - missing.length)
      return { outcome: "refused", error: "Shopify counts records that it does not show" };
    gone.push(...missing);
  }
  return { outcome: "found", gone };
}

function byLength(ids: string[]): string[][] {
  const groups = new Map<number, string[]>();
  for (const id of ids) {
    const group = groups.get(id.length);
    if (group) group.push(id);
    else groups.set(id.length, [id]);
  }
  return [...groups.values()];
}
