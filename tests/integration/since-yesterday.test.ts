import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { forShop } from "#app/db.server.ts";
import { showHome } from "#app/desk/show-home.server.ts";
import { blindIndex, sealJson } from "#app/shop/seal.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeConversation } from "#tests/factories/message.ts";
import { makeShop } from "#tests/factories/shop.ts";

const NOW = new Date("2026-11-20T10:00:00Z");
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);

it("counts what happened since the same time yesterday, and nothing older", async () => {
  const { shop, keys } = await makeShop();
  const shopId = shop.id;
  const contact = { name: "Eva", address: "eva@shopper.example" };
  const [fresh, old] = [await makeConversation({ keys, contact }), await makeConversation({ keys, contact })];
  const made = (id: string, at: Date) =>
    systemPrisma.conversation.update({ where: { id }, data: { createdAt: at, updatedAt: NOW } });
  await made(fresh.conversationId, hoursAgo(2));
  await made(old.conversationId, hoursAgo(30));
  for (const data of [{ status: "spam" }, { intent: "spam_or_auto" }]) {
    const { conversationId: id } = await makeConversation({ keys, contact });
    await made(id, hoursAgo(2));
    await systemPrisma.conversation.update({ where: { id }, data });
  }
  const sent = (given: { purpose: string; at: Date; draftId?: string }) => {
    const id = randomUUID();
    return systemPrisma.delivery.create({
      data: {
        ...{ id, shopId, key: `${given.purpose}:${id}`, status: "sent", ...given },
        ...{ conversationId: old.conversationId, mailMessageId: `<${id}@x>`, approvedBy: "1" },
        recipientIndex: blindIndex(keys, "email", contact.address),
        sealed: sealJson(keys, `deliveries.sealed:${id}`, {}),
      },
    });
  };
  await sent({ purpose: "reply", at: hoursAgo(1), draftId: randomUUID() });
  await sent({ purpose: "message", at: hoursAgo(1) });
  await sent({ purpose: "receipt", at: hoursAgo(1) });
  await sent({ purpose: "reply", at: hoursAgo(25), draftId: randomUUID() });
  const promise = (given: { state: string; dueAt: Date; keptAt?: Date }) => {
    const id = randomUUID();
    const sealed = sealJson(keys, `promises.sealed:${id}`, {});
    return systemPrisma.promise.create({
      data: { id, shopId, conversationId: old.conversationId, sealed, ...given },
    });
  };
  await promise({ state: "kept", dueAt: hoursAgo(3), keptAt: hoursAgo(4) });
  await promise({ state: "broken", dueAt: hoursAgo(5) });
  await promise({ state: "broken", dueAt: hoursAgo(50) });
  const issue = (given: { openedAt: Date; resolvedAt?: Date }) => {
    const id = randomUUID();
    return systemPrisma.orderIssue.create({
      data: {
        ...{ id, shopId, orderId: id, kind: "late_shipment", subject: "order", severity: 2 },
        ...{ knownSince: given.openedAt, changedAt: NOW, ...given },
        sealed: sealJson(keys, `order_issues.sealed:${id}`, {}),
      },
    });
  };
  await issue({ openedAt: hoursAgo(40), resolvedAt: hoursAgo(6) });
  await issue({ openedAt: hoursAgo(6) });
  const rated = (rating: number, at: Date) =>
    systemPrisma.csatRequest.create({
      data: {
        ...{ id: randomUUID(), shopId, conversationId: randomUUID(), state: "rated" },
        ...{ scale: 5, rating, closedAt: at, ratedAt: at },
      },
    });
  await rated(5, hoursAgo(1));
  await rated(2, hoursAgo(2));
  await rated(5, hoursAgo(48));

  const { since } = await showHome({ inShop: forShop(shopId), now: () => NOW });
  expect(since).toEqual({
    since: "2026-11-19T10:00:00.000Z",
    ...{ begun: 1, answered: 1, draftsSent: 1, issuesFound: 1, issuesSettled: 1 },
    ...{ promisesKept: 1, promisesBroken: 1, rated: 2, satisfied: 1 },
  });
});
