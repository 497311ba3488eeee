import { receiveMail } from "#app/conversation/receive-mail.server.ts";
import { receivePost } from "#app/conversation/receive-post.server.ts";
import { readInbound } from "#app/ingest/read-inbound.server.ts";
import type { Handler } from "#app/job.ts";
import { shopKeys } from "#app/shop/keys.server.ts";

/** Turns a recorded mail or storefront post into a message of a conversation, and says so by `message-received`. */
export const receiveMessage: Handler<"receiveMessage"> = async (
  { parseMail },
  { shopId, inShop },
  { inboundId },
) => {
  const keys = await shopKeys(shopId);
  const inbound = await readInbound(keys, inboundId);
  if (!inbound) return "the recorded message is gone";
  if (inbound.state !== "recorded") return `it was ${inbound.state} before`;
  const { id, receivedAt, content } = inbound;
  switch (content.channel) {
    case "email":
      return receiveMail({ parseMail, inShop, keys }, { id, receivedAt, mail: content });
    case "storefront":
      return receivePost({ inShop, keys }, { id, receivedAt, post: content });
  }
};
