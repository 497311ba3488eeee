import { applyRules, readyRule, type ReadyRule, type TriageCase } from "#app/care/triage/apply-rules.ts";
import { readCases, wantedBy } from "#app/care/triage/read-cases.server.ts";
import { readRules } from "#app/care/triage/read-rules.server.ts";
import type { Rule, RuleInput } from "#app/care/triage/rule.ts";
import { wouldDoTo, type WouldDo } from "#app/care/triage/would-do.ts";
import type { InShop, Tx } from "#app/db.server.ts";
import { readCursor, writeCursor, type Cursor } from "#app/desk/cursor.ts";
import { summarise, type ListedRow } from "#app/desk/summarise.server.ts";
import { days } from "#app/lib/duration.ts";
import type { Now } from "#app/ports.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

/** What is looked at. */
export const TRIED_DAYS = 7;
/** Conversations in one answer, and in all of them together. */
const PAGE = 150;
const MOST = 3_000;
/** Of a conversation the newest; of all that match so many are shown. */
const MESSAGES = 20;
const SAMPLE = 20;

export type TryRule = {
  rule: RuleInput;
  /** The saved rule in whose place it is tried; absent: after all others. */
  ruleId?: string | undefined;
  /** Where the answer before ended. */
  cursor?: string | undefined;
};

/** One conversation that the rule is for. */
export type TriedConversation = {
  id: string;
  subject: string;
  customer: string;
  status: string;
  /** When the message came that the rule is for. */
  at: string;
  would: WouldDo[];
};

/** What the rule would have made of one page of conversations; the pages are added up by who asks for them. */
export type RuleTried = {
  days: number;
  /** Messages and conversations of this page. */
  messages: number;
  conversations: number;
  matched: number;
  /** Of those that match, which an earlier rule that stops keeps from this one. */
  kept: number;
  would: Partial<Record<WouldDo, number>>;
  /** The newest that match. */
  sample: TriedConversation[];
  nextCursor: string | null;
  /** There were more than are looked at: these were the newest. */
  cut: boolean;
};

/**
 * What a rule, saved or not, would have done with the messages of the last seven days, as they are read now and with the conversations as
 * they are now. Writes nothing. A page at a time, the conversations that moved last first. Null when the cursor is none of ours.
 */
export async function tryRule(
  { inShop, keys, now }: { inShop: InShop; keys: ShopKeys; now: Now },
  { rule, ruleId, cursor }: TryRule,
): Promise<RuleTried | null> {
  const begun = cursor === undefined ? { looked: 0, after: null } : readPlace(cursor);
  if (!begun) return null;
  const at = now();
  const since = new Date(at.getTime() - days(TRIED_DAYS));
  return inShop(async (tx) => {
    const rows = await page(tx, keys.shopId, { since, after: begun.after });
    const shown = rows.slice(0, PAGE);
    const looked = begun.looked + shown.length;
    const last = shown.at(-1);
    const isMore = rows.length > PAGE && last !== undefined;
    const rules = trialOf(await readRules(tx, keys.shopId), { rule, ruleId });
    const tried = await tryOn(tx, keys, { rows: shown, rules, since, now: at });
    return {
      ...{ days: TRIED_DAYS, conversations: shown.length, ...tried },
      nextCursor:
        isMore && looked < MOST ? writePlace({ looked, after: { at: last.updatedAt, id: last.id } }) : null,
      cut: isMore && looked >= MOST,
    };
  });
}

type Place = { looked: number; after: Cursor | null };
const writePlace = ({ looked, after }: Place & { after: Cursor }) => `${looked}.${writeCursor(after)}`;

function readPlace(cursor: string): Place | null {
  const [, looked, rest] = /^(\d{1,5})\.(.+)$/u.exec(cursor) ?? [];
  const after = rest === undefined ? null : readCursor(rest);
  return after && { looked: Number(looked), after };
}

/** By when they last moved: a message of the week moved its conversation in the week. */
function page(
  tx: Tx,
  shopId: string,
  { since, after }: { since: Date; after: Cursor | null },
): Promise<ListedRow[]> {
  return tx.conversation.findMany({
    where: {
      ...{ shopId, unsent: false, status: { not: "spam" } },
      updatedAt: { gte: since, ...(after ? { lte: after.at } : {}) },
      ...(after ? { OR: [{ updatedAt: { lt: after.at } }, { id: { lt: after.id } }] } : {}),
    },
    omit: { searchTokens: true },
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
    take: PAGE + 1,
  });
}

type Trial = { before: ReadyRule[]; tried: ReadyRule };

/** The rule with those before it: one that is tried is on, and one that follows changes nothing for it. */
function trialOf(rules: readonly Rule[], { rule, ruleId }: Pick<TryRule, "rule" | "ruleId">): Trial {
  const place = rules.findIndex(({ id }) => id === ruleId);
  const before = place === -1 ? rules : rules.slice(0, place);
  return {
    before: before.map(readyRule),
    tried: readyRule({ ...rule, enabled: true, id: ruleId ?? "tried", version: 0 }),
  };
}

type Trying = { rows: ListedRow[]; rules: Trial; since: Date; now: Date };
type Found = Pick<RuleTried, "messages" | "matched" | "kept" | "would" | "sample">;

async function tryOn(tx: Tx, keys: ShopKeys, { rows, rules, since, now }: Trying): Promise<Found> {
  const messages = await messagesIn(tx, { ids: rows.map(({ id }) => id), since, now });
  const cases = await readCases(tx, keys, {
    ...{ messages, now },
    wanted: wantedBy([...rules.before, rules.tried]),
  });
  const byConversation = Map.groupBy(messages, ({ conversationId }) => conversationId);
  const found: Found = { messages: cases.size, matched: 0, kept: 0, would: {}, sample: [] };
  const matched: { row: ListedRow; at: Date; would: WouldDo[] }[] = [];
  for (const row of rows) {
    const read = (byConversation.get(row.id) ?? []).flatMap(({ id, at }) => {
      const one = cases.get(id);
      return one ? [{ at, one, met: metBy(rules, one) }] : [];
    });
    const first = read.find(({ met }) => met === "matched");
    if (first) matched.push({ row, at: first.at, would: changesOf(row, rules, first.one) });
    else if (read.some(({ met }) => met === "kept")) found.kept += 1;
  }
  found.matched = matched.length;
  for (const would of matched.flatMap((one) => one.would)) found.would[would] = (found.would[would] ?? 0) + 1;
  found.sample = await sampleOf(tx, keys, matched.slice(0, SAMPLE));
  return found;
}

function metBy({ before, tried }: Trial, one: TriageCase): "matched" | "kept" | "other" {
  const met = applyRules([...before, tried], one).some(({ ruleId }) => ruleId === tried.id);
  if (met) return "matched";
  return applyRules([tried], one).length > 0 ? "kept" : "other";
}

const changesOf = (row: ListedRow, { tried }: Trial, { riskFlags }: TriageCase): WouldDo[] =>
  wouldDoTo({ ...row, assigned: row.assigneeId !== null, riskFlags }, tried.actions);

/** The newest of each, newest first. */
function messagesIn(
  tx: Tx,
  { ids, since, now }: { ids: string[]; since: Date; now: Date },
): Promise<{ id: string; conversationId: string; at: Date }[]> {
  return tx.$queryRaw`
    SELECT m.id, m.conversation_id AS "conversationId", m.at FROM unnest(${ids}::text[]) AS named(id), LATERAL (
      SELECT id, conversation_id, at FROM messages
      WHERE shop_id = current_setting('app.shop_id', true) AND conversation_id = named.id AND direction = 'in' AND NOT automatic
        AND at >= ${since} AND at <= ${now}
      ORDER BY at DESC, id DESC LIMIT ${MESSAGES}::int) AS m
    ORDER BY m.at DESC, m.id DESC`;
}

async function sampleOf(
  tx: Tx,
  keys: ShopKeys,
  matched: { row: ListedRow; at: Date; would: WouldDo[] }[],
): Promise<TriedConversation[]> {
  const summaries = await summarise(
    tx,
    keys,
    matched.map(({ row }) => row),
  );
  return summaries.map(({ id, subject, customer, status }, n) => ({
    ...{ id, subject, status },
    customer: customer.name || customer.email,
    at: (matched[n]?.at ?? new Date(0)).toISOString(),
    would: matched[n]?.would ?? [],
  }));
}
