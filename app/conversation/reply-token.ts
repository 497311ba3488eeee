const ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";

/**
 * The plus part of a conversation's address: lower case, since some mail systems change the case, and unguessable, since
 * whoever knows it can write into the conversation.
 */
export function newReplyToken(random: Uint8Array): string {
  return [...random].map((byte) => ALPHABET[byte % ALPHABET.length]).join("");
}
