import type { BegunMessage } from "#app/desk/show-message.server.ts";
import type { FoundRecipients } from "#app/desk/find-recipients.server.ts";
import type { KeptMessage } from "./kept-message.ts";

type Loaded = {
  message: BegunMessage | null;
  found: FoundRecipients | null;
  languages: readonly string[];
  language: string;
};

/** A language that messages are written in, of a locale that somebody has. */
export function knownLanguage(languages: readonly string[], locale: string, otherwise: string): string {
  const base = locale.toLowerCase().split("-")[0] ?? "";
  return languages.includes(base) ? base : otherwise;
}

/** What a link named: a message that was begun, an order with whom its mail goes to, a customer, or nothing. */
export function firstOf({ message, found, language, languages }: Loaded): KeptMessage {
  if (message) {
    const { conversationId, to, subject, orderId, draft } = message;
    const order = orderId === null ? null : { id: orderId, name: "" };
    return { conversationId, to, subject, order, language: draft.language, text: draft.text, copies: [] };
  }
  const [order] = found?.orders ?? [];
  const person = found?.people[0] ?? order?.contact ?? null;
  // Who came from a customer has chosen no order yet.
  const about = order && found?.people.length === 0 ? order : null;
  return {
    conversationId: null,
    to: person && { name: person.name, address: person.address },
    order: about && { id: about.id, name: about.name },
    subject: "",
    language: knownLanguage(languages, order?.locale ?? "", language),
    text: "",
    copies: [],
  };
}
