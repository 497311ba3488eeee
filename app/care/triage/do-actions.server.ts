import { changeConversations } from "#app/care/triage/change-conversations.server.ts";
import type { Tx } from "#app/db.server.ts";
import { logEvent } from "#app/conversation/log-event.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";
import type { Match } from "./apply-rules.ts";
import type { Change } from "./change-of.ts";
import type { DoneByRule } from "./done.ts";
import { giveInTurn, whoTakesOver, type Way } from "./give-in-turn.server.ts";
import type { Action } from "./rule.ts";

export type Doing = {
  conversationId: string;
  match: Match;
  /** What earlier rules decided for the same message. */
  earlier: readonly DoneByRule[];
  at: Date;
};

/** By which escalated conversations are found, as where a person escalates one. */
const ESCALATED = "escalated";

/**
 * Does what a rule asks for and says of each thing what became of it. What an earlier rule decided, and who has the conversation already,
 * stays; nothing is sent. Hold the conversation.
 */
export async function doActions(tx: Tx, keys: ShopKeys, doing: Doing): Promise<DoneByRule[]> {
  const done: DoneByRule[] = [];
  for (const action of doing.match.actions) done.push(await doAction(tx, keys, { ...doing, action }));
  return done;
}

type DoingOne = Doing & { action: Action };

async function doAction(tx: Tx, keys: ShopKeys, doing: DoingOne): Promise<DoneByRule> {
  const { action, match, earlier } = doing;
  switch (action.do) {
    case "add_tags":
      return addTags(tx, keys, { ...doing, tags: action.tags });
    case "set_priority": {
      const isSet = earlier.some((one) => one.do === "set_priority" && one.outcome === "set");
      return { ...action, outcome: isSet ? "earlier_rule" : "set" };
    }
    case "assign":
      return assign(tx, keys, { ...doing, how: "person", draw: async () => action.to });
    case "assign_in_turn":
      return assign(tx, keys, {
        ...doing,
        how: "in_turn",
        draw: drawing(tx, keys, { match, way: "in_turn", action }),
      });
    case "assign_least_loaded":
      return assign(tx, keys, {
        ...{ ...doing, how: "least_loaded" },
        draw: drawing(tx, keys, { match, way: "least_loaded", action }),
      });
    case "suggest_macro":
      return suggest(tx, keys.shopId, action);
    case "escalate":
      return escalate(tx, keys, { ...doing, to: action.to });
  }
}

const drawing =
  (tx: Tx, keys: ShopKeys, given: { match: Match; way: Way; action: { among: string[] } }) => () =>
    giveInTurn(tx, keys, { ruleId: given.match.ruleId, way: given.way, among: given.action.among });

const byRule = ({ match }: Doing) => `rule:${match.ruleId}`;

async function change(tx: Tx, keys: ShopKeys, { conversationId, at, ...doing }: Doing & { change: Change }) {
  const by = byRule({ conversationId, at, ...doing });
  const [changed] = await changeConversations(tx, keys, {
    ids: [conversationId],
    change: doing.change,
    by,
    at,
  });
  return changed?.outcome ?? "not_found";
}

async function addTags(
  tx: Tx,
  keys: ShopKeys,
  { tags, ...doing }: Doing & { tags: string[] },
): Promise<DoneByRule> {
  const outcome = await change(tx, keys, { ...doing, change: { addTags: tags } });
  if (outcome === "refused") return { do: "add_tags", tags, outcome: "too_many" };
  return { do: "add_tags", tags, outcome: outcome === "changed" ? "added" : "had_them" };
}

type Giving = Doing & { how: "person" | Way; draw: () => Promise<string | null> };

/** Who has a conversation keeps it: a shopper who writes again comes back to whom they know. */
async function assign(tx: Tx, keys: ShopKeys, { how, draw, ...doing }: Giving): Promise<DoneByRule> {
  const { assigneeId } = await tx.conversation.findUniqueOrThrow({
    where: { id: doing.conversationId },
    select: { assigneeId: true },
  });
  if (assigneeId !== null) return { do: "assign", how, to: assigneeId, outcome: "has_one" };
  const nobody = { do: "assign", how, to: null, outcome: "nobody_there" } as const;
  const to = await draw();
  if (to === null || (how === "person" && !(await isThere(tx, keys.shopId, to)))) return nobody;
  const outcome = await change(tx, keys, { ...doing, change: { assigneeId: to } });
  return outcome === "changed" ? { do: "assign", how, to, outcome: "assigned" } : nobody;
}

async function isThere(tx: Tx, shopId: string, id: string): Promise<boolean> {
  const member = await tx.staffMember.findUnique({ where: { shopId_id: { shopId, id } } });
  return member !== null && member.removedAt === null && !member.away;
}

async function suggest(
  tx: Tx,
  shopId: string,
  action: Extract<Action, { do: "suggest_macro" }>,
): Promise<DoneByRule> {
  const macro = await tx.macro.findFirst({
    where: { shopId, id: action.articleId, removedAt: null },
    select: { id: true },
  });
  return { ...action, outcome: macro ? "suggested" : "out_of_use" };
}

async function escalate(
  tx: Tx,
  keys: ShopKeys,
  { to, ...doing }: Doing & { to: string },
): Promise<DoneByRule> {
  const { conversationId, match, earlier, at } = doing;
  const before = earlier.find((one) => one.do === "escalate" && one.outcome === "escalated");
  if (before) return { do: "escalate", to, outcome: "earlier_rule" };
  const taker = await whoTakesOver(tx, keys, { ruleId: match.ruleId, to });
  if (taker === null) return { do: "escalate", to: null, outcome: "nobody_there" };
  const { assigneeId: from } = await tx.conversation.findUniqueOrThrow({
    where: { id: conversationId },
    select: { assigneeId: true },
  });
  await change(tx, keys, { ...doing, change: { assigneeId: taker, addTags: [ESCALATED] } });
  await logEvent(tx, {
    ...{ shopId: keys.shopId, conversationId, kind: "escalated", by: byRule(doing), at },
    data: { from, to: taker },
  });
  return { do: "escalate", to: taker, outcome: "escalated" };
}
