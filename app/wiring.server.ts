import { makeParseMail } from "#app/adapters/parse-mail.server.ts";
import { readBulkResult } from "#app/adapters/read-bulk-result.server.ts";
import { makeShopAdmin } from "#app/adapters/shop-admin.server.ts";
import { makeSmtpMail } from "#app/adapters/smtp-mail.server.ts";
import { env } from "#app/env.server.ts";
import type { LanguageModel, Ports } from "#app/ports.ts";
import { sharedNow } from "#app/queue/shared-clock.server.ts";

/** The one place where a port meets an adapter. */
export const ports: Ports = {
  now: sharedNow,
  sendMail: makeSmtpMail({ url: env.SMTP_URL }),
  shopAdmin: makeShopAdmin(),
  readBulkResult,
  parseMail: makeParseMail(),
  readingModel: env.ANTHROPIC_API_KEY ? await claude(env.ANTHROPIC_API_KEY) : null,
};

/** Loaded when there is a key, since the library takes some 30 MB: a process without one pays nothing. */
async function claude(apiKey: string): Promise<LanguageModel> {
  const { makeClaude } = await import("#app/adapters/anthropic.server.ts");
  return makeClaude({ apiKey, baseUrl: env.ANTHROPIC_BASE_URL, model: env.ANTHROPIC_READING_MODEL });
}
