const ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";

/**
 * The local part of a shop's inbound address: the shop's handle, so that a merchant recognises it, and random letters, so
 * that nobody guesses it. Lower case letters, digits and one hyphen: every mail system keeps them.
 *
 * @param random at least ten random bytes
 */
export function inboundKeyOf(domain: string, random: Uint8Array): string {
  const handle =
    (domain.split(".")[0] ?? "")
      .toLowerCase()
      .replaceAll(/[^a-z0-9]/g, "")
      .slice(0, 24) || "shop";
  const letters = [...random.slice(0, 10)].map((byte) => ALPHABET[byte % ALPHABET.length]);
  return `${handle}-${letters.join("")}`;
}
