import { calendarOf, type Calendar } from "#app/care/triage/business-time.ts";
import {
  levelOf,
  targetsFor,
  toTell,
  type ClockState,
  type Level,
  type Moment,
} from "#app/care/triage/level-of.ts";
import { planCsat } from "#app/care/triage/plan-csat.server.ts";
import { readMoments } from "#app/care/triage/read-moments.server.ts";
import { logEvents, type ConversationEvent } from "#app/conversation/log-event.server.ts";
import { sqlOf, type Sql, type Tx } from "#app/db.server.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import type { ServiceLevelSettings, Targets } from "#app/shop/service-level-settings.ts";
import { settingsSchema } from "#app/shop/settings.ts";

/** `due`: those there were, up to the most that were asked for; `looked`: without those that somebody else holds. */
export type LevelsKept = { due: number; looked: number; warned: number; missed: number };

export type HeldConversation = {
  id: string;
  status: string;
  priority: string;
  channel: string;
  tags: string[];
  unsent: boolean;
  parentId: string | null;
  contactIndex: string | null;
  updatedAt: Date;
  warned: string[];
  missed: string[];
};

type Looked = {
  conversation: HeldConversation;
  moments: Moment[];
  level: Level;
  told: ReturnType<typeof toTell>;
};

/** Looks at the clocks of conversations that are due to be looked at, writes down what they show, and tells what is to be told of them. */
export async function keepLevels(
  tx: Tx,
  { shopId, now, most }: { shopId: string; now: Date; most: number },
): Promise<LevelsKept> {
  const sql = sqlOf(tx);
  await lockAgainstRedaction(sql, shopId);
  const due = await sql<{ id: string }>(
    `SELECT conversation_id AS id FROM service_levels WHERE shop_id = $1 AND look_at <= $2 ORDER BY look_at LIMIT $3`,
    [shopId, now, most],
  );
  const held = await hold(
    sql,
    due.map(({ id }) => id),
  );
  if (held.length === 0) return { due: due.length, looked: 0, warned: 0, missed: 0 };
  const { settings, calendar } = await readSettings(tx, shopId);
  const moments = await readMoments(
    sql,
    shopId,
    held.map(({ id }) => id),
  );
  const looked = held.map((conversation) =>
    look({ conversation, moments: moments.get(conversation.id) ?? [], settings, calendar, now }),
  );
  await write(sql, looked, now);
  await logEvents(
    tx,
    looked.flatMap((one) => eventsOf(one, { shopId, now })),
  );
  if (settings.csat.on) await planCsat(sql, { shopId, looked, afterHours: settings.csat.afterHours });
  const count = (of: "warn" | "miss") => looked.reduce((sum, { told }) => sum + told[of].length, 0);
  return { due: due.length, looked: held.length, warned: count("warn"), missed: count("miss") };
}

/** The conversation first, then its level, as the triggers that ask for a look do. Nobody is waited for, and nobody waits in turn. */
async function hold(sql: Sql, ids: string[]): Promise<HeldConversation[]> {
  if (ids.length === 0) return [];
  const free = await sql<{ id: string }>(
    `SELECT id FROM conversations WHERE id = ANY($1::text[]) ORDER BY id FOR NO KEY UPDATE SKIP LOCKED`,
    [ids],
  );
  await sql(
    `SELECT 1 AS held FROM service_levels WHERE conversation_id = ANY($1::text[]) ORDER BY conversation_id FOR UPDATE`,
    [free.map(({ id }) => id)],
  );
  // Read once both are held: what was written before by somebody else is seen.
  return sql<HeldConversation>(
    `SELECT c.id, c.status, c.priority, c.channel, c.tags, c.unsent, c.parent_id AS "parentId",
       c.contact_index AS "contactIndex", c.updated_at AS "updatedAt", l.warned, l.missed
     FROM conversations c JOIN service_levels l ON l.conversation_id = c.id WHERE c.id = ANY($1::text[])`,
    [free.map(({ id }) => id)],
  );
}

async function readSettings(
  tx: Tx,
  shopId: string,
): Promise<{ settings: ServiceLevelSettings; calendar: Calendar }> {
  const shop = await tx.shop.findUniqueOrThrow({
    where: { id: shopId },
    select: { timezone: true, settings: true },
  });
  const settings = settingsSchema.parse(shop.settings).serviceLevels;
  return { settings, calendar: calendarOf(settings, shop.timezone ?? "UTC") };
}

type ToLook = {
  conversation: HeldConversation;
  moments: Moment[];
  settings: ServiceLevelSettings;
  calendar: Calendar;
  now: Date;
};

const NO_TARGETS: Targets = { first: null, next: null, resolve: null };

function look({ conversation, moments, settings, calendar, now }: ToLook): Looked {
  const { status, updatedAt: changedAt, warned, missed } = conversation;
  // With a warehouse or a carrier nothing was promised, and nobody waits for what we did not send.
  const hasLevel = settings.on && !conversation.unsent && conversation.parentId === null;
  const targets = hasLevel ? targetsFor(settings, conversation) : NO_TARGETS;
  const level = levelOf({ moments, status, changedAt, targets, warn: settings.warn, calendar, now });
  return { conversation, moments, level, told: toTell(level, { warned, missed, now }) };
}

async function write(sql: Sql, looked: readonly Looked[], now: Date): Promise<void> {
  const rows = JSON.stringify(looked.map((one) => rowOf(one, now)));
  await sql(
    `WITH given AS (
       SELECT * FROM jsonb_to_recordset($1::jsonb) AS row(
         id text, due_at timestamptz, at_risk_at timestamptz, first_due_at timestamptz, first_met_at timestamptz,
         first_missed_at timestamptz, next_due_at timestamptz, resolve_due_at timestamptz, resolve_missed_at timestamptz,
         met_at timestamptz, warned_at timestamptz, missed_at timestamptz, warned text[], missed text[], look_at timestamptz)
     ), told AS (
       UPDATE conversations c SET due_at = given.due_at, at_risk_at = given.at_risk_at FROM given
       WHERE c.id = given.id AND (c.due_at, c.at_risk_at) IS DISTINCT FROM (given.due_at, given.at_risk_at)
     )
     UPDATE service_levels l SET first_due_at = given.first_due_at, first_met_at = given.first_met_at,
       first_missed_at = given.first_missed_at, next_due_at = given.next_due_at, resolve_due_at = given.resolve_due_at,
       resolve_missed_at = given.resolve_missed_at, met_at = given.met_at,
       warned_at = coalesce(given.warned_at, l.warned_at), missed_at = coalesce(given.missed_at, l.missed_at),
       warned = given.warned, missed = given.missed, look_at = given.look_at
     FROM given WHERE l.conversation_id = given.id`,
    [rows],
  );
}

function rowOf({ conversation, level, told }: Looked, now: Date) {
  const of = (clock: ClockState["clock"]) => level.clocks.find((one) => one.clock === clock);
  const [first, next, resolve] = [of("first"), of("next"), of("resolve")];
  // Who is told once is not told again because a switch or a target went and came back.
  const keys = (before: string[], added: ClockState[]) => [
    ...before.filter((key) => level.keys.includes(key)),
    ...added.map(({ key }) => key),
  ];
  const met = level.clocks.flatMap(({ metAt }) => metAt?.getTime() ?? []);
  return {
    id: conversation.id,
    due_at: level.dueAt,
    at_risk_at: level.atRiskAt,
    first_due_at: first?.dueAt ?? null,
    first_met_at: first?.metAt ?? null,
    first_missed_at: first?.missedAt ?? null,
    next_due_at: next?.running ? next.dueAt : null,
    resolve_due_at: resolve?.dueAt ?? null,
    resolve_missed_at: resolve?.missedAt ?? null,
    met_at: met.length > 0 ? new Date(Math.max(...met)) : null,
    warned_at: told.warn.length > 0 ? now : null,
    missed_at: told.miss.length > 0 ? now : null,
    warned: keys(conversation.warned, told.warn),
    missed: keys(conversation.missed, told.miss),
    look_at: told.lookAt,
  };
}

function eventsOf(
  { conversation, told }: Looked,
  { shopId, now }: { shopId: string; now: Date },
): ConversationEvent[] {
  const event = (kind: "sla_warned" | "sla_missed", { clock, dueAt }: ClockState): ConversationEvent => ({
    ...{ shopId, conversationId: conversation.id, kind, by: "attune", at: now },
    data: { clock, dueAt: dueAt?.toISOString() ?? null },
  });
  return [
    ...told.warn.map((clock) => event("sla_warned", clock)),
    ...told.miss.map((clock) => event("sla_missed", clock)),
  ];
}
