/** Replaces what neither PostgreSQL nor UTF-8 can hold (NUL, lone surrogates) by U+FFFD; everything else stays as it is. */
export function wellFormed(text: string): string {
  // UTF-8 has no way to write a lone surrogate, so there and back replaces it.
  return Buffer.from(text, "utf8").toString("utf8").replaceAll("\0", "\ufffd");
}
