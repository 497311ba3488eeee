import type { ShopState } from "../state/model.ts";

/** The staff member who opens the app unless another is named: the owner of the shop's account. */
export const STAFF = "91827364501";

/** As Shopify says who an online token belongs to. */
export type Associated = {
  id: number;
  first_name: string;
  last_name: string;
  email: string;
  email_verified: boolean;
  account_owner: boolean;
  locale: string;
  collaborator: boolean;
};

const COLLEAGUES = ["Mia Berg", "Tom Aguilar", "Aiko Mori", "Lucía Prieto", "Jonas Falk", "Nadia Rahman"];

/** Everybody else is one of the shop's people, the same one for the same id. */
export function associatedUser(shop: ShopState, id: string): Associated {
  const isOwner = id === STAFF;
  const colleague = COLLEAGUES[Number(BigInt(id) % BigInt(COLLEAGUES.length))] ?? "";
  const [firstName = "", ...rest] = (isOwner ? shop.owner : colleague).split(" ");
  const own = firstName.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
  return {
    id: Number(id),
    first_name: firstName,
    last_name: rest.join(" "),
    email: isOwner ? shop.email : `${own}@${shop.email.split("@")[1] ?? "example.com"}`,
    email_verified: true,
    account_owner: isOwner,
    locale: "en",
    collaborator: false,
  };
}
