import { getDomain } from "tldts";
import type { InShop } from "#app/db.server.ts";
import { env } from "#app/env.server.ts";
import type { LookUpDns, Now } from "#app/ports.ts";
import { checkMailRecords, isHostName, type MailRecord } from "#app/shop/mail-check/mail-records.ts";
import { tokenBuckets } from "#app/shop/token-bucket.ts";

/** A look asks a dozen questions of others' servers; a page shows a few domains. For each shop, and one process's own count. */
const perShop = tokenBuckets({ burst: 20, perSecond: 0.2 });

export type DomainChecked =
  { outcome: "checked"; records: MailRecord[] } | { outcome: "too_many" } | { outcome: "not_found" };

/**
 * What the domain of one of the shop's sending addresses says of mail from it. `not_found`: no address of the shop is there, so it is not
 * for this shop to look up.
 */
export async function checkDomain(
  { lookUpDns, inShop, now }: { lookUpDns: LookUpDns; inShop: InShop; now: Now },
  { shopId, domain }: { shopId: string; domain: string },
): Promise<DomainChecked> {
  if (!isHostName(domain)) return { outcome: "not_found" };
  const addresses = await inShop((tx) => tx.sendingAddress.findMany({ select: { address: true } }));
  if (!addresses.some(({ address }) => address.endsWith(`@${domain}`))) return { outcome: "not_found" };
  if (perShop(shopId, now()).outcome === "limited") return { outcome: "too_many" };
  const records = await checkMailRecords(lookUpDns, {
    domain,
    registrable: getDomain(domain),
    service: { spfInclude: env.MAIL_SPF_INCLUDE ?? null, dkim: env.MAIL_DKIM },
  });
  return { outcome: "checked", records };
}
