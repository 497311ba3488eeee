import { ANSWER_BY } from "#app/care/draft/facts/answer-by.ts";
import type { DraftContent } from "#app/care/draft/draft.ts";
import { promiseContentSchema } from "#app/care/keep/promise-content.ts";
import type { PromiseInReply } from "#app/care/keep/promises-in-reply.ts";
import type { Tx } from "#app/db.server.ts";
import { openJson, sealJson, type ShopKeys } from "#app/shop/seal.ts";

type Told = {
  content: Pick<DraftContent, "facts" | "sentences">;
  delivery: { id: string; draftId: string | null };
  promise: PromiseInReply;
};

/**
 * A reply that names the day of a hand-over tells that promise and makes no second one: it keeps who has to keep it, and its hour. True
 * when it is one, also when this was written down before.
 */
export async function tellHandOver(tx: Tx, keys: ShopKeys, told: Told): Promise<boolean> {
  const { content, delivery, promise } = told;
  const day = content.facts.find(({ id, source }) => id === ANSWER_BY && source.entity === "promise");
  const names = content.sentences.some(
    ({ text, cites }) => cites.includes(ANSWER_BY) && squeezed(text) === squeezed(promise.text),
  );
  if (!day || !names) return false;
  const { id } = day.source;
  const row = await tx.promise.findFirst({ where: { id, shopId: keys.shopId } });
  if (row?.deliveryId === delivery.id) return true;
  if (row?.state !== "open" || row.deliveryId !== null) return false;
  const context = `promises.sealed:${id}` as const;
  const before = openJson(keys, { context, bytes: row.sealed }, promiseContentSchema);
  await tx.promise.update({
    where: { id },
    data: {
      ...{ deliveryId: delivery.id, draftId: delivery.draftId, saidBy: promise.saidBy },
      sealed: sealJson(keys, context, { ...before, text: promise.text, told: true }),
    },
  });
  return true;
}

const squeezed = (text: string) => text.replaceAll(/\s+/gu, " ").trim();
