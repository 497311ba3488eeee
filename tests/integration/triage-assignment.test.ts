import { describe, expect, it } from "vitest";
import { changeConversations } from "#app/care/triage/change-conversations.server.ts";
import { removeStaff } from "#app/shop/remove-staff.server.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeConversation } from "#tests/factories/message.ts";
import { makeStaff } from "#tests/factories/staff.ts";
import { triage, understand } from "#tests/factories/thread.ts";
import { MONDAY, says, triagedTeam } from "#tests/factories/triage-shop.ts";

const AT_ONCE = 6;

describe("who gets a conversation", () => {
  const inTurn = (...among: string[]) => [{ do: "assign_in_turn" as const, among }];

  /** Mails of as many people at once, each triaged by a worker of its own. Answers who got how many. */
  async function manyAtOnce({ keys, shopId }: Awaited<ReturnType<typeof triagedTeam>>, count: number) {
    const places = [];
    for (let n = 0; n < count; n += 1) {
      const address = `writer${n}@shopper.example`;
      places.push(await makeConversation({ keys, contact: { name: `W${n}`, address }, at: MONDAY }));
    }
    const again = places.slice(0, 5);
    // As many as a worker has at once.
    while (places.length > 0)
      await Promise.all(
        places.splice(0, AT_ONCE).map(({ messageId }) => understand(shopId, messageId, MONDAY)),
      );
    // And the job again, as after a lost worker.
    await Promise.all(again.map(({ messageId }) => triage(shopId, messageId, MONDAY)));
    const rows = await systemPrisma.conversation.findMany({
      where: { shopId },
      select: { assigneeId: true },
    });
    const shares: Record<string, number> = {};
    for (const { assigneeId } of rows)
      shares[assigneeId ?? "nobody"] = (shares[assigneeId ?? "nobody"] ?? 0) + 1;
    return shares;
  }

  it("is everybody in turn, exactly, however many come at once; away and removed people are passed over", async () => {
    const shop = await triagedTeam(5);
    await shop.aRule({ actions: inTurn() });
    await systemPrisma.staffMember.update({
      where: { shopId_id: { shopId: shop.shopId, id: "4" } },
      data: { away: true },
    });
    await shop.inShop((tx) => removeStaff(tx, shop.keys, { id: "5", by: { id: "1" }, at: MONDAY }));
    expect(await manyAtOnce(shop, 24)).toEqual({ "1": 8, "2": 8, "3": 8 });
  });

  it("is who has the fewest open ones, exactly", async () => {
    const shop = await triagedTeam(3);
    for (const [n, assigneeId] of ["1", "1", "1", "2"].entries()) {
      const contact = { name: `Old ${n}`, address: `old${n}@shopper.example` };
      const { conversationId: id } = await makeConversation({ keys: shop.keys, contact });
      // A closed one is no load.
      const status = n === 2 ? "closed" : "open";
      await systemPrisma.conversation.update({ where: { id }, data: { assigneeId, status } });
    }
    await shop.aRule({ actions: [{ do: "assign_least_loaded", among: [] }] });
    expect(await manyAtOnce(shop, 9)).toEqual({ "1": 5, "2": 4, "3": 4 });
  });

  it("is nobody where nobody is there, and who has it already keeps it", async () => {
    const { inShop, keys, aRule, mail, writeAgain, rowOf, didFor, shopId } = await triagedTeam(2);
    await aRule({ actions: inTurn("2") });
    await systemPrisma.staffMember.updateMany({ where: { shopId, id: "2" }, data: { away: true } });
    const place = await mail({ text: "Where is my parcel?" });
    expect(await didFor(place.messageId)).toEqual([
      { do: "assign", how: "in_turn", to: null, outcome: "nobody_there" },
    ]);
    await systemPrisma.staffMember.updateMany({ where: { shopId, id: "2" }, data: { away: false } });
    const ids = [place.conversationId];
    await inShop((tx) =>
      changeConversations(tx, keys, { ids, change: { assigneeId: "1" }, by: "1", at: MONDAY }),
    );
    const again = await writeAgain(place.conversationId, "Hello?");
    expect(await didFor(again)).toEqual([{ do: "assign", how: "in_turn", to: "1", outcome: "has_one" }]);
    expect((await rowOf(place)).assigneeId).toBe("1");
  });
});

describe("what is escalated", () => {
  const lawyer = { conditions: says("lawyer"), actions: [{ do: "escalate" as const, to: "2" }] };

  it("goes to the named person, whoever has it, tagged and at least of high priority", async () => {
    const { inShop, keys, aRule, mail, writeAgain, rowOf, reasonsOf, eventsOf } = await triagedTeam();
    const id = await aRule(lawyer);
    const place = await mail({ text: "Where is my parcel?" });
    const ids = [place.conversationId];
    await inShop((tx) =>
      changeConversations(tx, keys, { ids, change: { assigneeId: "3" }, by: "1", at: MONDAY }),
    );
    await writeAgain(place.conversationId, "I will ask my lawyer friend.");
    expect(await rowOf(place)).toMatchObject({ assigneeId: "2", tags: ["escalated"], priority: "high" });
    expect(await reasonsOf(place)).toContainEqual({
      code: "escalated",
      ruleId: id,
      least: "high",
      counts: 0,
    });
    expect(await eventsOf(place)).toContain(`escalated rule:${id}`);
  });

  it("goes to a lead or an owner where that person is not there, and to nobody where none is", async () => {
    const { shopId, keys, aRule, mail, rowOf, didFor } = await triagedTeam();
    await makeStaff(keys, { id: "9", role: "lead" });
    await systemPrisma.staffMember.updateMany({ where: { shopId, id: "2" }, data: { away: true } });
    await aRule(lawyer);
    const write = (n: number) =>
      mail({ text: "My lawyer will write.", contact: { name: "W", address: `w${n}@shopper.example` } });
    const got = [];
    for (let n = 0; n < 4; n += 1) got.push((await rowOf(await write(n))).assigneeId);
    expect(got.map(String).toSorted()).toEqual(["1", "1", "9", "9"]);
    await systemPrisma.staffMember.updateMany({ where: { shopId }, data: { away: true } });
    const left = await write(5);
    expect(await didFor(left.messageId)).toEqual([{ do: "escalate", to: null, outcome: "nobody_there" }]);
    expect(await rowOf(left)).toMatchObject({ assigneeId: null, tags: [] });
  });
});
