import { describe, expect, it } from "vitest";
import { readChoices } from "#app/desk/inbox/read-choices.server.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { aDesk } from "#tests/factories/inbox-desk.ts";
import { makeIssue } from "#tests/factories/issue.ts";
import { makeOrder } from "#tests/factories/order.ts";
import { makeConversation } from "#tests/factories/reply.ts";

describe("messages about one incident", () => {
  it("are marked with it, and found together, as long as it goes on", async () => {
    const desk = await aDesk();
    const { shop, keys } = desk;
    const incidentId = `incident-${shop.id}`;
    const at = new Date();
    await systemPrisma.incident.create({
      data: {
        ...{ id: incidentId, shopId: shop.id, kind: "stalled", cause: "hub", causeKey: "dhl|leipzig" },
        ...{ openedAt: at, changedAt: at },
      },
    });
    const about = async (given: { incidentId?: string }) => {
      const { order } = await makeOrder(shop, keys);
      await makeIssue(keys, {
        ...{ orderId: order.id, traits: { carrier: "DHL", hub: "Leipzig" }, incidentId: null, ...given },
      });
      return (await makeConversation(desk, { orderIds: [order.id] })).conversation.id;
    };
    const [one, other, alone] = [await about({ incidentId }), await about({ incidentId }), await about({})];
    await desk.change(other, { status: "closed" });
    expect(await desk.row(one)).toMatchObject({ incident: { id: incidentId, place: "DHL, Leipzig" } });
    expect(await desk.row(alone)).toMatchObject({ incident: null });
    const found = await desk.ids(`view=all&incident=${incidentId}`);
    expect(found.toSorted()).toEqual([one, other].toSorted());
    expect(await desk.ids(`view=open&incident=${incidentId}`)).toEqual([one]);
    const { incidents } = await desk.inShop((tx) => readChoices(tx, keys));
    expect(incidents).toEqual([
      { id: incidentId, kind: "stalled", place: "DHL, Leipzig", toward: null, orders: 2 },
    ]);
    await systemPrisma.incident.update({
      where: { id: incidentId },
      data: { state: "closed", closedAt: at },
    });
    expect(await desk.row(one)).toMatchObject({ incident: null });
  });
});
