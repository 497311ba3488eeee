import type { Tx } from "#app/db.server.ts";
import { sendingAddressSchema, type SendingAddressInput } from "#app/shop/sending-address.ts";

/** Adds a From address or changes the one with the same address. The first one is the default; a shop has one default. */
export async function saveSendingAddress(
  tx: Tx,
  shopId: string,
  input: SendingAddressInput,
): Promise<{ id: string }> {
  const given = sendingAddressSchema.parse(input);
  const address = given.address.toLowerCase();
  const others = await tx.sendingAddress.count({ where: { shopId, address: { not: address } } });
  const isDefault = given.isDefault || others === 0;
  if (isDefault) await tx.sendingAddress.updateMany({ where: { shopId }, data: { isDefault: false } });
  const values = { name: given.name, signature: given.signature, isDefault };
  return tx.sendingAddress.upsert({
    where: { shopId_address: { shopId, address } },
    create: { shopId, address, ...values },
    update: values,
    select: { id: true },
  });
}
