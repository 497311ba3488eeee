import { isAddrSpec } from "#app/conversation/addr-spec.ts";
import { parseReplyAddress } from "#app/conversation/reply-address.ts";

/**
 * Whether a mail can go to an address: one plain one, and none of this app's own, from which it would come back as a message, be answered,
 * and so on.
 */
export const isWritable = (address: string, inboundDomain: string): boolean =>
  isAddrSpec(address) && !parseReplyAddress(address, inboundDomain);
