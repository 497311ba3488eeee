/** FNV-1a of a text: a stable spread over the whole numbers below 2^28, nothing more. */
export function fnv1a(text: string): number {
  let value = 0x811c9dc5;
  for (const char of text) value = Math.imul(value ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return value >>> 4;
}
