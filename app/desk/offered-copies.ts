import type { Mailbox } from "#app/conversation/message-content.ts";

type Written = { from: Mailbox; to: readonly Mailbox[]; cc: readonly Mailbox[] };

/** So many are offered; a mail to a crowd is answered to one. */
const MOST = 10;

/**
 * Who read along in what the shopper wrote, pure: whoever it went to besides the shop. `isOwn`: the shop's addresses and the app's.
 */
export function offeredCopies(message: Written | null, isOwn: (address: string) => boolean): Mailbox[] {
  if (!message) return [];
  const seen = new Set([message.from.address.toLowerCase()]);
  return [...message.to, ...message.cc]
    .filter(({ address }) => {
      const key = address.toLowerCase();
      if (seen.has(key) || isOwn(key)) return false;
      seen.add(key);
      return true;
    })
    .slice(0, MOST);
}
