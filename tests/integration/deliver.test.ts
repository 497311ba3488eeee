import { describe, expect, it } from "vitest";
import { listConversations } from "#app/desk/list-conversations.server.ts";
import { TryAgainAt } from "#app/job.ts";
import { minutes } from "#app/lib/duration.ts";
import type { MailOutcome } from "#app/ports.ts";
import { blindIndex } from "#app/shop/seal.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { gate } from "#tests/factories/gate.ts";
import { accepted, mailServer, queuedReply, type QueuedReply } from "#tests/factories/queued-reply.ts";
import { makeDelivery } from "#tests/factories/reply.ts";

/** The jobs an event has caused, by name, sorted. */
async function jobsOf(shopId: string, event: string): Promise<string[]> {
  const jobs = await systemPrisma.job.findMany({ where: { shopId, event }, select: { name: true } });
  return jobs.map(({ name }) => name).toSorted();
}

describe("deliverReply", () => {
  it("sends once, and what was sent is a message of the conversation", async () => {
    const reply = await queuedReply();
    const mail = mailServer(accepted);
    await expect(reply.run(mail)).resolves.toBe("sent");
    await expect(reply.run(mail)).resolves.toBe("it is sent");
    expect(mail.taken).toHaveLength(1);
    expect(mail.taken[0]).toMatchObject({
      messageId: reply.delivery.mailMessageId,
      to: { address: "ada@shopper.example.test" },
      subject: "Re: Where is my parcel?",
    });
    expect(await reply.row()).toMatchObject({
      status: "sent",
      attempts: 1,
      leaseUntil: null,
      response: "250 ok",
    });
    const sent = (await reply.conversationNow())?.messages.find(({ direction }) => direction === "out");
    expect(sent).toMatchObject({
      deliveryId: reply.delivery.id,
      content: { makerLine: "Drafted with AI, checked by a person." },
    });
    expect(await jobsOf(reply.shopId, "reply-delivered")).toEqual(["keepPromises", "learnFromReply"]);
    const { inShop, keys } = reply;
    const found = await listConversations(
      { inShop, keys, now: () => new Date() },
      { q: "arrives", limit: 5 },
    );
    expect(found).toMatchObject({ outcome: "listed", items: [{ id: reply.conversation.id }] });
  });

  it("sends once when two runs take the job at the same time", async () => {
    const reply = await queuedReply();
    const hold = gate<MailOutcome>();
    const sending = gate<void>();
    const mail = mailServer(() => {
      sending.resolve();
      return hold.promise;
    });
    const first = reply.run(mail);
    await sending.promise;
    await expect(reply.run(mail)).rejects.toBeInstanceOf(TryAgainAt);
    hold.resolve(accepted);
    await expect(first).resolves.toBe("sent");
    expect(mail.taken).toHaveLength(1);
  });

  it("puts a deferred mail off, longer each time, and says so to a person in the end", async () => {
    const reply = await queuedReply();
    const mail = mailServer({
      outcome: "deferred",
      code: 451,
      response: "451 4.3.2 <ada@shopper.example.test> later",
    });
    for (let attempt = 1; attempt <= 10; attempt += 1) {
      await expect(reply.run(mail)).rejects.toBeInstanceOf(TryAgainAt);
      const row = await reply.row();
      expect(row).toMatchObject({
        status: "queued",
        attempts: attempt,
        response: "451 4.3.2 <[address]> later",
      });
      // Before its time nothing leaves.
      await expect(reply.run(mail)).rejects.toBeInstanceOf(TryAgainAt);
      expect(mail.taken).toHaveLength(attempt);
      reply.clock.now = row.nextAttemptAt;
    }
    await expect(reply.run(mail)).resolves.toMatch(/^failed/u);
    expect(await reply.row()).toMatchObject({ status: "failed", attempts: 11 });
    expect((await reply.conversationNow())?.status).toBe("open");
  });

  it("goes out after the server deferred or could not be reached, once", async () => {
    const reply = await queuedReply();
    const mail = mailServer(
      { outcome: "deferred", code: 451, response: "451" },
      { outcome: "unreachable", reason: "ESOCKET" },
      accepted,
    );
    await expect(reply.run(mail)).rejects.toBeInstanceOf(TryAgainAt);
    reply.clock.now = (await reply.row()).nextAttemptAt;
    await expect(reply.run(mail)).rejects.toBeInstanceOf(TryAgainAt);
    reply.clock.now = (await reply.row()).nextAttemptAt;
    await expect(reply.run(mail)).resolves.toBe("sent");
    expect(new Set(mail.taken.map(({ messageId }) => messageId)).size).toBe(1);
  });

  it("shows a refusal to a person; a dead address gets no more mail", async () => {
    const reply = await queuedReply();
    const mail = mailServer({ outcome: "rejected", code: 550, response: "550 5.1.1 no such user" });
    await expect(reply.run(mail)).resolves.toBe("failed: 550");
    expect(await reply.row()).toMatchObject({ status: "failed" });
    expect((await reply.conversationNow())?.status).toBe("open");
    expect(await systemPrisma.suppression.count({ where: { shopId: reply.shopId, scope: "all" } })).toBe(1);
    await expect(reply.run(mail)).resolves.toBe("it is failed");
    await systemPrisma.delivery.update({ where: { id: reply.delivery.id }, data: { status: "queued" } });
    await expect(reply.run(mail)).resolves.toBe("cancelled: the address takes no mail");
    expect(mail.taken).toHaveLength(1);
  });

  it("is uncertain when nothing is known, and never goes again by itself", async () => {
    const reply = await queuedReply();
    const mail = mailServer({ outcome: "unknown", reason: "ETIMEDOUT" }, accepted);
    await expect(reply.run(mail)).resolves.toMatch(/^uncertain/u);
    expect(await reply.row()).toMatchObject({ status: "uncertain" });
    expect((await reply.conversationNow())?.status).toBe("open");
    reply.clock.now = new Date(reply.clock.now.getTime() + minutes(600));
    await expect(reply.run(mail)).resolves.toBe("it is uncertain");
    expect(mail.taken).toHaveLength(1);
  });

  it("is uncertain after a run that died while sending, once its lease is over", async () => {
    const reply = await queuedReply();
    const died = mailServer(() => Promise.reject(new Error("the process ended here")));
    await expect(reply.run(died)).rejects.toThrow("the process ended here");
    expect(await reply.row()).toMatchObject({ status: "sending" });
    const mail = mailServer(accepted);
    await expect(reply.run(mail)).rejects.toBeInstanceOf(TryAgainAt);
    reply.clock.now = new Date(reply.clock.now.getTime() + minutes(2));
    await expect(reply.run(mail)).resolves.toMatch(/^uncertain/u);
    expect(await reply.row()).toMatchObject({ status: "uncertain" });
    expect(mail.taken).toHaveLength(0);
  });

  it("writes nothing when a person settled it while the run was paused", async () => {
    const reply = await queuedReply();
    const hold = gate<MailOutcome>();
    const sending = gate<void>();
    const paused = reply.run(
      mailServer(() => {
        sending.resolve();
        return hold.promise;
      }),
    );
    await sending.promise;
    reply.clock.now = new Date(reply.clock.now.getTime() + minutes(2));
    await reply.run(mailServer());
    await expect(reply.settle("sent")).resolves.toEqual({ outcome: "settled", status: "sent" });
    hold.resolve({ outcome: "rejected", code: 550, response: "550 no" });
    await expect(paused).resolves.toMatch(/another claim/u);
    expect(await reply.row()).toMatchObject({ status: "sent" });
    expect(await systemPrisma.message.count({ where: { deliveryId: reply.delivery.id } })).toBe(1);
  });

  it.each([
    [
      "the shop uninstalled the app",
      (given: QueuedReply) =>
        systemPrisma.shop.update({ where: { id: given.shopId }, data: { uninstalledAt: new Date() } }),
    ],
    [
      "the shopper's data was redacted",
      ({ shopId, delivery }: QueuedReply) =>
        systemPrisma.redactionMark.create({
          data: { shopId, entity: "contact", entityKey: delivery.recipientIndex },
        }),
    ],
    [
      "the address takes no mail",
      ({ shopId, delivery }: QueuedReply) =>
        systemPrisma.suppression.create({
          data: { shopId, contactIndex: delivery.recipientIndex, scope: "all", reason: "complained" },
        }),
    ],
    [
      "the draft is no longer the approved one",
      ({ delivery }: QueuedReply) =>
        systemPrisma.draft.update({ where: { id: delivery.draftId ?? "" }, data: { status: "declined" } }),
    ],
    [
      "the message was answered meanwhile",
      async (given: QueuedReply) => {
        const { conversation, messageId } = given;
        // Another draft's reply to the same message, sent in the meantime.
        await systemPrisma.draft.updateMany({
          where: { conversationId: conversation.id },
          data: { version: 7 },
        });
        const other = await makeDelivery(given, { conversationId: conversation.id, messageId });
        await systemPrisma.delivery.update({
          where: { id: other.id },
          data: { status: "sent", at: new Date() },
        });
      },
    ],
  ])("does not leave when %s", async (reason, change) => {
    const reply = await queuedReply();
    await change(reply);
    const mail = mailServer(accepted);
    await expect(reply.run(mail)).resolves.toBe(`cancelled: ${reason}`);
    expect(await reply.row()).toMatchObject({ status: "cancelled", response: reason });
    expect(mail.taken).toHaveLength(0);
  });

  it("still leaves when the shopper only opted out of outreach, or bounced before they wrote again", async () => {
    const reply = await queuedReply();
    const { shopId } = reply;
    const contactIndex = blindIndex(reply.keys, "email", "ada@shopper.example.test");
    await systemPrisma.suppression.createMany({
      data: [
        { shopId, contactIndex, scope: "outreach", reason: "opted out" },
        {
          shopId,
          contactIndex,
          scope: "all",
          reason: "bounced 5.1.1",
          createdAt: new Date("2026-01-01T00:00:00Z"),
        },
      ],
    });
    await expect(reply.run(mailServer(accepted))).resolves.toBe("sent");
  });

  it("does nothing when the delivery is gone", async () => {
    const reply = await queuedReply();
    await systemPrisma.delivery.delete({ where: { id: reply.delivery.id } });
    await expect(reply.run(mailServer())).resolves.toBe("the delivery is gone");
  });
});
