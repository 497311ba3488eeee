import { describe, expect, it } from "vitest";
import { keepPromises } from "#app/care/keep/keep-promises.server.ts";
import { settleDelivery } from "#app/care/review/settle-delivery.server.ts";
import { forShop } from "#app/db.server.ts";
import type { Ports } from "#app/ports.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeRun } from "#tests/factories/delivery.ts";
import { accepted, mailServer, queuedReply } from "#tests/factories/queued-reply.ts";
import { makeShop } from "#tests/factories/shop.ts";

const staff = { id: "42" };
/** The jobs an event has caused, by name, sorted. */
async function jobsOf(shopId: string, event: string): Promise<string[]> {
  const jobs = await systemPrisma.job.findMany({ where: { shopId, event }, select: { name: true } });
  return jobs.map(({ name }) => name).toSorted();
}

describe("settleDelivery", () => {
  it("sends once more under the same Message-ID when a person says so", async () => {
    const reply = await queuedReply();
    const mail = mailServer({ outcome: "unknown", reason: "ETIMEDOUT" }, accepted);
    await reply.run(mail);
    await expect(reply.settle("resend")).resolves.toEqual({ outcome: "settled", status: "queued" });
    await expect(reply.run(mail)).resolves.toBe("sent");
    expect(mail.taken.map(({ messageId }) => messageId)).toEqual([
      reply.delivery.mailMessageId,
      reply.delivery.mailMessageId,
    ]);
    expect(await jobsOf(reply.shopId, "draft-approved")).toEqual(["deliverReply"]);
  });

  it("takes a person's word that it arrived, once", async () => {
    const reply = await queuedReply();
    await reply.run(mailServer({ outcome: "unknown", reason: "ECONNECTION" }));
    const both = await Promise.all([reply.settle("sent"), reply.settle("sent")]);
    expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(["not_uncertain", "settled"]);
    expect(await systemPrisma.message.count({ where: { deliveryId: reply.delivery.id } })).toBe(1);
    expect(await jobsOf(reply.shopId, "reply-delivered")).toEqual(["keepPromises", "learnFromReply"]);
  });

  it("sends once more what the address refused for good: its own bounce does not stop it, another's does", async () => {
    const noMailbox = { outcome: "rejected" as const, code: 550, response: "550 5.1.1 no such user" };
    const reply = await queuedReply();
    await reply.run(mailServer(noMailbox));
    expect(await reply.row()).toMatchObject({ status: "failed" });
    await reply.settle("resend");
    await expect(reply.run(mailServer(accepted))).resolves.toBe("sent");

    const other = await queuedReply();
    await other.run(mailServer(noMailbox));
    await systemPrisma.suppression.updateMany({
      where: { shopId: other.shopId },
      data: { reason: "complained" },
    });
    await other.settle("resend");
    await expect(other.run(mailServer(accepted))).resolves.toMatch(/^cancelled/u);
  });

  it("leaves what is sent alone, and knows no other shop's", async () => {
    const reply = await queuedReply();
    await reply.run(mailServer(accepted));
    await expect(reply.settle("resend")).resolves.toEqual({ outcome: "not_uncertain", status: "sent" });
    const other = await makeShop();
    const settled = settleDelivery(
      { inShop: forShop(other.shop.id), now: () => new Date() },
      { shopId: other.shop.id, deliveryId: reply.delivery.id, as: "resend", staff },
    );
    await expect(settled).resolves.toEqual({ outcome: "not_found" });
  });
});

describe("keepPromises", () => {
  it("writes down what the sent reply promised, once", async () => {
    const reply = await queuedReply();
    await reply.run(mailServer(accepted));
    const run = makeRun(reply.shopId);
    const keep = () =>
      keepPromises({} as Ports, run, { shopId: reply.shopId, deliveryId: reply.delivery.id });
    await expect(keep()).resolves.toBe("wrote down 1 of its promises");
    await expect(keep()).resolves.toBe("its promises were written down before");
    expect(await systemPrisma.promise.count({ where: { conversationId: reply.conversation.id } })).toBe(1);
  });
});
