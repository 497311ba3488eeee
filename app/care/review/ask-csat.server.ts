import type { CsatRequest } from "@prisma/client";
import { composedLanguage } from "#app/care/draft/catalogue/catalogue.ts";
import { isBlocked } from "#app/care/draft/guard.ts";
import { composeCsat } from "#app/care/review/compose-csat.ts";
import { composeReply } from "#app/care/review/compose-reply.server.ts";
import { automaticKey, queueAutomatic } from "#app/care/review/queue-automatic.server.ts";
import { whetherCsat, type CsatCircumstances } from "#app/care/triage/whether-csat.ts";
import { standingReadings } from "#app/care/understand/standing-readings.server.ts";
import { csatUrl } from "#app/conversation/csat-link.ts";
import { sqlOf, type Tx } from "#app/db.server.ts";
import { env } from "#app/env.server.ts";
import type { Handler } from "#app/job.ts";
import { days } from "#app/lib/duration.ts";
import { logger } from "#app/lib/logger.server.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";
import { settingsSchema, type Settings } from "#app/shop/settings.ts";

/** Questions in one job; what is left is fired again. */
const MOST = 100;
/** Who writes often is not asked each time. */
const ONCE_IN = days(30);
const MESSAGES = 30;

/** The time has come to ask shoppers how it went. Each of them is a transaction of its own. */
export const askCsat: Handler<"askCsat"> = async (ports, run) => {
  const { shopId } = run;
  const keys = await shopKeys(shopId);
  const now = ports.now();
  const due = await run.inShop((tx) =>
    tx.csatRequest.findMany({
      where: { shopId, lookAt: { lte: now } },
      orderBy: { lookAt: "asc" },
      select: { id: true, conversationId: true },
      take: MOST,
    }),
  );
  let asked = 0;
  for (const one of due) if (await run.inShop((tx) => askOne(tx, keys, { ...one, now }))) asked += 1;
  return `asked ${asked} shoppers of ${due.length}`;
};

type Asking = { id: string; conversationId: string; now: Date };

async function askOne(tx: Tx, keys: ShopKeys, { id, conversationId, now }: Asking): Promise<boolean> {
  const { shopId } = keys;
  await lockAgainstRedaction(sqlOf(tx), shopId);
  await tx.$executeRaw`SELECT 1 FROM conversations WHERE id = ${conversationId} FOR UPDATE`;
  await tx.$executeRaw`SELECT 1 FROM csat_requests WHERE id = ${id} FOR UPDATE`;
  const request = await tx.csatRequest.findUnique({ where: { id } });
  if (request?.state !== "planned" || !request.lookAt || request.lookAt > now) return false;
  const shop = await tx.shop.findUniqueOrThrow({
    where: { id: shopId },
    select: { name: true, settings: true, uninstalledAt: true },
  });
  if (shop.uninstalledAt) return settle(tx, id, { state: "refused", why: "uninstalled", lookAt: null });
  const settings = settingsSchema.parse(shop.settings);
  const decided = whetherCsat(await circumstances(tx, keys, { request, settings, now }));
  switch (decided.decision) {
    case "later":
      // It is planned again when it is closed again.
      return settle(tx, id, { lookAt: null });
    case "refuse":
      return settle(tx, id, { state: "refused", why: decided.why, lookAt: null });
    case "ask":
      return ask(tx, keys, { request, settings, shopName: shop.name, now });
  }
}

async function settle(
  tx: Tx,
  id: string,
  data: { state?: string; why?: string; lookAt: null },
): Promise<false> {
  await tx.csatRequest.update({ where: { id }, data });
  return false;
}

async function circumstances(
  tx: Tx,
  keys: ShopKeys,
  { request, settings, now }: { request: CsatRequest; settings: Settings; now: Date },
): Promise<CsatCircumstances> {
  const { shopId } = keys;
  const { conversationId, contactIndex } = request;
  const { status } = await tx.conversation.findUniqueOrThrow({
    where: { id: conversationId },
    select: { status: true },
  });
  const stopped = contactIndex
    ? await tx.suppression.count({ where: { contactIndex, scope: { in: ["all", "outreach", "csat"] } } })
    : 0;
  const asked = contactIndex
    ? await tx.csatRequest.count({
        where: { shopId, contactIndex, askedAt: { gt: new Date(now.getTime() - ONCE_IN) } },
      })
    : 0;
  return {
    ...{ on: settings.serviceLevels.csat.on, status, hasAddress: contactIndex !== null },
    ...{ suppressed: stopped > 0, askedLately: asked > 0 },
    ...(await readingsOf(tx, keys, { conversationId, now })),
  };
}

async function readingsOf(
  tx: Tx,
  keys: ShopKeys,
  { conversationId, now }: { conversationId: string; now: Date },
): Promise<Pick<CsatCircumstances, "readings" | "spoke">> {
  const messages = await tx.message.findMany({
    where: { shopId: keys.shopId, conversationId, direction: "in", automatic: false },
    orderBy: { at: "desc" },
    select: { id: true },
    take: MESSAGES,
  });
  const standing = await standingReadings(tx, keys, {
    messageIds: messages.map(({ id }) => id),
    now,
    onUnreadable: (err, readingId) => logger.warn({ err, readingId }, "a reading could not be opened"),
  });
  const readings = [...standing.values()].map(({ reading, corrections }) => ({
    emotion: corrections.emotion?.to ?? reading.emotion.label,
    intent: corrections.intent?.to ?? reading.intent,
    riskFlags: reading.riskFlags,
  }));
  return { readings, spoke: messages.length > 0 };
}

type Asked = { request: CsatRequest; settings: Settings; shopName: string; now: Date };

async function ask(tx: Tx, keys: ShopKeys, { request, settings, shopName, now }: Asked): Promise<boolean> {
  const { id, conversationId } = request;
  const { shopId } = keys;
  const { scale } = settings.serviceLevels.csat;
  const conversation = await tx.conversation.findUniqueOrThrow({
    where: { id: conversationId },
    select: { language: true },
  });
  const language = composedLanguage(conversation.language);
  const link = { requestId: id, origin: env.SHOPIFY_APP_URL };
  const stopLink = csatUrl(keys, { ...link, stop: true });
  const made = composeCsat({
    ...{ language, scale, stopLink, now, form: settings.voice.formality },
    shop: { id: shopId, name: shopName },
    linkOf: (answer) => csatUrl(keys, { ...link, answer }),
  });
  if (isBlocked(made.checks)) return settle(tx, id, { state: "refused", why: "guard", lookAt: null });
  const taken = await tx.delivery.count({ where: { shopId, key: automaticKey("csat", conversationId) } });
  const composed =
    taken > 0
      ? null
      : await composeReply(tx, keys, {
          ...{ conversationId, messageId: null, text: made.text },
          ...{ makerLine: made.makerLine, footer: made.footer },
          headers: {
            "Auto-Submitted": "auto-generated",
            "List-Unsubscribe": `<${stopLink}>`,
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
          },
        });
  if (composed?.outcome !== "composed")
    return settle(tx, id, { state: "refused", why: "no_address", lookAt: null });
  const deliveryId = await queueAutomatic(tx, keys, {
    ...{ purpose: "csat", conversationId, at: now, notBefore: now },
    mail: { ...composed.mail, subject: made.subject },
  });
  await tx.csatRequest.update({
    where: { id },
    data: { state: "asked", scale, language, deliveryId, askedAt: now, lookAt: null },
  });
  return true;
}
