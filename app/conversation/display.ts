import type { Mailbox } from "#app/conversation/message-content.ts";

/** The beginning of a text on one line, for lists: cut between words, never within a character. */
export function excerpt(text: string, length = 140): string {
  const line = text
    .slice(0, length * 8)
    .replace(/\s+/g, " ")
    .trim();
  const characters = Array.from(line);
  if (characters.length <= length) return line;
  const cut = characters.slice(0, length).join("");
  const space = cut.lastIndexOf(" ");
  return `${space > length / 2 ? cut.slice(0, space) : cut}…`;
}

/** What to call a person: the name they gave, else the address. */
export function nameOf(mailbox: Mailbox): string {
  return mailbox.name.trim() || mailbox.address;
}
