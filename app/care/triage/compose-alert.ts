import type { AlertReason, AlertTarget } from "#app/care/triage/alert.ts";
import { signature } from "#app/care/triage/sign-webhook.ts";
import type { OutgoingMail, WebhookCall } from "#app/ports.ts";
import { sayAlert } from "#app/words/alert-mail.ts";
import type { Say } from "#app/words/say.ts";

export type AlertToTell = {
  sendId: string;
  reason: AlertReason;
  round: number;
  most: number;
  shop: { name: string; domain: string };
  conversationId: string | null;
  messageId: string | null;
  /** Where it is opened. */
  link: string;
  target: AlertTarget;
};

/** An alert as a mail: why, and where to look. Nothing of the conversation stands in it: mail boxes are no place for it. */
export function composeAlertMail(
  alert: AlertToTell,
  { say, from, domain }: { say: Say; from: string; domain: string },
): OutgoingMail {
  const { target, sendId } = alert;
  const sender = { name: "Attune", address: from };
  return {
    messageId: `<alert-${sendId}@${domain}>`,
    from: sender,
    to: { name: oneLine(target.name), address: target.to },
    replyTo: sender,
    ...sayAlert(say, { ...alert, shopName: oneLine(alert.shop.name) }),
    references: [],
    headers: { "Auto-Submitted": "auto-generated" },
  };
}

/**
 * An alert as a call: ids and a link, no personal data. `text` is for chat tools that show one line and ignore the rest. The id is the
 * same at every attempt, so that whoever is called twice can tell.
 */
export function composeAlertCall(
  alert: AlertToTell,
  { secret, at }: { secret: string; at: Date },
): WebhookCall {
  const { sendId, reason, round, shop, conversationId, messageId, link, target } = alert;
  const body = JSON.stringify({
    id: sendId,
    event: "alert",
    ...{ reason, round, shop: shop.domain, conversationId, messageId, link },
    at: at.toISOString(),
    text: `${LINES[reason]} ${link}`,
  });
  return {
    url: target.to,
    body,
    headers: { "Attune-Delivery": sendId, "Attune-Signature": signature(secret, body, at) },
  };
}

const LINES: Record<AlertReason, string> = {
  urgent: "Attune: a message cannot wait.",
  escalated: "Attune: a conversation was escalated.",
  low_rating: "Attune: a shopper was not happy with how it went.",
  test: "Attune: this is a test. Alerts reach this place.",
};

const oneLine = (text: string) => text.replaceAll(/[\p{C}\s]+/gu, " ").trim();
