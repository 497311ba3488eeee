// kill -9 while mails are leaving, at each moment that matters: nothing is lost silently, nothing is sent twice.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { settleDelivery } from "#app/care/review/settle-delivery.server.ts";
import { forShop } from "#app/db.server.ts";
import { emit } from "#app/emit.server.ts";
import { seconds } from "#app/lib/duration.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeConversation, makeDelivery } from "#tests/factories/reply.ts";
import { makeShop } from "#tests/factories/shop.ts";
import { workersWith, type Workers } from "./app-under-test.ts";
import { startHoldingMail, type HoldingMail, type HoldPoint } from "./mail-with-hold-points.ts";

let mail: HoldingMail;
let workers: Workers;

beforeAll(async () => {
  mail = await startHoldingMail();
  workers = workersWith(mail.url);
});
afterAll(async () => {
  mail.release();
  await workers.stop();
  await mail.stop();
});

const HELD: HoldPoint[] = ["before-mail", "within-data", "after-dot", "answered"];

/** Polls a state of the database; the test's own timeout ends it. */
async function until<T>(look: () => Promise<T | null>): Promise<T> {
  for (;;) {
    const seen = await look();
    if (seen !== null) return seen;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

describe("a worker killed while it sends", () => {
  it(
    "leaves every delivery sent or uncertain, and no mail twice",
    async () => {
      const made = await makeShop();
      const shopId = made.shop.id;
      const inShop = forShop(shopId);
      const queue = async (point: HoldPoint) => {
        const { conversation, messageId } = await makeConversation(made, {
          from: { name: "Ada", address: `${point}@shopper.example.test` },
        });
        const place = { conversationId: conversation.id, messageId };
        const from = { name: "Fernweh", address: `${point}@fernweh.example.test` };
        const delivery = await makeDelivery(made, { ...place, to: `${point}@shopper.example.test`, from });
        await inShop((tx) => emit(tx, "draft-approved", { data: { shopId, deliveryId: delivery.id } }));
        return delivery;
      };
      const held = await Promise.all(HELD.map(queue));

      // WHEN the worker is killed with one mail at each hold point
      const first = workers.start();
      const early = new Promise((_resolve, reject) => {
        first.once("exit", () => reject(new Error("The worker ended before it sent")));
      });
      await Promise.race([Promise.all(HELD.map((point) => mail.reached(point))), early]);
      // One mail's answer is heard, and what the worker would write down waits for a lock that this test holds.
      const [, , , answered] = held;
      await systemPrisma.$transaction(
        async (tx) => {
          await tx.$executeRaw`SELECT 1 FROM deliveries WHERE id = ${answered?.id} FOR UPDATE`;
          mail.letGo("answered");
          await mail.left("answered");
          first.kill("SIGKILL");
          await early.catch(() => undefined);
        },
        { timeout: seconds(20) },
      );
      const inFlight = await systemPrisma.delivery.findMany({ where: { shopId } });
      expect(inFlight.map(({ status }) => status)).toEqual(HELD.map(() => "sending"));
      mail.release();

      // AND the leases run out, and another worker takes over
      const past = new Date(Date.now() - 1_000);
      await systemPrisma.delivery.updateMany({ where: { shopId }, data: { leaseUntil: past } });
      await systemPrisma.job.updateMany({ where: { shopId, state: "running" }, data: { leaseUntil: past } });
      workers.start();

      // THEN nothing is claimed to be sent that may not be, and nothing left again by itself
      const settled = await until(async () => {
        const rows = await systemPrisma.delivery.findMany({ where: { shopId }, select: { status: true } });
        return rows.every(({ status }) => status !== "sending") ? rows : null;
      });
      expect(settled.map(({ status }) => status)).toEqual(HELD.map(() => "uncertain"));
      const count = (point: HoldPoint) => mail.taken.filter(({ to }) => to === point).length;
      expect(count("before-mail")).toBe(0);
      expect(count("within-data")).toBeLessThanOrEqual(1);
      expect(count("after-dot")).toBe(1);
      expect(count("answered")).toBe(1);

      // AND a person's word sends the one that never left, once, under the same Message-ID; a new mail just goes
      const [lost] = held;
      if (!lost) throw new Error("no delivery was queued");
      await settleDelivery(
        { inShop, now: () => new Date() },
        { shopId, deliveryId: lost.id, as: "resend", staff: { id: "42" } },
      );
      const fresh = await queue("none");
      await until(async () => {
        const rows = await systemPrisma.delivery.findMany({
          where: { id: { in: [lost.id, fresh.id] }, status: "sent" },
        });
        return rows.length === 2 ? rows : null;
      });
      expect(mail.taken.filter(({ to }) => to === "before-mail")).toEqual([
        { to: "before-mail", messageId: lost.mailMessageId },
      ]);
      expect(count("none")).toBe(1);
      expect(count("within-data")).toBeLessThanOrEqual(1);
      expect(count("after-dot")).toBe(1);
      expect(count("answered")).toBe(1);
    },
    seconds(90),
  );
});
