import { hostOf } from "#app/conversation/name-link-hosts.ts";

/** A piece of a text; `address`: where it leads, of the pieces that are links. `host`: said besides, where the words do not say it. */
export type TextPiece = { text: string; address: string | null; host: string | null };

const MOST_CHARS = 2_000;
/** A browser that reads a page breaks longer runs of text in two, and React then finds another page than it wrote. */
const LONGEST_PLAIN = 32_000;
const ADDRESS = /\bhttps?:\/\/[^\s<>"'`\u{2018}-\u{201f}\u{3000}-\u{303f}\u{ff00}-\u{ff65}]+/giu;

/** A shopper's text in pieces, web addresses apart. What closes a sentence or a bracket around an address does not belong to it. */
export function findLinks(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const found of text.matchAll(ADDRESS)) {
    const address = trimmed(found[0]);
    const host = address.length > MOST_CHARS ? null : hostOf(address);
    if (host === null) continue;
    pieces.push(...plain(text.slice(at, found.index)));
    pieces.push({ text: address, address, host: shows(address, host) ? null : host });
    at = found.index + address.length;
  }
  return [...pieces, ...plain(text.slice(at))];
}

/** Text without links, no character of it cut through. */
function plain(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  for (let at = 0, end = 0; at < text.length; at = end) {
    end = at + LONGEST_PLAIN;
    if (/[\uD800-\uDBFF]/u.test(text[end - 1] ?? "")) end -= 1;
    pieces.push({ text: text.slice(at, end), address: null, host: null });
  }
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
