import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import type { Change } from "#app/care/triage/change-of.ts";
import { changeOnce } from "#app/care/triage/change-once.server.ts";
import { undoChange } from "#app/care/triage/undo-change.server.ts";
import { forShop } from "#app/db.server.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeConversation } from "#tests/factories/message.ts";
import { makeShop } from "#tests/factories/shop.ts";

const at = new Date();

async function place() {
  const { shop, keys } = await makeShop();
  const inShop = forShop(shop.id);
  const conversation = async () => (await makeConversation({ keys })).conversationId;
  const once = (ids: string[], change: Change, changeId: string) =>
    inShop((tx) => changeOnce(tx, keys, { ids, change, by: "42", at, changeId }));
  const undo = (changeId: string) => inShop((tx) => undoChange(tx, { changeId, by: "42", at }));
  const status = async (id: string) =>
    (await systemPrisma.conversation.findUniqueOrThrow({ where: { id } })).status;
  const events = (conversationId: string) =>
    systemPrisma.conversationEvent.count({ where: { conversationId } });
  return { conversation, once, undo, status, events };
}

it("does once what is asked for again, whatever was done since, and does the rest", async () => {
  const { conversation, once, undo, status, events } = await place();
  const [done, since, late] = [await conversation(), await conversation(), await conversation()];
  const changeId = randomUUID();
  const close = (ids: string[]) => once(ids, { status: "closed" }, changeId);
  await close([done, since]);
  await once([since], { status: "open" }, randomUUID());
  expect(await close([done, since, late, "nobodys"])).toEqual([
    { id: done, outcome: "changed" },
    { id: since, outcome: "changed" },
    { id: late, outcome: "changed" },
    { id: "nobodys", outcome: "not_found" },
  ]);
  expect(await status(since)).toBe("open");
  expect(await events(done)).toBe(1);
  expect(await undo(changeId)).toMatchObject({
    outcome: "undone",
    ids: expect.arrayContaining([done, late]),
  });
  expect(await close([done, since])).toEqual([
    { id: done, outcome: "unchanged" },
    { id: since, outcome: "changed" },
  ]);
  expect(await status(done)).toBe("open");
});

it("waits for the one that was asked before, where that is still under way", async () => {
  const { conversation, once, events } = await place();
  const id = await conversation();
  const changeId = randomUUID();
  const both = [0, 1].map(() => once([id], { addTags: ["vip"] }, changeId));
  expect((await Promise.all(both)).flat()).toEqual([
    { id, outcome: "changed" },
    { id, outcome: "changed" },
  ]);
  expect(await events(id)).toBe(1);
});
