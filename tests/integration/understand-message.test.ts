import { expect, it } from "vitest";
import { readReading } from "#app/care/understand/read-reading.server.ts";
import { understandMessage } from "#app/care/understand/understand-message.server.ts";
import { forShop } from "#app/db.server.ts";
import type { Ports } from "#app/ports.ts";
import { sealJson } from "#app/shop/seal.ts";
import { makeRun } from "#tests/factories/delivery.ts";
import { makeConversation } from "#tests/factories/message.ts";
import { makeCustomer, makeOrder } from "#tests/factories/order.ts";
import { makeShop } from "#tests/factories/shop.ts";

const ports = { now: () => new Date("2026-11-21T12:00:00Z") } as Ports;

async function understand(shopId: string, messageId: string): Promise<string> {
  return understandMessage(ports, makeRun(shopId), { shopId, messageId });
}

it("reads a message once, keeps it sealed, and brings its conversation up to date", async () => {
  const { shop, keys } = await makeShop();
  const { order } = await makeOrder(shop, keys, { name: "#1023" });
  await makeOrder(shop, keys, { name: "#1024" });
  const { conversationId, messageId } = await makeConversation({
    keys,
    text: "I am furious. Order #1023 arrived broken, and nobody answers!",
    proof: "verified_mail",
  });

  expect(await understand(shop.id, messageId)).toBe("read as wrong_or_damaged_item");
  expect(await understand(shop.id, messageId)).toBe("it was read before");

  const { conversation, reading, jobs } = await forShop(shop.id)(async (tx) => ({
    conversation: await tx.conversation.findUniqueOrThrow({ where: { id: conversationId } }),
    reading: await readReading(tx, keys, { messageId, now: new Date() }),
    jobs: await tx.job.findMany({ where: { event: "message-understood", name: "draftReply" } }),
  }));
  expect(reading).toMatchObject({
    identity: "verified_mail",
    orderIds: [order.id],
    emotion: { label: "anger" },
  });
  expect(conversation).toMatchObject({
    intent: "wrong_or_damaged_item",
    emotion: "anger",
    language: "en",
    orderIds: [order.id],
  });
  expect(jobs.map(({ data }) => data)).toEqual([{ shopId: shop.id, messageId }]);
});

it("finds the writer's own orders when the message names none", async () => {
  const { shop, keys } = await makeShop();
  const { order } = await makeOrder(shop, keys, { person: { email: "eva@shopper.example" } });
  await makeOrder(shop, keys, { person: { email: "someone@else.example" } });
  const { messageId } = await makeConversation({ keys, text: "Wo bleibt mein Paket?" });

  await understand(shop.id, messageId);

  const reading = await forShop(shop.id)((tx) => readReading(tx, keys, { messageId, now: new Date() }));
  expect(reading).toMatchObject({ language: "de", intent: "order_status", orderIds: [order.id] });
});

it("does not let an older mail that is read late speak for the conversation", async () => {
  const { shop, keys } = await makeShop();
  const older = await makeConversation({
    keys,
    text: "I want to cancel.",
    at: new Date("2026-11-20T08:00:00Z"),
  });
  const newer = await makeConversation({
    keys,
    text: "Where is my parcel?",
    at: new Date("2026-11-21T08:00:00Z"),
  });
  await forShop(shop.id)((tx) =>
    tx.message.update({ where: { id: newer.messageId }, data: { conversationId: older.conversationId } }),
  );

  await understand(shop.id, newer.messageId);
  expect(await understand(shop.id, older.messageId)).toBe(
    "read; a newer message speaks for the conversation",
  );

  const conversation = await forShop(shop.id)((tx) =>
    tx.conversation.findUniqueOrThrow({ where: { id: older.conversationId } }),
  );
  expect(conversation.intent).toBe("order_status");
});

it("goes by an order's language for its proven owner, and for nobody who only names it", async () => {
  const { shop, keys } = await makeShop();
  const eva = "eva@shopper.example";
  await makeOrder(shop, keys, { name: "#1044", locale: "es", person: { email: eva } });
  const languageOf = async (text: string, address: string, proof: "none" | "address_match") => {
    const contact = { name: "", address };
    const { messageId } = await makeConversation({ keys, contact, text, proof });
    await understand(shop.id, messageId);
    return (await forShop(shop.id)((tx) => readReading(tx, keys, { messageId, now: new Date() })))?.language;
  };
  expect(await languageOf("#1044 ?", eva, "address_match")).toBe("es");
  expect(await languageOf("Please cancel order #1044", eva, "address_match")).toBe("en");
  for (const text of ["#%s ?", "Please cancel order #%s", "Order #%s", "Cancelar #%s"]) {
    const [real, none] = ["1044", "9944"].map((number) => text.replace("%s", number));
    const stranger = (asked = "") => languageOf(asked, "nameless@evil.example", "none");
    expect(await stranger(real)).toBe(await stranger(none));
    // Somebody else's customer is no owner either.
    expect(await languageOf(real ?? "", "otto@shopper.example", "address_match")).toBe(await stranger(none));
  }
});

it("holds the feeling against what is on record of the shopper: first order, gift, earlier messages, a broken promise", async () => {
  const { shop, keys } = await makeShop();
  const customer = await makeCustomer(shop, keys, { ordersCount: 1 });
  const { order } = await makeOrder(shop, keys, {
    name: "#1055",
    customerId: customer.id,
    placedAt: "2026-11-14T09:00:00.000Z",
    person: { email: "eva@shopper.example", attributes: [{ name: "Gift wrap", value: "Yes" }] },
  });
  const text = "I am worried. Where is order #1055?";
  const asked = [16, 17, 18].map((day) => new Date(`2026-11-${day}T08:00:00Z`));
  const read = async (at: Date) => {
    const { conversationId, messageId } = await makeConversation({ keys, text, at });
    await understand(shop.id, messageId);
    return {
      conversationId,
      reading: await forShop(shop.id)((tx) => readReading(tx, keys, { messageId, now: new Date() })),
    };
  };
  const first = await read(asked[0] ?? new Date());
  expect(first.reading?.why).toContain(
    "nothing has shipped for 7 days (it is a gift, it is their first order)",
  );
  await read(asked[1] ?? new Date());
  await forShop(shop.id)((tx) =>
    tx.promise.create({
      data: {
        id: "p1",
        shopId: shop.id,
        conversationId: first.conversationId,
        sealed: sealJson(keys, "promises.sealed:p1", { text: "We write to you." }),
        dueAt: new Date("2026-11-19T00:00:00Z"),
      },
    }),
  );
  const third = await read(asked[2] ?? new Date());
  expect(third.reading).toMatchObject({
    orderIds: [order.id],
    emotion: { readings: { record: { label: "frustration" } } },
  });
  expect(third.reading?.why).toContain(
    "a promise was not kept (it is a gift, they wrote about it several times, it is their first order)",
  );
});
