import { z } from "zod";

export const mailboxSchema = z.object({ name: z.string().default(""), address: z.string() });
export type Mailbox = z.infer<typeof mailboxSchema>;

/** What a message says, as sealed in messages.sealed. */
export const messageContentSchema = z.object({
  from: mailboxSchema,
  to: z.array(mailboxSchema).default([]),
  cc: z.array(mailboxSchema).default([]),
  subject: z.string().default(""),
  /** What the writer wrote in this message: quoted text and signature are apart. */
  text: z.string(),
  quoted: z.string().default(""),
  signature: z.string().default(""),
  /** The mail's HTML part as it came; it is sanitised where it is shown. */
  html: z.string().optional(),
  mailMessageId: z.string().optional(),
  inReplyTo: z.string().optional(),
  references: z.array(z.string()).default([]),
  /** Set when a colleague forwarded it or a contact form sent it: who handed it in. */
  handedInBy: mailboxSchema.optional(),
  /** Shopify's id of the customer whose sign-in proves the message; nothing typed into a form gets here. */
  signedInCustomerId: z.string().optional(),
  /** What the colleague wrote above the mail they forwarded. */
  handedInNote: z.string().optional(),
  /** Why it is never answered automatically (auto-reply, bounce, list). */
  automaticReason: z.string().optional(),
  /** How an outgoing message was made: the honest line under it (DESIGN, invariant 10). */
  makerLine: z.string().optional(),
});
export type MessageContent = z.infer<typeof messageContentSchema>;

/** Who the conversation is with, as sealed in conversations.sealed. */
export const conversationContentSchema = z.object({
  subject: z.string().default(""),
  contactName: z.string().default(""),
  contactEmail: z.string().default(""),
});
export type ConversationContent = z.infer<typeof conversationContentSchema>;

export const identityProofs = ["none", "address_match", "verified_mail", "code", "signed_in"] as const;
export const identityProofSchema = z.enum(identityProofs);
export type IdentityProof = z.infer<typeof identityProofSchema>;
