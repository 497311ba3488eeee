import { randomBytes, randomUUID } from "node:crypto";
import { renderMessage } from "#app/care/draft/catalogue/catalogue.ts";
import type { Drafted } from "#app/care/draft/compose-draft.ts";
import { subjectOfIssue } from "#app/care/draft/issue-to-tell.ts";
import type { GatheredOutreach } from "#app/care/draft/outreach/gather-outreach.server.ts";
import { issueKindSchema } from "#app/care/detect/issue.ts";
import { conversationContentSchema, type ConversationContent } from "#app/conversation/message-content.ts";
import { newReplyToken } from "#app/conversation/reply-token.ts";
import type { Tx } from "#app/db.server.ts";
import { fnv1a } from "#app/lib/fnv1a.ts";
import { WORDS_FORM } from "#app/shop/search-words.ts";
import { blindIndex, openJson, sealJson, searchTokens, type ShopKeys } from "#app/shop/seal.ts";

type Beginning = { gathered: GatheredOutreach; drafted: Drafted; now: Date };

/**
 * The conversation that an issue is told in, begun with the first draft of it and shown by no inbox before something of it left. It is
 * written to the address that the order has now.
 */
export async function beginConversation(
  tx: Tx,
  keys: ShopKeys,
  { gathered, drafted, now }: Beginning,
): Promise<string> {
  const { issue, order, contact, orderIds } = gathered;
  const id = randomUUID();
  const content: ConversationContent = {
    subject: subjectOf({ gathered, drafted }),
    contactName: contact.name,
    contactEmail: contact.address,
  };
  await tx.conversation.create({
    data: {
      ...{ id, shopId: keys.shopId, channel: "email", status: "open", unsent: true, issueId: issue.id },
      language: order.locale?.split("-")[0]?.toLowerCase() ?? drafted.language,
      replyToken: newReplyToken(randomBytes(16)),
      contactIndex: blindIndex(keys, "email", contact.address),
      customerId: order.customer?.id ?? null,
      orderIds,
      sealed: sealJson(keys, `conversations.sealed:${id}`, content),
      wordsForm: WORDS_FORM,
      searchTokens: searchTokens(
        keys,
        [content.subject, contact.name, contact.address, order.name].join("\n"),
      ),
      ...{ createdAt: now, updatedAt: now },
    },
  });
  return id;
}

function subjectOf({ gathered, drafted }: Pick<Beginning, "gathered" | "drafted">): string {
  const { issue, order } = gathered;
  const key = subjectOfIssue[issueKindSchema.parse(issue.kind)];
  return renderMessage(key, {
    language: drafted.language,
    pick: fnv1a(`${issue.id}|${key}`),
    values: { v: drafted.form, order: order.name },
  });
}

/** Nothing left yet and the order has another address meanwhile: it goes there. */
export async function addressAnew(
  tx: Tx,
  keys: ShopKeys,
  { conversationId: id, contact }: { conversationId: string } & Pick<GatheredOutreach, "contact">,
): Promise<void> {
  const row = await tx.conversation.findUniqueOrThrow({ where: { id }, select: { sealed: true } });
  const context = `conversations.sealed:${id}` as const;
  const { subject } = openJson(keys, { context, bytes: row.sealed }, conversationContentSchema);
  const content: ConversationContent = {
    subject,
    contactName: contact.name,
    contactEmail: contact.address,
  };
  await tx.conversation.update({
    where: { id },
    data: {
      contactIndex: blindIndex(keys, "email", contact.address),
      sealed: sealJson(keys, context, content),
    },
  });
}
