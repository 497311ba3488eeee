import { z } from "zod";

/** What attachments.sealed_name holds. `contentId` is how the mail's HTML refers to an inline image (`cid:…`). */
export const attachmentNameSchema = z.object({
  name: z.string(),
  contentId: z.string().nullable().default(null),
});
export type AttachmentName = z.infer<typeof attachmentNameSchema>;
