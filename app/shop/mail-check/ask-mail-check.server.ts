import { randomUUID } from "node:crypto";
import type { Tx } from "#app/db.server.ts";
import { emit } from "#app/emit.server.ts";
import { AGAIN_AFTER, LIVES, type MailCheckKind } from "#app/shop/mail-check/mail-check.ts";
import { tokenBuckets } from "#app/shop/token-bucket.ts";

export type AskedCheck =
  { outcome: "asked"; id: string } | { outcome: "too_soon" | "too_many" } | { outcome: "not_found" };

type Asked = { kind: MailCheckKind; addressId?: string; by: string; at: Date };

/** A shop that adds address after address sends no more mails than this to people who may not want them. One process's own count. */
const perShop = tokenBuckets({ burst: 10, perSecond: 1 / 60 });

/**
 * Has the mail of a check sent, unless one was a moment ago, or many to other addresses of the shop (`too_many`). An earlier one of an address is void from now on: only the newest link
 * counts.
 */
export async function askMailCheck(tx: Tx, shopId: string, asked: Asked): Promise<AskedCheck> {
  const { kind, addressId = null, by, at } = asked;
  // Two clicks at once are one.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`mail-check|${shopId}|${kind}|${addressId ?? ""}`}, 0))`;
  const about = { shopId, kind, addressId };
  if (addressId !== null) {
    const address = await tx.sendingAddress.findFirst({ where: { shopId, id: addressId } });
    if (!address || address.verifiedAt) return { outcome: "not_found" };
  }
  const last = await tx.mailCheck.findFirst({ where: about, orderBy: { askedAt: "desc" } });
  if (last && last.state !== "failed" && last.askedAt.getTime() > at.getTime() - AGAIN_AFTER)
    return { outcome: "too_soon" };
  if (addressId !== null && perShop(shopId, at).outcome === "limited") return { outcome: "too_many" };
  const id = randomUUID();
  await tx.mailCheck.deleteMany({ where: { ...about, state: { not: "done" } } });
  await tx.mailCheck.create({
    data: { id, ...about, askedBy: by, askedAt: at, expiresAt: new Date(at.getTime() + LIVES[kind]) },
  });
  await emit(tx, "mail-check-asked", { data: { shopId, checkId: id } });
  return { outcome: "asked", id };
}
