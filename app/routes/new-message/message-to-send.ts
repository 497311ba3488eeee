import { z } from "zod";
import { copiesSchema, filesSchema } from "#app/care/review/additions.ts";

const id = z.string().min(1).max(64);

export const messageToSend = z.strictObject({
  conversationId: id,
  draftId: id,
  subject: z.string().trim().max(300),
  text: z.string().max(50_000),
  copies: copiesSchema,
  files: filesSchema,
  overrule: z.string().trim().min(1).max(500).optional(),
});
export type MessageToSend = z.infer<typeof messageToSend>;
