import type { Prisma } from "@prisma/client";
import { logEvent } from "#app/conversation/log-event.server.ts";
import type { Tx } from "#app/db.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";
import { applyRules, readyRule, type Match } from "./apply-rules.ts";
import { doActions } from "./do-actions.server.ts";
import { didSchema, type DoneByRule } from "./done.ts";
import { messagesWaiting } from "./messages-waiting.server.ts";
import { readCases, wantedBy } from "./read-cases.server.ts";
import { readRules } from "./read-rules.server.ts";

export type RulesApplied = {
  /** How many rules did something they had not done before. */
  applied: number;
  /** Whether a macro was suggested that was not before. */
  suggested: boolean;
};

/**
 * Applies the shop's rules to each message that waits for an answer, the oldest first: each version of a rule does what it does for a
 * message once, however often and in whatever order this runs. Hold the conversation.
 */
export async function applyRulesTo(
  tx: Tx,
  keys: ShopKeys,
  { conversationId, now }: { conversationId: string; now: Date },
): Promise<RulesApplied> {
  const rules = (await readRules(tx, keys.shopId)).filter(({ enabled }) => enabled).map(readyRule);
  const waiting = rules.length > 0 ? await messagesWaiting(tx, conversationId) : [];
  if (waiting.length === 0) return { applied: 0, suggested: false };
  const messages = waiting.map(({ id }) => ({ id, conversationId }));
  const cases = await readCases(tx, keys, { messages, wanted: wantedBy(rules), now });
  const before = await doneBefore(tx, keys.shopId, { messageIds: waiting.map(({ id }) => id) });
  const total = { applied: 0, suggested: false };
  for (const { id: messageId } of waiting) {
    const one = cases.get(messageId);
    if (!one) continue;
    // What was tagged for the message before it is a tag of the conversation by now.
    const { tags } = await tx.conversation.findUniqueOrThrow({
      where: { id: conversationId },
      select: { tags: true },
    });
    const done = await applyTo(tx, keys, {
      ...{ conversationId, messageId, now },
      ...{ matches: applyRules(rules, { ...one, tags }), before: before.get(messageId) ?? [] },
    });
    total.applied += done.length;
    total.suggested ||= done
      .flat()
      .some((each) => each.do === "suggest_macro" && each.outcome === "suggested");
  }
  return total;
}

type Application = { ruleId: string; ruleVersion: number; did: DoneByRule[] };
type Applying = {
  conversationId: string;
  messageId: string;
  matches: readonly Match[];
  before: readonly Application[];
  now: Date;
};

/** Answers what the rules did that had not done it before. */
async function applyTo(tx: Tx, keys: ShopKeys, applying: Applying): Promise<DoneByRule[][]> {
  const { conversationId, messageId, matches, before, now } = applying;
  const { shopId } = keys;
  const earlier = before.flatMap(({ did }) => did);
  const done: DoneByRule[][] = [];
  for (const [place, match] of matches.entries()) {
    const { ruleId, version } = match;
    if (before.some((one) => one.ruleId === ruleId && one.ruleVersion === version)) continue;
    const did = await doActions(tx, keys, { conversationId, match, earlier, at: now });
    await tx.triageApplication.create({
      data: { shopId, ruleId, ruleVersion: version, messageId, place, at: now, did },
    });
    await logEvent(tx, {
      ...{ shopId, conversationId, kind: "rule", by: `rule:${ruleId}`, at: now },
      data: { messageId, version, did } satisfies Prisma.InputJsonObject,
    });
    earlier.push(...did);
    done.push(did);
  }
  return done;
}

/** What versions of rules did for these messages already. */
async function doneBefore(
  tx: Tx,
  shopId: string,
  { messageIds }: { messageIds: string[] },
): Promise<Map<string, Application[]>> {
  const rows = await tx.triageApplication.findMany({
    where: { shopId, messageId: { in: messageIds } },
    orderBy: [{ at: "asc" }, { place: "asc" }],
  });
  return Map.groupBy(
    rows.map(({ did, ...row }) => ({ ...row, did: didSchema.catch([]).parse(did) })),
    ({ messageId }) => messageId,
  );
}
