import { claimAlert, type AlertClaim } from "#app/care/triage/claim-alert.server.ts";
import { composeAlertCall, composeAlertMail } from "#app/care/triage/compose-alert.ts";
import { confirmAlert } from "#app/care/triage/confirm-alert.server.ts";
import { webhookSecret } from "#app/care/triage/sign-webhook.ts";
import { env } from "#app/env.server.ts";
import { TryAgainAt, type Handler } from "#app/job.ts";
import type { MailOutcome, Ports, WebhookOutcome } from "#app/ports.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";
import { provideCatalogues } from "#app/words/catalogues.server.ts";
import { sayFor } from "#app/words/catalogues.ts";

/**
 * Tells somebody of one alert in one way, once: claim, send outside any transaction, confirm, as a mail to a shopper is sent
 * (care/deliver/deliver-reply.server.ts). Where nobody knows whether it arrived it is not sent again by itself: the next round is.
 */
export const sendAlert: Handler<"sendAlert"> = async (ports, run, { sendId }) => {
  const keys = await shopKeys(run.shopId);
  const claim = await run.inShop((tx) => claimAlert(tx, keys, { sendId, now: ports.now() }));
  switch (claim.outcome) {
    case "wait":
      throw new TryAgainAt(claim.until, claim.reason);
    case "done":
      return claim.reason;
    case "claimed":
  }
  const answer = await tell(ports, keys, claim);
  const { fence, attempts } = claim;
  const confirmed = await run.inShop((tx) =>
    confirmAlert(tx, { sendId, fence, attempts, answer, now: ports.now() }),
  );
  if (confirmed.tryAgainAt) throw new TryAgainAt(confirmed.tryAgainAt, confirmed.summary);
  return confirmed.summary;
};

async function tell(
  ports: Pick<Ports, "now" | "sendMail" | "callWebhook">,
  keys: ShopKeys,
  { way, alert, settings }: Extract<AlertClaim, { outcome: "claimed" }>,
): Promise<MailOutcome | WebhookOutcome> {
  if (way === "webhook") {
    const secret = webhookSecret(keys, settings.serviceLevels.alerts.secretVersion);
    return ports.callWebhook(composeAlertCall(alert, { secret, at: ports.now() }));
  }
  provideCatalogues();
  // The language in which the team reads what it has to understand.
  const say = sayFor(settings.glossLanguage);
  return ports.sendMail(composeAlertMail(alert, { say, from: env.MAIL_FROM, domain: env.INBOUND_DOMAIN }));
}
