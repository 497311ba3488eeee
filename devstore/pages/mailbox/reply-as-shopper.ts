import type { DevstoreContext } from "../../context.ts";
import { sendAsShopper, type ShopperMailOutcome } from "../../mail/send-as-shopper.ts";
import { mailOf, threadsOf, type ThreadMessage } from "./threads.ts";

type Reply = { address: string; threadId: string; text: string };

/**
 * Answers a thread the way a mail program does: to the Reply-To of the last mail that came from the shop, with
 * In-Reply-To and References, and the answered text quoted below.
 */
export async function replyAsShopper(
  context: DevstoreContext,
  { address, threadId, text }: Reply,
): Promise<ShopperMailOutcome | { outcome: "unknown-thread" }> {
  const mail = { received: context.mail.messages(), sent: context.mail.sent() };
  const thread = threadsOf(mailOf(address, mail)).find(({ id }) => id === threadId);
  const last = thread?.messages.at(-1);
  if (!thread || !last) return { outcome: "unknown-thread" };
  const answered = thread.messages.findLast(({ direction }) => direction === "in");
  const to = answered ? bareAddress(answered.headers["reply-to"] ?? answered.from) : last.envelope.to[0];
  const parent = answered ?? last;
  return sendAsShopper(context, {
    from: address,
    fromName: nameOf(context, address),
    to,
    subject: /^re:/i.test(last.subject) ? last.subject : `Re: ${last.subject}`,
    text: answered ? `${text}\n\n${quoted(answered)}` : text,
    inReplyTo: parent.messageId,
    references: [...parent.references, parent.messageId].filter(Boolean),
  });
}

function nameOf(context: DevstoreContext, address: string): string {
  for (const shop of context.store.shops()) {
    const customer = shop.customers.find(({ email }) => email?.toLowerCase() === address.toLowerCase());
    if (customer) return `${customer.firstName} ${customer.lastName}`.trim();
  }
  return "";
}

function quoted(message: ThreadMessage): string {
  const date = new Date(message.at).toUTCString();
  const lines = message.text.trimEnd().split("\n");
  return [`On ${date}, ${message.from} wrote:`, ...lines.map((line) => `> ${line}`)].join("\n");
}

/** `Shop <a+1@b>` → `a+1@b` */
function bareAddress(header: string): string {
  return /<([^>]+)>/.exec(header)?.[1] ?? header.trim();
}
