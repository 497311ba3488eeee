import { claimDelivery } from "#app/care/deliver/claim-delivery.server.ts";
import { confirmDelivery } from "#app/care/deliver/confirm-delivery.server.ts";
import { readFiles } from "#app/care/review/files/read-files.server.ts";
import { TryAgainAt, type Handler } from "#app/job.ts";
import { shopKeys } from "#app/shop/keys.server.ts";

/**
 * Sends one approved reply, once: claim and last look in one transaction, the mail outside any transaction, what came of it
 * under the claim's fence in another (DESIGN, invariant 5).
 */
export const deliverReply: Handler<"deliverReply"> = async (ports, run, { deliveryId }) => {
  const keys = await shopKeys(run.shopId);
  const claim = await run.inShop((tx) => claimDelivery(tx, keys, { deliveryId, now: ports.now() }));
  switch (claim.outcome) {
    case "wait":
      throw new TryAgainAt(claim.until, claim.reason);
    case "done":
      return claim.reason;
    case "claimed":
  }
  const attachments = await run.inShop((tx) => readFiles(tx, keys, deliveryId));
  const answer = await ports.sendMail(attachments.length > 0 ? { ...claim.mail, attachments } : claim.mail);
  const confirmed = await run.inShop((tx) =>
    confirmDelivery(tx, keys, {
      deliveryId,
      fence: claim.fence,
      attempts: claim.attempts,
      answer,
      now: ports.now(),
    }),
  );
  if (confirmed.tryAgainAt) throw new TryAgainAt(confirmed.tryAgainAt, confirmed.summary);
  return confirmed.summary;
};
