import { describe, expect, it } from "vitest";
import { removeConversations } from "#app/privacy/remove-conversations.server.ts";
import { blindIndex } from "#app/shop/seal.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { mergeShop } from "#tests/factories/merge-shop.ts";

const OTTO = { from: { name: "Otto", address: "otto@shopper.example.test" } };
const MIRA = { from: { name: "Mira", address: "mira@shopper.example.test" } };
const OTTOS_ORDER = "9001";

/** A shop with a conversation each of Ada, Otto and Mira, and what removes Otto. */
async function threePeople() {
  const shop = await mergeShop();
  const ada = await shop.conversation({ orderIds: ["7001"] });
  const otto = await shop.conversation({ ...OTTO, orderIds: [OTTOS_ORDER] });
  const mira = await shop.conversation({ ...MIRA, orderIds: ["8001"] });
  const merge = async (into: { id: string }, from: { id: string }) => {
    const done = await shop.merge(into.id, from.id, { otherContact: true });
    if (done.outcome !== "merged") throw new Error(done.outcome);
    return done.mergeId;
  };
  const removeOtto = () =>
    shop.inShop((tx) =>
      removeConversations(tx, shop.keys, {
        ...{ customerIds: [], orderIds: [OTTOS_ORDER], emails: [OTTO.from.address] },
        contacts: [blindIndex(shop.keys, "email", OTTO.from.address)],
      }),
    );
  const merges = () => systemPrisma.conversationMerge.findMany({ where: { shopId: shop.shopId } });
  return { ...shop, ada, otto, mira, merge, removeOtto, merges };
}

describe("what is kept of merges to undo them", () => {
  it("goes with the person whose conversation took one in before it went into another", async () => {
    const { ada, otto, mira, merge, removeOtto, merges } = await threePeople();
    await merge(otto, ada);
    await merge(mira, otto);
    await removeOtto();
    expect(await merges()).toEqual([]);
    const { orderIds } = await systemPrisma.conversation.findUniqueOrThrow({ where: { id: mira.id } });
    expect(orderIds.toSorted()).toEqual(["7001", "8001"]);
  });

  it("goes with the person whose conversation was in one that went on into another", async () => {
    const { ada, otto, mira, merge, removeOtto, merges } = await threePeople();
    await merge(ada, otto);
    await merge(mira, ada);
    await removeOtto();
    expect(await merges()).toEqual([]);
  });

  it("stays of people who never met them", async () => {
    const { ada, mira, merge, removeOtto, merges } = await threePeople();
    const id = await merge(mira, ada);
    await removeOtto();
    expect(await merges()).toMatchObject([{ id }]);
  });
});
