import type { Tx } from "#app/db.server.ts";
import { shownCheck, type ShownCheck } from "#app/shop/mail-check/mail-check.ts";

export type SendingAddress = {
  id: string;
  address: string;
  name: string;
  signature: string;
  isDefault: boolean;
  verifiedAt: Date | null;
};

/** The shop's own From addresses, the default one first. Empty: MAIL_FROM is used, and the screens say so. */
export async function listSendingAddresses(tx: Tx): Promise<SendingAddress[]> {
  return tx.sendingAddress.findMany({
    select: { id: true, address: true, name: true, signature: true, isDefault: true, verifiedAt: true },
    orderBy: [{ isDefault: "desc" }, { createdAt: "asc" }],
    take: 50,
  });
}

/** An address as its settings show it: proven since when, or how its proof stands. */
export type ShownAddress = Omit<SendingAddress, "verifiedAt"> & {
  provenAt: string | null;
  check: ShownCheck | null;
};

export async function showSendingAddresses(tx: Tx, now: Date): Promise<ShownAddress[]> {
  const addresses = await listSendingAddresses(tx);
  const checks = await tx.mailCheck.findMany({
    where: { addressId: { in: addresses.map(({ id }) => id) } },
    orderBy: { askedAt: "desc" },
    take: 200,
  });
  return addresses.map(({ verifiedAt, ...address }) => {
    const check = checks.find(({ addressId }) => addressId === address.id);
    return {
      ...address,
      provenAt: verifiedAt?.toISOString() ?? null,
      check: check ? shownCheck("address", check, now) : null,
    };
  });
}
