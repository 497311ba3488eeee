import type { Tx } from "#app/db.server.ts";

/** Removes a From address; the oldest of the others becomes the default when it was the default. */
export async function removeSendingAddress(
  tx: Tx,
  shopId: string,
  id: string,
): Promise<"removed" | "not_found"> {
  const { count } = await tx.sendingAddress.deleteMany({ where: { shopId, id } });
  if (count === 0) return "not_found";
  await tx.mailCheck.deleteMany({ where: { shopId, addressId: id } });
  const rest = await tx.sendingAddress.findMany({ where: { shopId }, orderBy: { createdAt: "asc" } });
  const [oldest] = rest;
  if (oldest && !rest.some((one) => one.isDefault)) {
    await tx.sendingAddress.update({ where: { id: oldest.id }, data: { isDefault: true } });
  }
  return "removed";
}
