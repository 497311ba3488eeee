import { makeCallWebhook } from "#app/adapters/call-webhook.server.ts";
import { makeLookUpDns } from "#app/adapters/look-up-dns.server.ts";
import { makeParseMail } from "#app/adapters/parse-mail.server.ts";
import { readBulkResult } from "#app/adapters/read-bulk-result.server.ts";
import { makeShopAdmin } from "#app/adapters/shop-admin.server.ts";
import { makeSmtpMail } from "#app/adapters/smtp-mail.server.ts";
import { env } from "#app/env.server.ts";
import { models } from "#app/wiring-models.server.ts";
import type { LookUpDns, Ports } from "#app/ports.ts";
import { sharedNow } from "#app/queue/shared-clock.server.ts";

/** Asked by a screen: no job needs it. */
export const lookUpDns: LookUpDns = makeLookUpDns();

/** The one place where a port meets an adapter. */
export const ports: Ports = {
  now: sharedNow,
  sendMail: makeSmtpMail({ url: env.SMTP_URL }),
  callWebhook: makeCallWebhook(),
  shopAdmin: makeShopAdmin(),
  readBulkResult,
  parseMail: makeParseMail(),
  ...models,
};
