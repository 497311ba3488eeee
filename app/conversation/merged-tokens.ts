/** A conversation of years stays a row that is quick to read; its newest words are left out then. */
export const MOST_TOKENS = 6_000;

/** The words by which a conversation is found, with those of what was added to it. */
export function mergedTokens(known: readonly string[], added: readonly string[]): string[] {
  return [...new Set([...known, ...added])].slice(0, MOST_TOKENS);
}
