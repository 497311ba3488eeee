import { previewOf, type Preview } from "#app/conversation/preview.ts";
import { sealJson, type ShopKeys } from "#app/shop/seal.ts";

/** What conversations.sealed_preview says from now on: how the newest message of that conversation begins. */
export const sealPreview = (
  keys: ShopKeys,
  conversationId: string,
  { text, by }: Preview,
): Uint8Array<ArrayBuffer> =>
  sealJson(keys, `conversations.sealed_preview:${conversationId}`, previewOf(text, by));
