import type { MailBehaviour } from "../context.ts";

export type Behaviour = {
  current: () => MailBehaviour;
  /** Replaces the behaviour and lets go of what hangs. */
  set: (next: MailBehaviour) => void;
  /** What applies to mail for these recipients, counting down `times`. */
  applying: (recipients: string[]) => MailBehaviour;
  /** Resolves when the behaviour changes or the mailbox closes. */
  hang: () => Promise<void>;
  release: () => void;
};

export function createBehaviour(): Behaviour {
  let current: MailBehaviour = {};
  let held: (() => void)[] = [];

  function release(): void {
    for (const letGo of held) letGo();
    held = [];
  }

  return {
    current: () => current,
    set(next) {
      current = next;
      release();
    },
    applying(recipients) {
      const { match, times } = current;
      if (match && !recipients.some((address) => address.toLowerCase() === match.toLowerCase())) return {};
      if (times === undefined) return current;
      if (times <= 0) return {};
      current = { ...current, times: times - 1 };
      return current;
    },
    hang: () => new Promise<void>((letGo) => held.push(letGo)),
    release,
  };
}
