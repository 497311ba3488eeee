import { randomUUID } from "node:crypto";
import type { AttachmentName } from "#app/conversation/attachment-name.ts";
import type { Incoming } from "#app/conversation/incoming.ts";
import type { Tx } from "#app/db.server.ts";
import { sealBytes, sealJson, type ShopKeys } from "#app/shop/seal.ts";

/** Keeps a message's attachments, name and content sealed; what was withheld keeps its size and the reason. */
export async function sealAttachments(
  tx: Tx,
  keys: ShopKeys,
  { id: messageId, shopId, attachments }: Pick<Incoming, "id" | "shopId" | "attachments">,
): Promise<void> {
  for (const { name, contentId, content, ...attachment } of attachments) {
    const id = randomUUID();
    await tx.attachment.create({
      data: {
        id,
        shopId,
        messageId,
        mimeType: attachment.mimeType,
        size: attachment.size,
        inline: attachment.inline,
        withheld: attachment.withheld,
        sealedName: sealJson(keys, `attachments.sealed_name:${id}`, {
          name,
          contentId,
        } satisfies AttachmentName),
      },
      select: { id: true },
    });
    if (!content) continue;
    // Raw: Prisma turns bytes of a model into text first, and ten megabytes of it hold up everything else for a second.
    const sealedContent = sealBytes(keys, `attachments.sealed_content:${id}`, content);
    await tx.$executeRaw`UPDATE attachments SET sealed_content = ${sealedContent} WHERE id = ${id}`;
  }
}
