import { composedLanguage, renderMessage } from "#app/care/draft/catalogue/catalogue.ts";
import type { ComposeInput } from "#app/care/review/compose-mail.ts";
import type { LockedDraft } from "#app/care/review/lock-draft.server.ts";
import { unsubscribeHeaders, unsubscribeUrl } from "#app/conversation/unsubscribe-link.ts";
import type { Tx } from "#app/db.server.ts";
import { env } from "#app/env.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

/**
 * How a shopper stops what they did not ask for: a line for them, in their language, and headers for their mail program. Nothing on
 * any other mail. There is no Auto-Submitted: a person has read and approved each one, and an answer is what it hopes for
 * (RFC 3834, section 5: the field is for what no person took part in).
 */
export async function stopLine(
  tx: Tx,
  keys: ShopKeys,
  { row, content }: LockedDraft,
): Promise<Pick<ComposeInput, "footer" | "headers">> {
  const { outreach } = content;
  if (!outreach) return {};
  const [{ contactIndex }, { name }] = await Promise.all([
    tx.conversation.findUniqueOrThrow({
      where: { id: row.conversationId },
      select: { contactIndex: true },
    }),
    tx.order.findFirstOrThrow({
      where: { shopId: keys.shopId, id: outreach.orderId },
      select: { name: true },
    }),
  ]);
  if (!contactIndex) throw new Error("A conversation that we began is with nobody");
  const to = { contactIndex, origin: env.SHOPIFY_APP_URL };
  const footer = renderMessage("issue.footer", {
    language: composedLanguage(row.language),
    pick: 0,
    values: { v: content.form ?? "formal", order: name, link: unsubscribeUrl(keys, to) },
  });
  return { footer, headers: unsubscribeHeaders(keys, to) };
}
