import type { DemoFile } from "./demo.ts";

/** What a test does to a running demo: as the app's API, as the dev store's panel, as a shopper with a mailbox. */
export function demoClient(demo: DemoFile) {
  const token = async (shop = demo.shop) => {
    const answer = await fetch(`${demo.devstoreUrl}/control/session-token?shop=${shop}`);
    return ((await json(answer)) as { token: string }).token;
  };

  const api = async (path: string, init: { method?: string; body?: string } = {}) =>
    fetch(`${demo.appUrl}/api/${path}`, {
      ...init,
      headers: { authorization: `Bearer ${await token()}`, "content-type": "application/json" },
    });

  const control = async (method: string, path: string, body?: unknown) => {
    const answer = await fetch(`${demo.devstoreUrl}/control/${path}`, {
      method,
      headers: { "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} /control/${path}: ${answer.status} ${await answer.text()}`);
    return answer.json() as Promise<unknown>;
  };

  /** Posts raw MIME to the mail door, as the shop's forwarding does. */
  const mail = async (raw: string) =>
    fetch(`${demo.appUrl}/inbound/email?to=${encodeURIComponent(demo.inboundAddress)}`, {
      method: "POST",
      headers: { authorization: `Bearer ${demo.inboundToken}`, "content-type": "message/rfc822" },
      body: raw.replaceAll("\n", "\r\n"),
    });

  const mailbox = async (to: string) => {
    const answer = await fetch(`${demo.devstoreUrl}/mailbox/messages?to=${encodeURIComponent(to)}`);
    return ((await json(answer)) as { items: MailboxItem[] }).items;
  };

  return { token, api, control, mail, mailbox };
}

export type MailboxItem = {
  id: string;
  from: { name: string; address: string } | string;
  to: string;
  subject: string;
  text: string;
  messageId: string;
  inReplyTo?: string;
  references?: string[] | string;
};

async function json(answer: Response): Promise<unknown> {
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

/** Looks until there is something, for at most `seconds`; a state is waited for, never a time. */
export async function eventually<T>(
  look: () => Promise<T | null | undefined | false>,
  seconds = 20,
): Promise<T> {
  const deadline = Date.now() + seconds * 1_000;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`waited ${seconds} s in vain`);
    await new Promise((next) => setTimeout(next, 100));
  }
}
