import type { Tx } from "#app/db.server.ts";
import { env } from "#app/env.server.ts";
import type { Handler } from "#app/job.ts";
import type { OutgoingMail } from "#app/ports.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import { checkMailId, checkToken } from "#app/shop/mail-check/mail-check.ts";
import type { ShopKeys } from "#app/shop/seal.ts";
import { settingsSchema } from "#app/shop/settings.ts";
import { provideCatalogues } from "#app/words/catalogues.server.ts";
import { sayFor } from "#app/words/catalogues.ts";
import { sayMailCheck } from "#app/words/check-mail.ts";

/**
 * Sends the mail of a check. That it is sent twice where a worker ends between sending and noting it harms nobody: both carry one
 * Message-ID and one link, which count once.
 */
export const sendMailCheck: Handler<"sendMailCheck"> = async (ports, run, { checkId }) => {
  const keys = await shopKeys(run.shopId);
  const mail = await run.inShop((tx) => mailOf(tx, keys, checkId));
  if (!mail) return "it was sent before, or another one took its place";
  const answer = await ports.sendMail(mail);
  const response = "response" in answer ? answer.response : answer.reason;
  const note = (data: object) =>
    run.inShop((tx) => tx.mailCheck.updateMany({ where: { id: checkId, state: "queued" }, data }));
  switch (answer.outcome) {
    case "accepted":
    case "unknown": // It may have left: whether it did is what the check is about.
      await note({ state: "sent", sentAt: ports.now(), response: null });
      return "sent";
    case "rejected":
      await note({ state: "failed", response });
      return `refused with ${answer.code}`;
    case "deferred":
    case "unreachable":
      await note({ response });
      throw new Error("the mail server did not take the mail");
  }
};

async function mailOf(tx: Tx, keys: ShopKeys, id: string): Promise<OutgoingMail | null> {
  const { shopId } = keys;
  const check = await tx.mailCheck.findFirst({ where: { id, shopId, state: "queued" } });
  if (!check) return null;
  const shop = await tx.shop.findUniqueOrThrow({
    where: { id: shopId },
    select: { name: true, inboundKey: true, settings: true },
  });
  const address = check.addressId
    ? await tx.sendingAddress.findFirst({ where: { shopId, id: check.addressId } })
    : null;
  if (check.kind === "address" && !address) return null;
  provideCatalogues();
  // The language in which the team reads what it has to understand.
  const say = sayFor(settingsSchema.parse(shop.settings).glossLanguage);
  const link = new URL(`/verify-address/${checkToken(keys, id)}`, env.SHOPIFY_APP_URL).href;
  // A plus-address, as the addresses are that shoppers answer to.
  const to = address?.address ?? `${shop.inboundKey}+check@${env.INBOUND_DOMAIN}`;
  const from = { name: "Attune", address: env.MAIL_FROM };
  return {
    messageId: checkMailId(keys, id, env.INBOUND_DOMAIN),
    ...{ from, replyTo: from, to: { name: "", address: to }, references: [] },
    ...sayMailCheck(say, { shopName: shop.name, address: address?.address ?? null, link }),
    // RFC 3834: no program answers it.
    headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
  };
}
