import type { Alert, AlertSend } from "@prisma/client";
import { alertReasonOf, alertTargetSchema } from "#app/care/triage/alert.ts";
import type { AlertToTell } from "#app/care/triage/compose-alert.ts";
import { mayStillAlert } from "#app/care/triage/may-still-alert.ts";
import type { Tx } from "#app/db.server.ts";
import { env } from "#app/env.server.ts";
import { seconds } from "#app/lib/duration.ts";
import { adminLink } from "#app/shop/admin-link.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";
import { settingsSchema, type Settings } from "#app/shop/settings.ts";

/** Longer than the ports' own deadlines: a lease that ran out means that the run died, not that it is slow. */
const LEASE = seconds(75);

export type AlertClaim =
  | {
      outcome: "claimed";
      fence: number;
      attempts: number;
      way: string;
      alert: AlertToTell;
      settings: Settings;
    }
  | { outcome: "wait"; until: Date; reason: string }
  | { outcome: "done"; reason: string };

/** Takes one send of an alert for this run, or says why not. */
export async function claimAlert(
  tx: Tx,
  keys: ShopKeys,
  { sendId, now }: { sendId: string; now: Date },
): Promise<AlertClaim> {
  const send = await lockSend(tx, sendId);
  if (!send) return { outcome: "done", reason: "the alert is gone" };
  const alert = await tx.alert.findUnique({ where: { id: send.alertId } });
  const shop = await tx.shop.findUniqueOrThrow({
    where: { id: keys.shopId },
    select: { uninstalledAt: true, name: true, domain: true, settings: true },
  });
  const alertState = alert?.state ?? null;
  const decided = mayStillAlert({ send, now, installed: shop.uninstalledAt === null, alertState });
  switch (decided.decision) {
    case "nothing":
      return { outcome: "done", reason: decided.reason };
    case "wait":
      return { outcome: "wait", until: decided.until, reason: decided.reason };
    case "uncertain":
      await setAside(tx, sendId, { status: "uncertain", response: "ended_before_answer", now });
      return { outcome: "done", reason: "uncertain: an earlier run ended while sending" };
    case "cancel":
      await setAside(tx, sendId, { status: "cancelled", response: decided.reason, now });
      return { outcome: "done", reason: `cancelled: ${decided.reason}` };
    case "send":
  }
  if (!alert) throw new Error("An alert that stands is gone");
  const { fence, attempts } = await tx.alertSend.update({
    where: { id: sendId },
    data: {
      ...{ status: "sending", at: now, leaseUntil: new Date(now.getTime() + LEASE) },
      ...{ fence: { increment: 1 }, attempts: { increment: 1 } },
    },
    select: { fence: true, attempts: true },
  });
  const settings = settingsSchema.parse(shop.settings);
  return {
    ...{ outcome: "claimed", fence, attempts, way: send.way, settings },
    alert: toTell(keys, { send, alert, shop, most: settings.serviceLevels.alerts.most }),
  };
}

/** With itself locked until the transaction ends; null when it is gone. */
export async function lockSend(tx: Tx, sendId: string): Promise<AlertSend | null> {
  await tx.$executeRaw`SELECT 1 FROM alert_sends WHERE id = ${sendId} FOR UPDATE`;
  return tx.alertSend.findUnique({ where: { id: sendId } });
}

type Given = { send: AlertSend; alert: Alert; shop: { name: string; domain: string }; most: number };

function toTell(keys: ShopKeys, { send, alert, shop, most }: Given): AlertToTell {
  const { conversationId, messageId } = alert;
  const context = `alert_sends.sealed:${send.id}` as const;
  const at = { domain: shop.domain, apiKey: env.SHOPIFY_API_KEY, origin: env.DEVSTORE_ORIGIN };
  return {
    ...{ sendId: send.id, round: send.round, most, conversationId, messageId },
    reason: alertReasonOf(alert.reason),
    shop: { name: shop.name, domain: shop.domain },
    link: adminLink(at, conversationId ? `/inbox/${conversationId}` : "/settings/service-levels"),
    target: openJson(keys, { context, bytes: send.sealed }, alertTargetSchema),
  };
}

async function setAside(
  tx: Tx,
  id: string,
  { status, response, now }: { status: "uncertain" | "cancelled"; response: string; now: Date },
): Promise<void> {
  await tx.alertSend.update({
    where: { id },
    data: { status, response, at: now, leaseUntil: null, fence: { increment: 1 } },
  });
}
