import { z } from "zod";
import { openBytes, sealBytes, type ShopKeys } from "#app/shop/seal.ts";

const emailSchema = z.object({
  channel: z.literal("email"),
  envelope: z.object({
    to: z.string(),
    /** The envelope's sender: null for the null sender of bounces, undefined when the door was not told. */
    from: z.string().nullish(),
    /** Which door took it: the HTTP door, behind the mail provider, or our own SMTP listener, open to anyone. */
    door: z.enum(["provider", "listener"]).optional(),
  }),
});

/** A storefront contact form, as it was posted. */
export const contactPostSchema = z.object({
  channel: z.literal("storefront"),
  name: z.string(),
  email: z.string(),
  orderName: z.string().nullable(),
  message: z.string(),
  /** Shopify's numeric id of the customer who was signed in, by Shopify's own signature. */
  customerId: z.string().nullable(),
});
export type ContactPost = z.infer<typeof contactPostSchema>;

export type InboundContent = (z.infer<typeof emailSchema> & { raw: Uint8Array }) | ContactPost;

const metaSchema = z.discriminatedUnion("channel", [emailSchema, contactPostSchema]);
const LENGTH_BYTES = 4;

/** What inbound_messages.sealed holds: the length of a JSON head, the head, and for a mail its raw bytes. */
export function sealInbound(keys: ShopKeys, id: string, content: InboundContent): Uint8Array<ArrayBuffer> {
  const raw = content.channel === "email" ? content.raw : new Uint8Array();
  const head = Buffer.from(JSON.stringify(metaSchema.parse(content)));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(head.length);
  return sealBytes(keys, `inbound_messages.sealed:${id}`, Buffer.concat([length, head, raw]));
}

/** Throws when the bytes were altered or sealed for another row. */
export function openInbound(keys: ShopKeys, id: string, sealed: Uint8Array): InboundContent {
  const opened = openBytes(keys, `inbound_messages.sealed:${id}`, sealed);
  const end = LENGTH_BYTES + opened.readUInt32BE(0);
  const head = metaSchema.parse(JSON.parse(opened.subarray(LENGTH_BYTES, end).toString("utf8")));
  return head.channel === "email" ? { ...head, raw: opened.subarray(end) } : head;
}
