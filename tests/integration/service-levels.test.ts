import { describe, expect, it } from "vitest";
import { recomputeLevels } from "#app/care/triage/recompute-levels.server.ts";
import { forShopSql } from "#app/db.server.ts";
import { hours, minutes } from "#app/lib/duration.ts";
import type { ServiceLevelChange } from "#app/shop/change-service-levels.ts";
import { fireWatches } from "#app/queue/fire-watches.server.ts";
import { systemPool, systemPrisma } from "#app/system-db.server.ts";
import { makeRun } from "#tests/factories/delivery.ts";
import { noPorts } from "#tests/factories/job.ts";
import { levelShop, MORNING } from "#tests/factories/level-shop.ts";

const WATCHED = { table: "service_levels", event: "levels-to-look-at" } as const;
const after = (time: number) => new Date(MORNING.getTime() + time);
const jobs = (shopId: string, name: string) => systemPrisma.job.count({ where: { shopId, name } });

describe("the clocks of a conversation", () => {
  it("begin with what a shopper writes and end with our answer, though nobody calls for a look", async () => {
    const shop = await levelShop();
    const { conversationId } = await shop.asked();
    expect(await shop.watch()).toBe("looked at 1 conversations: warned of 0, missed 0");
    // A normal one has eight hours of the office, until ten the next day; a quarter of them is left when it is warned of.
    expect(await shop.due(conversationId)).toEqual({
      dueAt: "2026-11-25T09:00:00.000Z",
      atRiskAt: "2026-11-24T15:00:00.000Z",
    });
    shop.clock.now = after(hours(1));
    await shop.says(conversationId, "out");
    await shop.moves(conversationId, "waiting", "priority");
    await shop.watch();
    expect(await shop.due(conversationId)).toEqual({ dueAt: null, atRiskAt: null });
    expect(await shop.level(conversationId)).toMatchObject({ firstMetAt: after(hours(1)), lookAt: null });
    expect(await shop.watch()).toBe("looked at 0 conversations: warned of 0, missed 0");
  });

  it("warn before they are over, and say when they were missed, each once", async () => {
    const shop = await levelShop({ targets: { normal: { first: 120, next: 60, resolve: null } } });
    const { conversationId } = await shop.asked();
    await shop.watch();
    const told = async (at: Date) => {
      shop.clock.now = at;
      await shop.watch();
      return (await shop.events(conversationId)).map(({ kind }) => kind);
    };
    expect(await told(after(minutes(89)))).toEqual([]);
    expect(await told(after(minutes(90)))).toEqual(["sla_warned"]);
    expect(await told(after(minutes(100)))).toEqual(["sla_warned"]);
    expect(await told(after(minutes(120)))).toEqual(["sla_warned", "sla_missed"]);
    expect(await told(after(minutes(300)))).toEqual(["sla_warned", "sla_missed"]);
    expect(await shop.events(conversationId)).toEqual([
      {
        kind: "sla_warned",
        at: after(minutes(90)).toISOString(),
        data: { clock: "first", dueAt: after(hours(2)).toISOString() },
      },
      {
        kind: "sla_missed",
        at: after(minutes(120)).toISOString(),
        data: { clock: "first", dueAt: after(hours(2)).toISOString() },
      },
    ]);
    // Answered late, asked again: the next reply is due by itself.
    await shop.says(conversationId, "out");
    shop.clock.now = after(minutes(310));
    await shop.says(conversationId, "in");
    await shop.watch();
    expect((await shop.due(conversationId)).dueAt).toBe(after(minutes(370)).toISOString());
    expect(await told(after(minutes(400)))).toEqual(["sla_warned", "sla_missed", "sla_missed"]);
    expect(await shop.level(conversationId)).toMatchObject({
      firstMissedAt: after(hours(2)),
      firstMetAt: after(minutes(300)),
      missed: ["first", `next:${after(minutes(310)).toISOString()}`],
    });
  });

  it("stand still while it is snoozed or closed, and go on afterwards", async () => {
    const shop = await levelShop({ targets: { normal: { first: 120, next: 120, resolve: 240 } } });
    const { conversationId } = await shop.asked();
    shop.clock.now = after(minutes(60));
    await shop.moves(conversationId, "snoozed", "snoozed");
    await shop.watch();
    expect(await shop.due(conversationId)).toEqual({ dueAt: null, atRiskAt: null });
    shop.clock.now = after(hours(4));
    await shop.moves(conversationId, "open", "woke");
    await shop.watch();
    expect((await shop.due(conversationId)).dueAt).toBe(after(hours(5)).toISOString());
    shop.clock.now = after(hours(4) + minutes(15));
    await shop.moves(conversationId, "closed", "closed");
    await shop.watch();
    expect((await shop.due(conversationId)).dueAt).toBeNull();
    shop.clock.now = after(hours(5));
    await shop.says(conversationId, "in");
    await shop.moves(conversationId, "open", "reopened");
    await shop.watch();
    expect((await shop.due(conversationId)).dueAt).toBe(after(hours(5) + minutes(45)).toISOString());
    expect(await shop.events(conversationId)).toEqual([]);
  });

  it("go by the priority and the tags it has now", async () => {
    const shop = await levelShop({
      targets: { urgent: { first: 30 } },
      exceptions: [
        {
          channel: null,
          tag: "vip",
          targets: {
            urgent: { first: 5, next: 5, resolve: null },
            high: { first: 5, next: 5, resolve: null },
            normal: { first: 10, next: 10, resolve: null },
            low: { first: 10, next: 10, resolve: null },
          },
        },
      ],
    });
    const { conversationId } = await shop.asked();
    const moved = async (data: { priority?: string; tags?: string[] }) => {
      await systemPrisma.conversation.update({ where: { id: conversationId }, data });
      await shop.watch();
      return (await shop.due(conversationId)).dueAt;
    };
    expect(await moved({ priority: "urgent" })).toBe(after(minutes(30)).toISOString());
    expect(await moved({ tags: ["vip"] })).toBe(after(minutes(5)).toISOString());
    expect(await moved({ priority: "normal" })).toBe(after(minutes(10)).toISOString());
  });

  it("are none for what is automatic, is with a warehouse, or was not sent", async () => {
    const shop = await levelShop();
    const [mail, side, unsent] = [await shop.asked(), await shop.asked(), await shop.asked()];
    await systemPrisma.message.updateMany({
      where: { conversationId: mail.conversationId },
      data: { automatic: true },
    });
    await systemPrisma.conversation.update({
      where: { id: side.conversationId },
      data: { parentId: mail.conversationId },
    });
    await systemPrisma.conversation.update({ where: { id: unsent.conversationId }, data: { unsent: true } });
    await shop.watch();
    for (const { conversationId } of [mail, side, unsent])
      expect(await shop.due(conversationId)).toEqual({ dueAt: null, atRiskAt: null });
  });

  it("go with their conversation", async () => {
    const shop = await levelShop();
    const { conversationId } = await shop.asked();
    await systemPrisma.conversation.delete({ where: { id: conversationId } });
    expect(await shop.level(conversationId)).toBeNull();
  });
});

describe("the timer", () => {
  it("lies in the database: whatever was due while nothing ran is told of afterwards", async () => {
    const shop = await levelShop({ targets: { normal: { first: 120, next: 60, resolve: null } } });
    const { conversationId } = await shop.asked();
    await fireWatches(WATCHED, shop.clock.now);
    expect(await jobs(shop.shop.id, "watchLevels")).toBe(1);
    await systemPool.query("DELETE FROM jobs WHERE shop_id = $1", [shop.shop.id]);
    await shop.watch();
    await fireWatches(WATCHED, after(minutes(89)));
    expect(await jobs(shop.shop.id, "watchLevels")).toBe(0);
    await fireWatches(WATCHED, after(minutes(91)));
    expect(await jobs(shop.shop.id, "watchLevels")).toBe(1);
    shop.clock.now = after(minutes(95));
    await shop.watch();
    expect(await shop.events(conversationId)).toHaveLength(1);
  });

  it("leaves what somebody holds for the next time, and waits for nobody", async () => {
    const shop = await levelShop();
    const [held, free] = [await shop.asked(), await shop.asked()];
    await shop.inShop(async (tx) => {
      await tx.$executeRaw`SELECT 1 FROM conversations WHERE id = ${held.conversationId} FOR UPDATE`;
      expect(await shop.watch()).toBe("looked at 1 conversations: warned of 0, missed 0");
    });
    expect((await shop.due(free.conversationId)).dueAt).not.toBeNull();
    expect((await shop.due(held.conversationId)).dueAt).toBeNull();
    expect(await shop.watch()).toBe("looked at 1 conversations: warned of 0, missed 0");
    expect((await shop.due(held.conversationId)).dueAt).not.toBeNull();
  });

  it("sees what was written while it looked", async () => {
    const shop = await levelShop();
    const { conversationId } = await shop.asked();
    await shop.watch();
    shop.clock.now = after(hours(1));
    // The message is written and not committed yet when the look begins.
    const written = Promise.withResolvers<void>();
    const looked = Promise.withResolvers<void>();
    const writing = forShopSql(shop.shop.id)(async (sql) => {
      await sql(
        `INSERT INTO messages (id, shop_id, conversation_id, direction, channel, at, sealed)
         VALUES (gen_random_uuid()::text, $1, $2, 'out', 'email', $3, '')`,
        [shop.shop.id, conversationId, shop.clock.now],
      );
      written.resolve();
      await looked.promise;
    });
    await written.promise;
    expect(await shop.watch()).toBe("looked at 0 conversations: warned of 0, missed 0");
    looked.resolve();
    await writing;
    await shop.watch();
    expect((await shop.level(conversationId))?.firstMetAt).toEqual(shop.clock.now);
  });
});

describe("other settings", () => {
  const recompute = (shopId: string) => recomputeLevels(noPorts, makeRun(shopId), { shopId });

  it("move what is open, and nothing that is closed", async () => {
    const shop = await levelShop();
    const [open, closed] = [await shop.asked(), await shop.asked()];
    await shop.moves(closed.conversationId, "closed", "closed");
    await shop.watch();
    await shop.save({ targets: { normal: { first: 60 } } });
    expect(await jobs(shop.shop.id, "recomputeLevels")).toBe(1);
    expect(await recompute(shop.shop.id)).toBe("asked for a look at 1 conversations");
    await shop.watch();
    expect((await shop.due(open.conversationId)).dueAt).toBe(after(hours(1)).toISOString());
    await shop.save({ holidays: [{ date: "2026-11-24", name: "Founders’ day", yearly: false }] });
    await recompute(shop.shop.id);
    await shop.watch();
    expect((await shop.due(open.conversationId)).dueAt).toBe("2026-11-25T09:00:00.000Z");
    await shop.save({ on: false });
    await recompute(shop.shop.id);
    await shop.watch();
    expect(await shop.due(open.conversationId)).toEqual({ dueAt: null, atRiskAt: null });
  });

  it("tell nothing again that was told, when they are switched off and on or a target goes and comes back", async () => {
    const targets = { normal: { first: 120, next: 60, resolve: null } };
    const shop = await levelShop({ targets });
    const { conversationId } = await shop.asked();
    const told = async (change: ServiceLevelChange) => {
      await shop.save(change);
      await recompute(shop.shop.id);
      await shop.watch();
      return (await shop.events(conversationId)).map(({ kind }) => kind);
    };
    await shop.watch();
    shop.clock.now = after(minutes(90));
    expect(await told({})).toEqual(["sla_warned"]);
    shop.clock.now = after(minutes(120));
    const once = ["sla_warned", "sla_missed"];
    expect(await told({})).toEqual(once);
    expect(await told({ on: false })).toEqual(once);
    expect(await told({ on: true })).toEqual(once);
    expect(await told({ targets: { normal: { first: null, next: null, resolve: null } } })).toEqual(once);
    expect(await told({ targets })).toEqual(once);
    expect(await told({ targets: { normal: { first: 150 } } })).toEqual(once);
  });

  it("that decide nothing of it move nothing", async () => {
    const shop = await levelShop();
    await shop.save({ receipt: { on: true }, csat: { on: true } });
    expect(await jobs(shop.shop.id, "recomputeLevels")).toBe(0);
  });

  it("are taken in slices", async () => {
    const shop = await levelShop();
    const { conversationId } = await shop.asked();
    await systemPool.query(
      `INSERT INTO conversations (id, shop_id, channel, status, reply_token, order_ids, sealed, search_tokens, created_at, updated_at)
       SELECT gen_random_uuid()::text, shop_id, channel, status, gen_random_uuid()::text, order_ids, '', search_tokens, created_at, updated_at
       FROM conversations, generate_series(1, 2499) WHERE id = $1`,
      [conversationId],
    );
    expect(await recompute(shop.shop.id)).toBe("asked for a look at 2500 conversations");
    // A shop hands on to itself after its share of time: on a slow machine it takes more than one turn.
    const looked: number[] = [];
    const sum = () => looked.reduce((all, one) => all + one, 0);
    do looked.push(Number(/^looked at (\d+) /u.exec(await shop.watch())?.[1]));
    while (sum() < 2_500 && looked.at(-1) !== 0);
    expect(sum()).toBe(2_500);
    expect(await shop.watch()).toBe("looked at 0 conversations: warned of 0, missed 0");
  });
});
