import { claimInbound, dropRedacted, settleInbound } from "#app/conversation/settle-inbound.server.ts";
import { excerpt } from "#app/conversation/display.ts";
import { findThread } from "#app/conversation/find-thread.server.ts";
import { holdThread } from "#app/conversation/hold-thread.server.ts";
import type { Incoming } from "#app/conversation/incoming.ts";
import { knowShopper } from "#app/conversation/know-shopper.server.ts";
import { lockContact } from "#app/conversation/lock-contact.server.ts";
import { provenCustomer } from "#app/conversation/proven-customer.server.ts";
import { putMessage } from "#app/conversation/put-message.server.ts";
import { wasRedactedSince } from "#app/conversation/was-redacted-since.server.ts";
import { sqlOf, type InShop } from "#app/db.server.ts";
import { emit } from "#app/emit.server.ts";
import type { ContactPost } from "#app/ingest/inbound-content.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import { blindIndex, type ShopKeys } from "#app/shop/seal.ts";

/**
 * A storefront contact form becomes a message. Being signed in at the shop proves the customer who is signed in, where the
 * typed address is theirs; any other typed address is a match at most.
 */
export async function receivePost(
  { inShop, keys }: { inShop: InShop; keys: ShopKeys },
  given: { id: string; receivedAt: Date; post: ContactPost },
): Promise<string> {
  const { id, receivedAt, post } = given;
  const contactIndex = blindIndex(keys, "email", post.email);
  return inShop(async (tx) => {
    await lockAgainstRedaction(sqlOf(tx), keys.shopId);
    if (!(await claimInbound(tx, id))) return "it was handled before";
    if (await wasRedactedSince(tx, { contactIndex, customerId: post.customerId, since: receivedAt })) {
      return dropRedacted(tx, keys, id);
    }
    await lockContact(tx, keys.shopId, contactIndex);
    const signedInId = await provenCustomer(tx, { contactIndex, signedInId: post.customerId });
    const shopper = await knowShopper(tx, keys, { contactIndex, signedInId });
    const message = toIncoming(keys, {
      id,
      receivedAt,
      post,
      contactIndex,
      signedInId,
      known: shopper.known,
    });
    const found = await findThread(tx, keys, message);
    const thread = found && (await holdThread(tx, found));
    await putMessage(tx, keys, { message, shopper, thread });
    await settleInbound(tx, id, { state: "threaded" });
    await emit(tx, "message-received", { data: { shopId: keys.shopId, messageId: id } });
    return thread ? "added to a conversation" : "began a conversation";
  });
}

function toIncoming(
  { shopId }: ShopKeys,
  given: {
    id: string;
    receivedAt: Date;
    post: ContactPost;
    contactIndex: string;
    signedInId: string | null;
    known: boolean;
  },
): Incoming {
  const { id, receivedAt, post, contactIndex, signedInId, known } = given;
  const from = { name: post.name, address: post.email };
  return {
    id,
    shopId,
    channel: "storefront",
    at: receivedAt,
    from,
    contactIndex,
    content: {
      from,
      to: [],
      cc: [],
      // The answer's subject comes from it, so it holds no word in a language the shopper may not read.
      subject: post.orderName ? orderSubject(post.orderName) : excerpt(post.message, 80),
      text: post.message,
      quoted: "",
      signature: "",
      references: [],
      ...(signedInId ? { signedInCustomerId: signedInId } : {}),
    },
    proof: signedInId ? "signed_in" : known ? "address_match" : "none",
    automatic: null,
    replyToken: null,
    attachments: [],
  };
}

const orderSubject = (orderName: string) => (/^\d+$/.test(orderName) ? `#${orderName}` : orderName);
