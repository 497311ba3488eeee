import type { MailboxMessage } from "../../context.ts";

export type ThreadMessage = MailboxMessage & {
  /** As the shopper sees it: `in` came from the shop, `out` is what the shopper wrote. */
  direction: "in" | "out";
};

export type Thread = {
  /** The id of its first message: stays the same as the thread grows. */
  id: string;
  subject: string;
  /** Oldest first. */
  messages: ThreadMessage[];
  lastAt: string;
};

/**
 * One shopper's mail in conversations, newest first: messages belong together when one names another in In-Reply-To or
 * References, as a mail program would see it.
 */
export function threadsOf(messages: ThreadMessage[]): Thread[] {
  const leaders = new Map<string, string>();
  const leaderOf = (id: string): string => {
    const next = leaders.get(id);
    if (next === undefined || next === id) return id;
    const leader = leaderOf(next);
    leaders.set(id, leader);
    return leader;
  };
  const own = (message: ThreadMessage) => message.messageId || message.id;
  for (const message of messages) {
    for (const related of [message.inReplyTo, ...message.references]) {
      if (related) leaders.set(leaderOf(own(message)), leaderOf(related));
    }
  }

  const groups = new Map<string, ThreadMessage[]>();
  for (const message of messages.toSorted((a, b) => a.at.localeCompare(b.at))) {
    const leader = leaderOf(own(message));
    groups.set(leader, [...(groups.get(leader) ?? []), message]);
  }
  return [...groups.values()].map(toThread).sort((a, b) => b.lastAt.localeCompare(a.lastAt));
}

function toThread(messages: ThreadMessage[]): Thread {
  const [first] = messages;
  const last = messages.at(-1);
  if (!first || !last) throw new Error("a thread without messages");
  const subject = first.subject.replace(/^((re|aw|fwd?|wg|rv|tr|sv|res)\s*:\s*)+/i, "").trim();
  return { id: first.id, subject: subject || "No subject", messages, lastAt: last.at };
}

export type Mailbox = { address: string; count: number; lastAt: string };

/** Everyone who received or wrote mail, the latest first. */
export function mailboxesOf(input: { received: MailboxMessage[]; sent: MailboxMessage[] }): Mailbox[] {
  const boxes = new Map<string, Mailbox>();
  const add = (address: string, at: string) => {
    const key = address.toLowerCase();
    const box = boxes.get(key) ?? { address: key, count: 0, lastAt: at };
    boxes.set(key, { ...box, count: box.count + 1, lastAt: box.lastAt > at ? box.lastAt : at });
  };
  for (const { envelope, at } of input.received) for (const address of envelope.to) add(address, at);
  for (const { envelope, at } of input.sent) add(envelope.from, at);
  return [...boxes.values()].sort((a, b) => b.lastAt.localeCompare(a.lastAt));
}

/** What one shopper received and wrote. */
export function mailOf(
  address: string,
  input: { received: MailboxMessage[]; sent: MailboxMessage[] },
): ThreadMessage[] {
  const same = (other: string) => other.toLowerCase() === address.toLowerCase();
  return [
    ...input.received
      .filter(({ envelope }) => envelope.to.some(same))
      .map((one) => ({ ...one, direction: "in" as const })),
    ...input.sent
      .filter(({ envelope }) => same(envelope.from))
      .map((one) => ({ ...one, direction: "out" as const })),
  ];
}
