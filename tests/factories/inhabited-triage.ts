import { randomUUID } from "node:crypto";
import { forShop } from "#app/db.server.ts";
import { sealJson, type ShopKeys } from "#app/shop/seal.ts";

/** Why a conversation is urgent, and what a rule did with it. */
export async function addTriage(
  keys: ShopKeys,
  { conversationId: id, messageId }: { conversationId: string; messageId: string },
) {
  const { shopId } = keys;
  const ruleId = randomUUID();
  const at = new Date();
  await forShop(shopId)(async (tx) => {
    await tx.conversationPriority.create({
      data: {
        ...{ id, shopId, lookAt: at },
        sealed: sealJson(keys, `conversation_priorities.sealed:${id}`, {
          ...{ computed: "high", decided: null, at: at.toISOString() },
          reasons: [{ code: "risk", flag: "vulnerable", least: "high", counts: 0 }],
        }),
      },
    });
    await tx.triageRule.create({
      data: {
        ...{ id: ruleId, shopId, position: 0, name: "Grief", enabled: true, stop: false },
        conditions: { match: "all", list: [] },
        actions: [{ do: "add_tags", tags: ["grief"] }],
        ...{ createdBy: "42", createdAt: at, changedBy: "42", changedAt: at },
      },
    });
    const words = { writtenBy: "42", createdAt: at, updatedAt: at };
    await tx.macro.create({
      data: { ...words, id: ruleId, shopId, name: "Condolences", tags: ["grief"], search: "condolences" },
    });
    await tx.article.create({
      data: {
        ...{ ...words, id: randomUUID(), shopId, macroId: ruleId, kind: "macro", language: "en" },
        ...{ title: "Condolences", body: "We are sorry for your loss, {{first_name}}." },
      },
    });
    await tx.triageTurn.create({ data: { shopId, ruleId, staffId: "42", turn: 1n } });
    await tx.triageApplication.create({
      data: {
        ...{ shopId, ruleId, ruleVersion: 1, messageId, place: 0, at },
        did: [{ do: "add_tags", tags: ["grief"], outcome: "added" }],
      },
    });
  });
}
