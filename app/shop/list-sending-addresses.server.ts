import type { Tx } from "#app/db.server.ts";

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
