/** Every script's digits as ASCII, and nothing that is not shown between them (keycaps, direction marks). */
export function asciiDigits(text: string): string {
  return text
    .normalize("NFKC")
    .replaceAll(/[\p{Cf}\uFE0F\u20E3]/gu, "")
    .replaceAll(/\p{Nd}/gu, (digit) => String(valueOf(digit.codePointAt(0) ?? 0)));
}

/** Unicode keeps a script's digits from zero to nine together. */
function valueOf(codePoint: number): number {
  let value = 0;
  while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(codePoint - value - 1))) value += 1;
  return value;
}
