import { describe, expect, it } from "vitest";
import { changeConversations } from "#app/care/triage/change-conversations.server.ts";
import { undoChange } from "#app/care/triage/undo-change.server.ts";
import { showTriage } from "#app/desk/show-triage.server.ts";
import { action as priorityDoor } from "#app/routes/api/priority.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeIssue } from "#tests/factories/issue.ts";
import { makeConversation } from "#tests/factories/message.ts";
import { callApi } from "#tests/factories/session-token.ts";
import { after, MONDAY, says, triagedTeam } from "#tests/factories/triage-shop.ts";

describe("what a conversation's priority follows from", () => {
  it("is shown with the names of what it names, and what rules did", async () => {
    const { inShop, keys, anOrder, aRule, mail } = await triagedTeam();
    const { order } = await anOrder(4);
    const id = await aRule({
      ...{ name: "Cancellations", conditions: says("cancel") },
      actions: [
        { do: "assign", to: "2" },
        { do: "set_priority", priority: "urgent" },
      ],
    });
    await systemPrisma.triageRule.update({ where: { id }, data: { removedAt: MONDAY } });
    const nobody = await mail({ text: `Please cancel my order ${order.name}.` });
    expect((await showTriage({ inShop, keys }, nobody.conversationId))?.rules).toEqual([]);

    await systemPrisma.triageRule.update({ where: { id }, data: { removedAt: null } });
    const contact = { name: "Otto", address: "otto@shopper.example" };
    const place = await mail({ text: "Please cancel my order.", contact, orderIds: [order.id] });
    await systemPrisma.triageRule.update({ where: { id }, data: { removedAt: MONDAY } });
    const shown = await showTriage({ inShop, keys }, place.conversationId);
    expect(shown).toMatchObject({
      ...{ priority: "urgent", actBy: after(20).toISOString() },
      judged: {
        ...{ computed: "high", at: MONDAY.toISOString() },
        reasons: [{ code: "urgency" }, { code: "before_fulfilment", orderId: order.id }],
        decided: { by: "rule", ruleId: id, priority: "urgent", kept: false },
      },
      rules: [
        { ruleId: id, messageId: place.messageId, did: [{ do: "assign", to: "2" }, { do: "set_priority" }] },
      ],
      names: {
        ...{
          orders: { [order.id]: order.name },
          staff: { "2": "Person 2" },
          rules: { [id]: "Cancellations" },
        },
      },
    });
  });

  it("is none before it was judged, and nobody's in another shop", async () => {
    const [mine, other] = [await triagedTeam(), await triagedTeam()];
    const { conversationId } = await makeConversation({ keys: mine.keys });
    expect(await showTriage(mine, conversationId)).toMatchObject({
      priority: "normal",
      judged: null,
      rules: [],
    });
    expect(await showTriage(other, conversationId)).toBeNull();
  });
});

describe("a priority that a person set", () => {
  it("is shown as theirs at once, let go by a call, and that is taken back as it was made", async () => {
    const { shopId, domain, inShop, keys, mail, rowOf } = await triagedTeam();
    const { conversationId, messageId } = await mail({ text: "Where is my parcel?" });
    const place = { conversationId, messageId };
    const call = (method: string) =>
      callApi(priorityDoor, { shop: domain, method, params: { id: conversationId } });
    expect(await call("DELETE")).toMatchObject({ status: 409, body: { error: { code: "not_held" } } });
    await inShop((tx) =>
      changeConversations(tx, keys, {
        ids: [conversationId],
        change: { priority: "urgent" },
        by: "2",
        at: MONDAY,
      }),
    );
    const decided = async () => (await showTriage({ inShop, keys }, conversationId))?.judged?.decided ?? null;
    expect(await decided()).toEqual({ by: "person", staffId: "2", priority: "urgent" });

    const { body } = await call("DELETE");
    expect(await decided()).toBeNull();
    expect((await rowOf(place)).priority).toBe("normal");
    const undone = { changeId: String(body["changeId"]), by: "42", at: new Date() };
    expect(await inShop((tx) => undoChange(tx, undone))).toMatchObject({ outcome: "undone" });
    expect(await decided()).toEqual({ by: "person", staffId: "2", priority: "urgent" });
    expect((await rowOf(place)).priority).toBe("urgent");
    expect((await call("GET")).body).toMatchObject({
      priority: "urgent",
      judged: { decided: { by: "person" } },
    });
    expect(shopId).toBe(keys.shopId);
  });
});

describe("what is about the same", () => {
  it("is found by the open incident that the orders belong to", async () => {
    const { shopId, inShop, keys, anOrder } = await triagedTeam();
    const incidentId = `incident-${shopId}`;
    await systemPrisma.incident.create({
      data: {
        ...{ id: incidentId, shopId, kind: "stalled", cause: "hub", causeKey: "dhl|hamburg" },
        ...{ openedAt: MONDAY, changedAt: MONDAY },
      },
    });
    const write = async (n: number, given: { incidentId?: string | null; status?: string } = {}) => {
      const { order } = await anOrder(48);
      await makeIssue(keys, { orderId: order.id, incidentId: incidentId, ...given, status: "open" });
      const contact = { name: `Writer ${n}`, address: `w${n}@shopper.example` };
      const orderIds = [order.id];
      const at = after(n);
      return makeConversation({ keys, contact, orderIds, at, status: given.status ?? "open" });
    };
    const mine = await write(0);
    const others = [await write(1), await write(2, { status: "waiting" })];
    await write(3, { status: "closed" });
    const alone = await write(4, { incidentId: null });
    const about = async ({ conversationId }: { conversationId: string }) =>
      (await showTriage({ inShop, keys }, conversationId))?.sameMatter ?? [];
    expect(await about(mine)).toMatchObject([
      {
        ...{ incidentId, kind: "stalled", count: 2, more: false },
        conversations: [
          { id: others[1]?.conversationId, customer: "Writer 2", status: "waiting" },
          { id: others[0]?.conversationId, customer: "Writer 1", status: "open" },
        ],
      },
    ]);
    expect(await about(alone)).toEqual([]);
    await systemPrisma.incident.update({ where: { id: incidentId }, data: { state: "closed" } });
    expect(await about(mine)).toEqual([]);
  });
});
