import { blindIndex, type ShopKeys } from "#app/shop/seal.ts";

/** A Message-ID without the angle brackets it is written in, as it is compared and stored everywhere. */
export function bareMailId(id: string): string {
  return id.trim().replace(/^<|>$/g, "");
}

/** How `messages.mail_id_index` is made, for mail in and mail out alike. */
export function mailIdIndex(keys: ShopKeys, id: string): string {
  return blindIndex(keys, "mail-id", bareMailId(id));
}
