import { hostOf } from "#app/conversation/name-link-hosts.ts";

/** A piece of a text; `address`: where it leads, of the pieces that are links. `host`: said besides, where the words do not say it. */
export type TextPiece = { text: string; address: string | null; host: string | null };

const MOST_CHARS = 2_000;
const ADDRESS = /\bhttps?:\/\/[^\s<>"'`\u{2018}-\u{201f}\u{3000}-\u{303f}\u{ff00}-\u{ff65}]+/giu;

/** A shopper's text in pieces, web addresses apart. What closes a sentence or a bracket around an address does not belong to it. */
export function findLinks(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const found of text.matchAll(ADDRESS)) {
    const address = trimmed(found[0]);
    const host = address.length > MOST_CHARS ? null : hostOf(address);
    if (host === null) continue;
    if (found.index > at) pieces.push({ text: text.slice(at, found.index), address: null, host: null });
    pieces.push({ text: address, address, host: shows(address, host) ? null : host });
    at = found.index + address.length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), address: null, host: null });
  return pieces;
}

function trimmed(address: string): string {
  const ended = address.replace(/[.,;:!?*_~…]{1,100}$/u, "");
  const closes = /[)\]}]$/u.exec(ended)?.[0];
  if (!closes) return ended;
  const opens = { ")": "(", "]": "[", "}": "{" }[closes] ?? "";
  return ended.split(opens).length < ended.split(closes).length ? trimmed(ended.slice(0, -1)) : ended;
}

/** `https://shop.example@elsewhere.example/` begins like another place. */
const shows = (address: string, host: string) =>
  address
    .replace(/^https?:\/\//iu, "")
    .toLowerCase()
    .startsWith(host);
