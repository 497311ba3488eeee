const LONGEST = 60;

/** A title for what has none: the beginning of its first sentence, whole words. A person makes a better one of it. */
export function titleOf(text: string): string {
  const [first = ""] = text.trim().split(/(?<=[.!?。！？])(?:\s|$)|\n/u);
  const plain = first.replace(/[.!?。！？]+$/u, "").replaceAll(/\s+/gu, " ");
  if (plain.length <= LONGEST) return plain;
  const cut = plain.slice(0, LONGEST);
  const space = cut.lastIndexOf(" ");
  return `${space > LONGEST / 2 ? cut.slice(0, space) : cut} …`;
}
