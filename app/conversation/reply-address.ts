import { parseInboundAddress } from "#app/ingest/inbound-address.ts";

/**
 * The Reply-To of a conversation: the shop's inbound address with the conversation's token after a plus, so that an answer
 * finds its conversation. The token says where a mail belongs, never who wrote it.
 */
export function replyAddress(given: { inboundKey: string; replyToken: string; domain: string }): string {
  return `${given.inboundKey}+${given.replyToken}@${given.domain}`;
}

/** The parts of an inbound address, with or without a token; null for an address elsewhere. */
export const parseReplyAddress = parseInboundAddress;
