import { didSchema, type DoneByRule } from "#app/care/triage/done.ts";
import { decidePriority } from "#app/care/triage/decide-priority.ts";
import { messagesWaiting } from "#app/care/triage/messages-waiting.server.ts";
import { keptPrioritySchema, type Decided, type PriorityReason } from "#app/care/triage/priority-reason.ts";
import type { Priority } from "#app/care/triage/priority.ts";
import { readDecidedByRules } from "#app/care/triage/read-decided-by-rules.server.ts";
import { readHeldByHand } from "#app/care/triage/read-held-by-hand.server.ts";
import type { InShop, Tx } from "#app/db.server.ts";
import { othersAboutTheSame, type AboutTheSame } from "#app/desk/others-about-the-same.server.ts";
import { namesOfStaff } from "#app/shop/list-staff.server.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";

/** What a rule did with one message. */
export type ShownApplication = { ruleId: string; messageId: string; at: string; did: DoneByRule[] };

/** Why a conversation has its priority, what rules did with it, and what else is about the same. */
export type ShownTriage = {
  priority: string;
  /** Until when somebody has to act, where there is such a time. */
  actBy: string | null;
  /** Null until the conversation is judged for the first time. */
  judged: { computed: Priority; reasons: PriorityReason[]; decided: Decided | null; at: string } | null;
  /** What rules did, the newest message's first. */
  rules: ShownApplication[];
  sameMatter: AboutTheSame[];
  /** Names of what the above names by id; of somebody or something that is gone there is none. */
  names: {
    orders: Record<string, string>;
    staff: Record<string, string>;
    rules: Record<string, string>;
    macros: Record<string, { title: string; body: string }>;
  };
};

/** As many as one reads. */
const MOST = 50;

/** Null when the shop has no conversation with this id. */
export function showTriage(
  { inShop, keys }: { inShop: InShop; keys: ShopKeys },
  conversationId: string,
): Promise<ShownTriage | null> {
  return inShop(async (tx) => {
    const conversation = await tx.conversation.findUnique({
      where: { id: conversationId },
      select: { priority: true, actBy: true, orderIds: true },
    });
    if (!conversation) return null;
    const { priority, actBy, orderIds } = conversation;
    const judged = await judgedOf(tx, keys, conversationId);
    const rules = await applicationsIn(tx, keys.shopId, conversationId);
    return {
      ...{ priority, actBy: actBy?.toISOString() ?? null, judged, rules },
      sameMatter: await othersAboutTheSame(tx, keys, { conversationId, orderIds }),
      names: await namesIn(tx, keys, { judged, rules }),
    };
  });
}

/** The reasons as they were judged last, and who decides now: a person may have since. */
async function judgedOf(tx: Tx, keys: ShopKeys, id: string): Promise<ShownTriage["judged"]> {
  const row = await tx.conversationPriority.findUnique({ where: { id } });
  if (!row) return null;
  const sealed = { context: `conversation_priorities.sealed:${id}` as const, bytes: row.sealed };
  const { computed, reasons, at } = openJson(keys, sealed, keptPrioritySchema);
  const byRules = await readDecidedByRules(tx, keys.shopId, await messagesWaiting(tx, id));
  const { decided } = decidePriority({
    ...{ computed, reasons, byHand: await readHeldByHand(tx, id), byRule: byRules.priority },
  });
  return { computed, reasons, decided, at };
}

async function applicationsIn(tx: Tx, shopId: string, conversationId: string): Promise<ShownApplication[]> {
  const rows = await tx.$queryRaw<{ ruleId: string; messageId: string; at: Date; did: unknown }[]>`
    SELECT a.rule_id AS "ruleId", a.message_id AS "messageId", a.at, a.did
    FROM messages m JOIN triage_applications a ON a.shop_id = ${shopId} AND a.message_id = m.id
    WHERE m.conversation_id = ${conversationId}
    ORDER BY m.at DESC, m.id DESC, a.at, a.place LIMIT ${MOST}::int`;
  return rows.map(({ at, did, ...row }) => ({
    ...row,
    at: at.toISOString(),
    did: didSchema.catch([]).parse(did),
  }));
}

type Named = Pick<ShownTriage, "judged" | "rules">;

async function namesIn(tx: Tx, keys: ShopKeys, { judged, rules }: Named): Promise<ShownTriage["names"]> {
  const { shopId } = keys;
  const { reasons = [], decided = null } = judged ?? {};
  const did = rules.flatMap((one) => one.did);
  const orderIds = reasons.flatMap((one) => ("orderId" in one ? [one.orderId] : []));
  const ruleIds = [
    ...rules.map(({ ruleId }) => ruleId),
    ...reasons.flatMap((one) => ("ruleId" in one ? [one.ruleId] : [])),
    ...(decided?.by === "rule" ? [decided.ruleId] : []),
  ];
  const staffIds = [
    ...did.flatMap((one) => ("to" in one && one.to !== null ? [one.to] : [])),
    ...(decided?.by === "person" ? [decided.staffId] : []),
  ];
  const articleIds = did.flatMap((one) => (one.do === "suggest_macro" ? [one.articleId] : []));
  const orders = await some(orderIds, (ids) =>
    tx.order.findMany({ where: { shopId, id: ids }, select: { id: true, name: true } }),
  );
  const named = await some(ruleIds, (ids) =>
    tx.triageRule.findMany({ where: { shopId, id: ids }, select: { id: true, name: true } }),
  );
  const macros = await some(articleIds, (ids) =>
    tx.macro.findMany({ where: { shopId, id: ids }, select: { id: true, name: true } }),
  );
  const texts = await some(articleIds, (ids) =>
    tx.article.findMany({
      where: { shopId, macroId: ids },
      select: { macroId: true, body: true },
      orderBy: [{ language: "desc" }, { id: "asc" }],
    }),
  );
  const bodies = new Map(texts.map(({ macroId, body }) => [macroId, body]));
  return {
    orders: Object.fromEntries(orders.map(({ id, name }) => [id, name])),
    staff: Object.fromEntries(await namesOfStaff(tx, keys, staffIds)),
    rules: Object.fromEntries(named.map(({ id, name }) => [id, name])),
    macros: Object.fromEntries(
      macros.map(({ id, name }) => [id, { title: name, body: bodies.get(id) ?? "" }]),
    ),
  };
}

/** Most conversations name nothing of a kind, and a screen waits for each question. */
const some = <T>(ids: string[], find: (ids: { in: string[] }) => PromiseLike<T[]>): PromiseLike<T[]> =>
  ids.length > 0 ? find({ in: ids }) : Promise.resolve([]);
