/** Words, or pairs of signs in scripts that are written without spaces. */
export function countWords(text: string): number {
  const unspaced =
    text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0;
  return (text.match(/\S*\p{L}\S*/gu)?.length ?? 0) + unspaced / 2;
}

/** Fewer words than these ("blue mug") say what they are about and not what is wanted, nor how it is felt, unless they name it. */
export const ENOUGH_WORDS = 4;
