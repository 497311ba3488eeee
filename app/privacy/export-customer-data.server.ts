import type { Tx } from "#app/db.server.ts";
import type { Handler, Run } from "#app/job.ts";
import { dataRequestSchema } from "#app/mirror/payloads/compliance.ts";
import { readCustomer } from "#app/mirror/read-customer.server.ts";
import { readOrders } from "#app/mirror/read-orders.server.ts";
import type { Ports } from "#app/ports.ts";
import { collectConversations } from "#app/privacy/collect-conversations.server.ts";
import { collectIssues } from "#app/privacy/collect-issues.server.ts";
import { findPerson } from "#app/privacy/find-person.server.ts";
import { openRequest } from "#app/privacy/open-request.server.ts";
import type { Person } from "#app/privacy/person.ts";
import { scanDeliveries } from "#app/privacy/scan-deliveries.server.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import { sealBytes, type ShopKeys } from "#app/shop/seal.ts";

/**
 * `customers/data_request`: a file with everything held about a person, sealed, for the shop's owner to download and hand on.
 * A repeat of the request makes the file anew.
 */
export const exportCustomerData: Handler<"exportCustomerData"> = async (ports, run, { deliveryId }) => {
  const keys = await shopKeys(run.shopId);
  const found = await run.inShop(async (tx) => {
    const request = await openRequest(tx, keys, { deliveryId, schema: dataRequestSchema });
    if (!request) return null;
    const person = await findPerson(tx, keys, {
      customerId: request.customer.id ?? null,
      email: request.customer.email,
      orderIds: request.orders_requested,
    });
    return { request, person };
  });
  if (!found) return "the request was removed by a redaction";
  const { request, person } = found;
  const events = await rawEvents(run, keys, person);
  await run.inShop(async (tx) => {
    const file = { ...(await collect(tx, keys, person)), events };
    await store(tx, keys, {
      requestKey: request.data_request.id,
      customerId: request.customer.id ?? null,
      file,
      ports,
    });
  });
  return `exported: orders ${person.orderIds.length}, events ${events.length}`;
};

async function collect(tx: Tx, keys: ShopKeys, person: Person) {
  const customers = await Promise.all(person.customerIds.map((id) => readCustomer(tx, keys, id)));
  return {
    customers: customers.filter((customer) => customer !== null),
    orders: await readOrders(tx, keys, person.orderIds),
    conversations: await collectConversations(tx, keys, person),
    ...(await collectIssues(tx, keys, person)),
  };
}

/** What Shopify sent about the person, as it was sent. */
async function rawEvents(run: Run, keys: ShopKeys, person: Person) {
  const events: { topic: string; receivedAt: Date; body: string }[] = [];
  await scanDeliveries(run, {
    keys,
    person,
    after: null,
    visit: async (_tx, { topic, receivedAt, body }) => {
      events.push({ topic, receivedAt, body });
    },
  });
  return events;
}

type Stored = { requestKey: string; customerId: string | null; file: object; ports: Pick<Ports, "now"> };

async function store(tx: Tx, keys: ShopKeys, { requestKey, customerId, file, ports }: Stored): Promise<void> {
  const { shopId } = keys;
  const { id } = await tx.dataRequest.upsert({
    where: { shopId_requestKey: { shopId, requestKey } },
    create: { shopId, requestKey, customerId },
    update: {},
    select: { id: true },
  });
  const json = JSON.stringify({ exportedAt: ports.now().toISOString(), ...file }, null, 2);
  const sealedExport = sealBytes(keys, `data_requests.sealed_export:${id}`, Buffer.from(json));
  await tx.dataRequest.update({
    where: { id },
    data: { sealedExport, state: "ready", readyAt: ports.now() },
  });
}
