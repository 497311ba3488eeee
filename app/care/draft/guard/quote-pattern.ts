/** A text as a pattern that matches just it (under the `u` flag, where a needless escape is an error). */
export function quotePattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
}
