// A message that comes into a conversation at the moment in which somebody else is at it.
import { beforeEach, describe, expect, it, vi } from "vitest";
import { systemPool, systemPrisma } from "#app/system-db.server.ts";
import { rawMail, receiveRecorded } from "#tests/factories/message.ts";
import { outgoingShop, type OutgoingShop } from "#tests/factories/outgoing-shop.ts";
import { receive, record } from "#tests/integration/mail/receiving.ts";

let shop: OutgoingShop;
beforeEach(async () => {
  shop = await outgoingShop();
});

const CARRIER = "Carrier <service@carrier.example>";
const EVA = { from: "Eva Lindqvist <eva@shopper.example>", subject: "A parcel" };

/** Waits until a transaction waits for a row of another one. */
const waitsForRow = () =>
  vi.waitFor(
    async () => {
      const waiting = await systemPool.query(
        "SELECT 1 FROM pg_locks WHERE locktype IN ('transactionid', 'tuple') AND NOT granted",
      );
      expect(waiting.rowCount).toBeGreaterThan(0);
    },
    { timeout: 10_000, interval: 20 },
  );

const eventsOf = async (conversationId: string) =>
  (await systemPrisma.conversationEvent.findMany({ where: { conversationId }, orderBy: { seq: "asc" } })).map(
    ({ kind, by, data }) => ({ kind, by, data }),
  );

/** A side conversation to which a carrier can answer; `toldTo`: where. */
async function askedAside(status: string) {
  const { conversationId } = await shop.asked({ status });
  const done = await shop.aside(conversationId);
  if (done.outcome !== "approved") throw new Error(done.outcome);
  await shop.send();
  const answer = { from: CARRIER, subject: "Re: A parcel", text: "It lies in Hamburg." };
  return { conversationId, sideId: done.sideId, answer, toldTo: shop.mail.taken[0]?.replyTo.address ?? "" };
}

describe("a message that comes", () => {
  it("goes on from how the conversation stands once whoever is at it is done", async () => {
    const { conversation } = await receive(shop.keys, { ...EVA, text: "Where is it?" });
    const id = conversation?.id ?? "";
    const inboundId = await record(shop.shopId, rawMail({ ...EVA, text: "Still nothing?" }));
    let coming: Promise<string> | undefined;
    await shop.inShop(async (tx) => {
      await tx.$executeRaw`SELECT 1 FROM conversations WHERE id = ${id} FOR UPDATE`;
      coming = receiveRecorded(shop.shopId, inboundId);
      await waitsForRow();
      await tx.conversation.update({
        where: { id },
        data: { status: "closed", waitingSince: null, searchTokens: { push: "replied" } },
      });
    });
    expect(await coming).toBe("added to a conversation");
    const row = await systemPrisma.conversation.findUniqueOrThrow({ where: { id } });
    const { at } = await systemPrisma.message.findUniqueOrThrow({ where: { id: inboundId } });
    expect(row).toMatchObject({ status: "open", waitingSince: at });
    expect(row.searchTokens).toContain("replied");
    expect(await eventsOf(id)).toEqual([
      { kind: "reopened", by: "shopper", data: { from: "closed", to: "open", why: "message" } },
    ]);
  });

  it("from a third party waits for the shopper's conversation before it takes the side one", async () => {
    const { conversationId, sideId, answer, toldTo } = await askedAside("waiting");
    const inboundId = await record(shop.shopId, rawMail(answer), { to: toldTo });
    let coming: Promise<string> | undefined;
    await shop.inShop(async (tx) => {
      await tx.$executeRaw`SELECT 1 FROM conversations WHERE id = ${conversationId} FOR UPDATE`;
      coming = receiveRecorded(shop.shopId, inboundId);
      await waitsForRow();
      await tx.$executeRaw`SELECT 1 FROM conversations WHERE id = ${sideId} FOR UPDATE NOWAIT`;
    });
    expect(await coming).toBe("added to a side conversation");
  });
});

describe("an answer of a third party", () => {
  it.each([
    ["closed", "reopened"],
    ["snoozed", "woke"],
  ])("says in the activity why the shopper's conversation, which was %s, is back", async (status, kind) => {
    const { conversationId, answer, toldTo } = await askedAside(status);
    await receive(shop.keys, answer, { to: toldTo });
    expect(await eventsOf(conversationId)).toEqual([
      { kind, by: "attune", data: { from: status, to: "open", why: "aside" } },
    ]);
    expect((await shop.read(conversationId))?.status).toBe("open");
  });
});
