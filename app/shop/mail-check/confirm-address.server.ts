import { forShop } from "#app/db.server.ts";
import type { Now } from "#app/ports.ts";
import { findShopById } from "#app/shop/find-shop.server.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import { checkLinkOf, isCheckProven } from "#app/shop/mail-check/mail-check.ts";
import { readSettings } from "#app/shop/read-settings.server.ts";

export type AddressConfirmed =
  | { outcome: "not_found" }
  | {
      outcome: "known";
      /** `asked`: it waits for a person's word. */
      state: "asked" | "confirmed" | "expired";
      shopName: string;
      address: string;
      /** In which the shop's team reads (BCP 47). */
      language: string;
    };

/**
 * What the link in a mail to a sending address leads to. To look changes nothing, since programs open links before people do; the first
 * confirmation proves the address, and the link is used up by it. A link that another one replaced is not found.
 */
export async function confirmAddress(
  { now }: { now: Now },
  token: string,
  act: "show" | "confirm",
): Promise<AddressConfirmed> {
  const link = checkLinkOf(token);
  const shop = link ? await findShopById(link.shopId) : null;
  if (!link || !shop || shop.uninstalledAt) return { outcome: "not_found" };
  const keys = await shopKeys(shop.id);
  if (!isCheckProven(keys, token)) return { outcome: "not_found" };
  return forShop(shop.id)(async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM mail_checks WHERE id = ${link.id} FOR UPDATE`;
    const check = await tx.mailCheck.findFirst({ where: { id: link.id, shopId: shop.id, kind: "address" } });
    const address = check?.addressId
      ? await tx.sendingAddress.findFirst({ where: { id: check.addressId, shopId: shop.id } })
      : null;
    if (!check || !address) return { outcome: "not_found" };
    const { glossLanguage } = await readSettings(tx, shop.id);
    const about = {
      outcome: "known" as const,
      shopName: shop.name,
      address: address.address,
      language: glossLanguage,
    };
    if (check.state === "done") return { ...about, state: "confirmed" };
    const at = now();
    if (check.expiresAt <= at) return { ...about, state: "expired" };
    if (act === "show") return { ...about, state: "asked" };
    await tx.mailCheck.update({ where: { id: check.id }, data: { state: "done", doneAt: at } });
    await tx.sendingAddress.update({ where: { id: address.id }, data: { verifiedAt: at } });
    return { ...about, state: "confirmed" };
  });
}
