import { expect, it, vi } from "vitest";
import { forShop } from "#app/db.server.ts";
import { showConversation } from "#app/desk/show-conversation.server.ts";
import { minutes } from "#app/lib/duration.ts";
import { logger } from "#app/lib/logger.server.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeConversation } from "#tests/factories/message.ts";
import { makeShop } from "#tests/factories/shop.ts";
import { addMessage, understand, versionsOf } from "#tests/factories/thread.ts";

async function conversation() {
  const { shop, keys } = await makeShop();
  const { conversationId, messageId } = await makeConversation({
    keys,
    text: "I am furious! Nobody answers.",
    at: new Date(Date.now() - minutes(10)),
  });
  await understand(shop.id, messageId);
  const newest = await addMessage(keys, { conversationId, text: "Still nothing, I am so angry!" });
  await understand(shop.id, newest);
  const open = () =>
    showConversation({ inShop: forShop(shop.id), keys, now: () => new Date() }, conversationId);
  const spoil = async (of: string) => {
    await systemPrisma.reading.updateMany({
      where: { messageId: of },
      data: { sealed: Buffer.from("broken") },
    });
    return (await versionsOf(of)).at(-1)?.id;
  };
  return { shop, messageId, newest, open, spoil };
}

it("a conversation opens without the reading that cannot be opened, which is named in the log once", async () => {
  const { shop, newest, open, spoil } = await conversation();
  const readingId = await spoil(newest);
  const warned = vi.spyOn(logger, "warn");
  for (let time = 0; time < 2; time += 1) {
    const shown = await open();
    expect(shown?.messages).toHaveLength(2);
    expect(shown?.reading).toBeNull();
  }
  expect(warned.mock.calls).toEqual([
    [{ err: expect.anything(), shopId: shop.id, readingId }, "a reading cannot be opened"],
  ]);
});

it("the way a conversation took leaves out the point that cannot be opened", async () => {
  const { messageId, newest, open, spoil } = await conversation();
  const points = async () => (await open())?.reading?.trajectory.points.map((point) => point.messageId);
  expect(await points()).toEqual([messageId, newest]);
  await spoil(messageId);
  expect(await points()).toEqual([newest]);
});
