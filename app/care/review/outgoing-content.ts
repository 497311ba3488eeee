import { z } from "zod";
import { checkSchema } from "#app/care/draft/draft.ts";
import { mailboxSchema } from "#app/conversation/message-content.ts";

/**
 * One mail on its way, as sealed in `deliveries.sealed:<delivery id>`. `text` is the whole body as it leaves; `parts` are what
 * it was composed of, so that the thread shows the reply without signature, maker line and footer.
 */
export const outgoingContentSchema = z.object({
  from: mailboxSchema,
  to: mailboxSchema,
  /** Whom it goes to besides, for everybody to see. */
  cc: z.array(mailboxSchema).optional(),
  replyTo: mailboxSchema,
  subject: z.string(),
  text: z.string(),
  /** Message-IDs, each in its angle brackets. */
  inReplyTo: z.string().optional(),
  references: z.array(z.string()),
  parts: z.object({
    text: z.string(),
    signature: z.string(),
    makerLine: z.string(),
    /** Of what nobody asked for: why it comes, and how to stop it. */
    footer: z.string().optional(),
  }),
  /** Beside those that every mail has. */
  headers: z.record(z.string(), z.string()).optional(),
  /** Set when a person sent it although a check had blocked it. */
  overruled: z.object({ by: z.string(), reason: z.string() }).optional(),
  /** What the approval changed, as it was before: undo-send.server.ts puts it back. Absent in deliveries of earlier releases. */
  before: z
    .object({
      /** The draft's own words and what the checks said of them. */
      text: z.string(),
      checks: z.array(checkSchema),
      /** Of the conversation. */
      status: z.string(),
    })
    .optional(),
});
export type OutgoingContent = z.infer<typeof outgoingContentSchema>;
