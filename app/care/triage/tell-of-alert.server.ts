import type { Alert } from "@prisma/client";
import { alertWays, type AlertTarget, type AlertWay } from "#app/care/triage/alert.ts";
import { nextRound } from "#app/care/triage/next-round.ts";
import { logEvent } from "#app/conversation/log-event.server.ts";
import { sqlOf, type Tx } from "#app/db.server.ts";
import { emit } from "#app/emit.server.ts";
import { timedId } from "#app/lib/timed-id.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import { readSettings } from "#app/shop/read-settings.server.ts";
import { sealJson, type ShopKeys } from "#app/shop/seal.ts";
import type { ServiceLevelSettings } from "#app/shop/service-level-settings.ts";

/** One round of one alert: a mail and a call, each a row that makes it once. Answers whether anybody is told. */
export async function tellOfAlert(
  tx: Tx,
  keys: ShopKeys,
  { id, now }: { id: string; now: Date },
): Promise<boolean> {
  const { shopId } = keys;
  await lockAgainstRedaction(sqlOf(tx), shopId);
  const alert = await hold(tx, id);
  if (!alert?.lookAt || alert.lookAt > now) return false;
  const { alerts } = (await readSettings(tx, shopId)).serviceLevels;
  const decided = nextRound({ ...alert, seen: await wasSeen(tx, alert) }, alerts, now);
  switch (decided.next) {
    case "nothing":
      await tx.alert.update({ where: { id }, data: { lookAt: null } });
      return false;
    case "end":
      await tx.alert.update({ where: { id }, data: { state: decided.as, lookAt: null } });
      return false;
    case "tell":
  }
  const { round, lookAt } = decided;
  await tx.alert.update({ where: { id }, data: { rounds: round, lookAt } });
  const ways = alertWays.flatMap((way) => targetOf(way, alerts) ?? []);
  for (const { way, target } of ways) {
    const sendId = timedId(now.getTime());
    await tx.alertSend.create({
      data: {
        ...{ id: sendId, shopId, alertId: id, conversationId: alert.conversationId, round, way },
        ...{ nextAttemptAt: now, createdAt: now, at: now },
        sealed: sealJson(keys, `alert_sends.sealed:${sendId}`, target),
      },
    });
    await emit(tx, "alert-due", { data: { shopId, sendId } });
  }
  if (alert.conversationId !== null)
    await logEvent(tx, {
      ...{ shopId, conversationId: alert.conversationId, kind: "alerted", by: "attune", at: now },
      data: { alertId: id, reason: alert.reason, round, ways: ways.map(({ way }) => way) },
    });
  return ways.length > 0;
}

/** Its conversation first, as everywhere; null when it is gone, or another job is at it. */
async function hold(tx: Tx, id: string): Promise<Alert | null> {
  const found = await tx.alert.findUnique({ where: { id }, select: { conversationId: true } });
  if (!found) return null;
  if (found.conversationId !== null)
    await tx.$executeRaw`SELECT 1 FROM conversations WHERE id = ${found.conversationId} FOR UPDATE`;
  const held = await tx.$queryRaw<unknown[]>`SELECT 1 FROM alerts WHERE id = ${id} FOR UPDATE SKIP LOCKED`;
  return held.length > 0 ? tx.alert.findUnique({ where: { id } }) : null;
}

/** Whether somebody of the team opened it, did anything there, or answered, since it was told of first. */
async function wasSeen(tx: Tx, alert: Alert): Promise<boolean> {
  const { shopId, conversationId, openedAt, acknowledgedAt } = alert;
  if (acknowledgedAt) return true;
  if (conversationId === null) return false;
  const acted = await tx.conversationEvent.count({
    where: {
      ...{ shopId, conversationId, at: { gt: openedAt } },
      NOT: [{ by: { in: ["attune", "shopper"] } }, { by: { startsWith: "rule:" } }],
    },
  });
  if (acted > 0) return true;
  const sent = await tx.message.count({
    where: { shopId, conversationId, direction: "out", automatic: false, at: { gt: openedAt } },
  });
  const settled = await tx.conversation.count({
    where: { id: conversationId, status: { in: ["closed", "spam"] } },
  });
  return sent + settled > 0;
}

function targetOf(
  way: AlertWay,
  { name, address, webhookUrl }: ServiceLevelSettings["alerts"],
): { way: AlertWay; target: AlertTarget } | null {
  const to = way === "mail" ? address : webhookUrl;
  return to === "" ? null : { way, target: { name, to } };
}
