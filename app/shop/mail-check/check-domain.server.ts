import { getDomain } from "tldts";
import type { InShop } from "#app/db.server.ts";
import { env } from "#app/env.server.ts";
import type { LookUpDns } from "#app/ports.ts";
import { checkMailRecords, isHostName, type MailRecord } from "#app/shop/mail-check/mail-records.ts";

/**
 * What the domain of one of the shop's sending addresses says of mail from it. Null: no address of the shop is there, so it is not for
 * this shop to look up.
 */
export async function checkDomain(
  { lookUpDns, inShop }: { lookUpDns: LookUpDns; inShop: InShop },
  domain: string,
): Promise<MailRecord[] | null> {
  if (!isHostName(domain)) return null;
  const addresses = await inShop((tx) => tx.sendingAddress.findMany({ select: { address: true } }));
  if (!addresses.some(({ address }) => address.endsWith(`@${domain}`))) return null;
  return checkMailRecords(lookUpDns, {
    domain,
    registrable: getDomain(domain),
    service: { spfInclude: env.MAIL_SPF_INCLUDE ?? null, dkim: env.MAIL_DKIM },
  });
}
