// Where the mirror is not the store, and what of it nobody ever told the app.
import { z } from "zod";
import { actualMirror } from "./actual-mirror.ts";
import { differences, said, type Difference, type Untold } from "./compare-mirror.ts";
import type { Webhook } from "./courier.ts";
import { expectedMirror } from "./expected-mirror.ts";
import { secrets, type World } from "./world.ts";

const COUNTED = new Set(["ordersCount", "amountSpent", "currency"]);

const untold: Untold = {
  // Open and closed ones say nothing that their order does not, and no webhook tells of them.
  row: ({ table, row }) =>
    table === "fulfillment_orders" && ["open", "closed"].includes(String(row["status"])),
  // A webhook does not carry a customer's language; nobody counts what one who never bought has spent, and nobody tells of a
  // consent before it changes.
  field: ({ table, field, row }) =>
    table === "customers" &&
    (field === "locale" ||
      (COUNTED.has(field) && row["ordersCount"] === 0) ||
      (field === "emailConsent" && row["emailConsentAt"] === null)),
};

/** Where the mirror is not the store, by table and field. */
export async function unequal(world: World): Promise<string[]> {
  return said(await compared(world));
}

/**
 * Where the mirror is not the store before anybody asked Shopify: `withheld` counts what webhooks that never came told, which
 * is all that may be missing; `lost` is the rest.
 */
export async function unequalBeforeHealing(world: World): Promise<{ withheld: number; lost: string[] }> {
  const withheld = neverTold(world.courier.withheld);
  const found = (await compared(world)).filter((one) => !isSaidByItsOrder(one));
  return {
    withheld: found.filter(withheld).length,
    lost: said(found.filter((one) => !withheld(one))),
  };
}

async function compared(world: World): Promise<Difference[]> {
  const { postgres, shop } = world;
  const expected = expectedMirror(await world.shopify.records(), { editedAt: editsTold(world) });
  const actual = await actualMirror({ postgres, shopId: shop.id, encryptionKey: secrets.ENCRYPTION_KEY });
  return differences(expected, actual, untold);
}

/** What is left to ship of a fulfillment order changes by shipping, of which its order's webhooks tell. */
const isSaidByItsOrder = ({ kind, row }: Difference) =>
  kind === "fulfillment_orders.status" && SHIPPED.has(String(row["status"]));
const SHIPPED = new Set(["open", "in_progress", "closed"]);

/** Whether a webhook that never came speaks of a row: names it, or the order or parcel it belongs to. */
function neverTold(withheld: Webhook[]): (one: Difference) => boolean {
  const ids = (webhooks: Webhook[]) => new Set(webhooks.flatMap(({ body }) => body.match(/\d{5,}/gu) ?? []));
  const named = ids(withheld);
  // Whose an order is, a merge of customers says, too. An order names its customer, but says nothing of the others of theirs.
  const merged = ids(withheld.filter(({ topic }) => topic === "customers/merge"));
  return ({ id, row }) =>
    [id, row["orderId"], row["fulfillmentId"]].some((one) => named.has(numberOf(one))) ||
    merged.has(numberOf(row["customerId"]));
}

/** Some rows are known by their gid. */
const numberOf = (id: unknown) => String(id).split("/").at(-1) ?? "";

const editSchema = z.object({ order_edit: z.object({ committed_at: z.string() }) });

/** When each order was last edited, by the webhooks that were brought: Shopify's Admin does not say. */
function editsTold({ courier }: World): Map<string, string> {
  const told = new Map<string, string>();
  const withheld = new Set(courier.withheld);
  for (const webhook of courier.taken) {
    if (webhook.topic !== "orders/edited" || withheld.has(webhook)) continue;
    const { order_edit: edit } = editSchema.parse(JSON.parse(webhook.body));
    const at = new Date(edit.committed_at).toISOString();
    // Not by JSON.parse: an id may lie beyond what a double can hold.
    const id = /"order_id":(\d+)/u.exec(webhook.body)?.[1] ?? "";
    if (at > (told.get(id) ?? "")) told.set(id, at);
  }
  return told;
}
