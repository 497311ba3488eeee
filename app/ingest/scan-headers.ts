const WANTED = [
  "from",
  "reply-to",
  "delivered-to",
  "x-original-to",
  "to",
  "x-forwarded-to",
  "envelope-to",
  "cc",
] as const;
type Wanted = (typeof WANTED)[number];

/** A header block larger than this is refused by the parser too. */
const HEADER_BYTES = 4 * 1024 * 1024;
const VALUE_CHARS = 20_000;

export type ScannedHeaders = { get: (name: Wanted) => string[] };

/**
 * Reads the few headers a door needs from raw mail, without parsing the mail: line by line over the header block, decoding
 * only what is wanted. Null when the bytes do not begin with a header, so they are no message.
 */
export function scanHeaders(raw: Uint8Array): ScannedHeaders | null {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.byteLength, HEADER_BYTES));
  const found = new Map<string, string[]>();
  let current: string | null = null;
  let headers = 0;
  for (let at = 0; at < bytes.length;) {
    const newline = bytes.indexOf(0x0a, at);
    const end = newline < 0 ? bytes.length : newline;
    const line = bytes.subarray(at, end).toString("latin1", 0, VALUE_CHARS).replace(/\r$/, "");
    at = end + 1;
    if (line === "") break;
    if (headers === 0 && /^From (?!\s*:)/.test(line)) continue; // an mbox separator
    if (/^[ \t]/.test(line)) {
      if (headers === 0) return null;
      if (current) extend(found, current, line);
      continue;
    }
    const name = /^([A-Za-z0-9][\w.-]{0,99})[ \t]*:/.exec(line)?.[1]?.toLowerCase();
    if (!name) {
      if (headers === 0) return null;
      continue;
    }
    headers += 1;
    current = isWanted(name) ? name : null;
    if (current)
      found.set(current, [
        ...(found.get(current) ?? []).slice(0, 50),
        line.slice(line.indexOf(":") + 1).trim(),
      ]);
  }
  return headers === 0 ? null : { get: (name) => found.get(name) ?? [] };
}

function isWanted(name: string): name is Wanted {
  return (WANTED as readonly string[]).includes(name);
}

function extend(found: Map<string, string[]>, name: string, line: string): void {
  const values = found.get(name);
  const last = values?.at(-1);
  if (values && last !== undefined && last.length < VALUE_CHARS)
    values[values.length - 1] = `${last} ${line.trim()}`;
}

/** The addresses in a header's value, in order; enough to find a recipient, not a parser of addresses. */
export function addressesIn(value: string): string[] {
  return (value.slice(0, VALUE_CHARS).match(/[^\s<>"(),;:@]{1,64}@[^\s<>"(),;:@]{1,255}/g) ?? []).slice(
    0,
    200,
  );
}

/** Where a mail was sent, best evidence first: what the last hop noted, then what the writer typed. */
export function recipientsOf(headers: ScannedHeaders): string[] {
  const names = ["delivered-to", "x-original-to", "to", "envelope-to", "x-forwarded-to", "cc"] as const;
  return names.flatMap((name) => headers.get(name)).flatMap(addressesIn);
}

/** The writer as far as a door can tell, in lower case. Shopify's contact form writes for the shopper in Reply-To. */
export function senderOf(headers: ScannedHeaders): string | null {
  const [from] = headers.get("from").flatMap(addressesIn);
  const [replyTo] = headers.get("reply-to").flatMap(addressesIn);
  const sender = from && /@(?:[\w-]+\.)?shopify(?:email)?\.com$/i.test(from) ? (replyTo ?? from) : from;
  return sender?.toLowerCase() ?? null;
}
