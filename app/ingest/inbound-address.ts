export type InboundAddress = { inboundKey: string; replyToken: string | null };

/**
 * Reads `<inbound key>@<domain>` or `<inbound key>+<reply token>@<domain>`; null for an address elsewhere. Both parts are
 * compared in lower case, since some mail systems change it.
 */
export function parseInboundAddress(address: string, domain: string): InboundAddress | null {
  const match = /^<?([a-z0-9_.-]{1,64})(?:\+([a-z0-9_.-]{1,64}))?@([^@\s<>]{1,255})>?$/i.exec(address.trim());
  if (!match || match[3]?.toLowerCase() !== domain.toLowerCase()) return null;
  return { inboundKey: (match[1] ?? "").toLowerCase(), replyToken: match[2]?.toLowerCase() ?? null };
}
