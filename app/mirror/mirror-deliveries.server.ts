import type { Sql } from "#app/db.server.ts";
import { emitAll, type Emitted } from "#app/emit.server.ts";
import type { BatchHandler, BatchRun } from "#app/job.ts";
import { joinRows } from "#app/mirror/bulk-line.ts";
import { originOf, saidAt, type Delivery } from "#app/mirror/delivery.ts";
import { phraseOf } from "#app/mirror/mirror-order.server.ts";
import { openDeliveries } from "#app/mirror/open-delivery.server.ts";
import type { HeldBack } from "#app/mirror/redaction-marks.server.ts";
import { rowsOf } from "#app/mirror/rows-of.ts";
import type { SaidRows } from "#app/mirror/rows.ts";
import { understandDelivery, type SetAside } from "#app/mirror/understand-delivery.ts";
import { writeRows } from "#app/mirror/write-rows.server.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import { sealBytes, type ShopKeys } from "#app/shop/seal.ts";

/** What a delivery of the batch comes to. */
type Plan =
  | { step: "write"; delivery: Delivery; rows: SaidRows; trace: string | null }
  | ({ step: "set aside"; delivery: Delivery } & SetAside)
  | { step: "hand on"; delivery: Delivery; trace: string | null }
  | { step: "leave"; why: string };
type Writing = Extract<Plan, { step: "write" }>;

/**
 * Does what many recorded webhooks of one shop say: read with one statement, folded, and written with one statement for each
 * kind of row, all or none with their own new states. What is not said whole by rows is handed on to mirrorDelivery.
 */
export const mirrorDeliveries: BatchHandler<"mirrorDeliveries"> = async (ports, run, items) => {
  const keys = await shopKeys(run.shopId);
  const plans = await planAll(run, keys, items);
  const phrases = await run.inShopSql(async (sql) => {
    const written = await write(
      sql,
      keys,
      plans.filter((plan) => plan.step === "write"),
    );
    const settled = plans.map((plan) => (written.isWithoutOrder(plan) ? handingOn(plan) : plan));
    const states = settled.flatMap((plan) => stateOf(keys, plan, written.outcomeOf));
    await settle(sql, states, ports.now());
    await handOn(sql, run.shopId, settled);
    return new Map(states.map(({ id, reason }) => [id, reason]));
  });
  return plans.map((plan) => {
    if (plan.step === "leave") return plan.why;
    const { id, topic } = plan.delivery;
    return `${topic}: ${phrases.get(id) ?? "handed on, to be looked at alone"}`;
  });
};

async function planAll(
  run: BatchRun,
  keys: ShopKeys,
  items: readonly { data: { deliveryId: string }; trace: string | null }[],
): Promise<Plan[]> {
  const ids = items.map(({ data }) => data.deliveryId);
  const { deliveries, shop } = await run.inShopSql(async (sql) => {
    const [found] = await sql<{ domain: string; uninstalled: boolean }>(
      "SELECT domain, uninstalled_at IS NOT NULL AS uninstalled FROM shops WHERE id = $1",
      [run.shopId],
    );
    return { shop: found, deliveries: await openDeliveries(sql, keys, ids) };
  });
  if (!shop) throw new Error("The shop is gone");
  const taken = new Set<string>();
  return items.map(({ data: { deliveryId }, trace }): Plan => {
    const delivery = deliveries.get(deliveryId);
    if (!delivery) return { step: "leave", why: "there is no such delivery" };
    if (delivery.state !== "recorded")
      return { step: "leave", why: `the delivery is ${delivery.state} already` };
    if (taken.has(deliveryId)) return { step: "leave", why: "the delivery is in this batch already" };
    taken.add(deliveryId);
    return planOf(delivery, shop, trace);
  });
}

function planOf(
  delivery: Delivery,
  shop: { domain: string; uninstalled: boolean },
  trace: string | null,
): Plan {
  const read = understandDelivery(delivery, shop);
  if (read.outcome === "none") {
    const { state, phrase } = read;
    return { step: "set aside", delivery, state, phrase };
  }
  const rows = rowsOf(read.understood, {
    origin: originOf(delivery),
    saidAt: saidAt(delivery).toISOString(),
  });
  return rows ? { step: "write", delivery, rows, trace } : { step: "hand on", delivery, trace };
}

type WriteOutcome = { phrase: string; heldBack: boolean };

type Wrote = {
  outcomeOf: (plan: Writing) => WriteOutcome;
  /** A payment was told of before its order: looked at alone, the order is there or is read. */
  isWithoutOrder: (plan: Plan) => plan is Writing;
};
const handingOn = ({ delivery, trace }: Writing): Plan => ({ step: "hand on", delivery, trace });

/** Writes the rows of all deliveries, and answers what became of each. */
async function write(sql: Sql, keys: ShopKeys, writing: Writing[]): Promise<Wrote> {
  const traces = new Map(writing.flatMap(({ rows, trace }) => ordersOf(rows).map((id) => [id, trace])));
  const { orderIds, heldBack, unplaced } = await writeRows(sql, keys, {
    ...joinRows(writing.map(({ rows }) => rows)),
    traceOf: (orderId) => traces.get(orderId) ?? null,
  });
  const changed = new Set(orderIds);
  return {
    outcomeOf: ({ rows }) => ({
      phrase: phraseOf(rows, ordersOf(rows).filter((id) => changed.has(id)).length),
      heldBack: tellsOf(rows, heldBack),
    }),
    isWithoutOrder: (plan): plan is Writing =>
      plan.step === "write" && (plan.rows.payments ?? []).some(({ orderId }) => unplaced.includes(orderId)),
  };
}

/** The orders that rows are about. */
function ordersOf(rows: SaidRows): string[] {
  const ids = [
    ...(rows.orders ?? []).map(({ id }) => id),
    ...(rows.fulfillments ?? []).map(({ orderId }) => orderId),
    ...(rows.events ?? []).flatMap(({ orderId }) => orderId ?? []),
    ...(rows.refunds ?? []).map(({ orderId }) => orderId),
    ...(rows.payments ?? []).map(({ orderId }) => orderId),
  ];
  return [...new Set(ids)];
}

const tellsOf = (rows: SaidRows, heldBack: HeldBack) =>
  heldBack.size > 0 &&
  [
    ...[rows.orders, rows.customers, rows.fulfillments, rows.events, rows.refunds, rows.fulfillmentOrders],
    rows.payments,
  ].some((some) => some?.some((row) => heldBack.has(row)));

type State = { id: string; state: string; reason: string; body: string | null };

function stateOf(keys: ShopKeys, plan: Plan, outcomeOf: (plan: Writing) => WriteOutcome): State[] {
  if (plan.step === "set aside")
    return [{ id: plan.delivery.id, state: plan.state, reason: plan.phrase, body: null }];
  if (plan.step !== "write") return [];
  const { id } = plan.delivery;
  const { phrase, heldBack } = outcomeOf(plan);
  const emptied = () => sealBytes(keys, `webhook_deliveries.sealed_body:${id}`, Buffer.from("{}"));
  // What tells of a redacted person is not kept either.
  return [
    {
      id,
      state: "mirrored",
      reason: phrase,
      body: heldBack ? Buffer.from(emptied()).toString("base64") : null,
    },
  ];
}

async function settle(sql: Sql, states: State[], handledAt: Date): Promise<void> {
  if (states.length === 0) return;
  // `|| ''` keeps the planner from reading all that is recorded of the shop by the index of that state.
  await sql(
    `UPDATE webhook_deliveries d SET state = given.state, reason = given.reason, handled_at = $2::timestamptz,
       sealed_body = COALESCE(decode(given.body, 'base64'), d.sealed_body)
     FROM jsonb_to_recordset($1::jsonb) AS given(id text, state text, reason text, body text)
     WHERE d.id = ANY($3::text[]) AND d.id = given.id AND d.state || '' = 'recorded'`,
    [JSON.stringify(states), handledAt.toISOString(), states.map(({ id }) => id)],
  );
}

/** Once: the worker may die after this and before its job is settled, and the job is done again. */
async function handOn(sql: Sql, shopId: string, plans: Plan[]): Promise<void> {
  const handing = plans.filter((plan) => plan.step === "hand on");
  if (handing.length === 0) return;
  const rows = await sql<{ id: string }>(
    `UPDATE webhook_deliveries d SET reason = 'handed on, to be looked at alone'
     WHERE d.id = ANY($1::text[]) AND d.state || '' = 'recorded' AND d.reason IS NULL RETURNING d.id`,
    [handing.map(({ delivery }) => delivery.id)],
  );
  const now = new Set(rows.map(({ id }) => id));
  const events = handing.flatMap(({ delivery: { id }, trace }): Emitted[] =>
    now.has(id) ? [{ event: "webhook-unclear", data: { shopId, deliveryId: id }, trace }] : [],
  );
  await emitAll(sql, events);
}
