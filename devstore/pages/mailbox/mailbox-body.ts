import type { DevstoreContext } from "../../context.ts";
import { customerName, time } from "../format.ts";
import { html, raw, type Html } from "../html.ts";
import { toolBar } from "../layout.ts";
import { mailboxesOf, mailOf, threadsOf, type Mailbox, type Thread, type ThreadMessage } from "./threads.ts";

export type MailboxView = {
  /** Whose mailbox; empty = the list of people. */
  address: string;
  threadId: string;
  /** What was typed when a reply was not taken, and why it was not. */
  unsent?: { text: string; problem: string };
};

export function mailboxBody(context: DevstoreContext, view: MailboxView): Html {
  const shop = context.store.defaultShop();
  const mail = { received: context.mail.messages(), sent: context.mail.sent() };
  const boxes = mailboxesOf(mail);
  const names = namesIn(context);
  const threads = view.address ? threadsOf(mailOf(view.address, mail)) : [];
  const thread = threads.find(({ id }) => id === view.threadId);
  const step = thread ? "thread" : view.address ? "threads" : "people";
  return html`${toolBar("mailbox", `/store/${shop.handle}`)}
    <main id="main" class="mailbox mailbox--${step}" tabindex="-1" data-mailbox>
      <section class="mailbox__people" aria-labelledby="people-title">
        <h1 id="people-title">Mailbox</h1>
        <p class="soft small">Mail that shoppers received and wrote. Nothing leaves this machine.</p>
        <div data-live="people">
          ${
            boxes.length === 0
              ? html`<p class="empty">
                  No mail yet. Write as a shopper on the <a href="/scenarios">scenarios page</a>.
                </p>`
              : html`<ul class="list">
                  ${boxes.map((box) => boxLink(box, view, names(box.address)))}
                </ul>`
          }
        </div>
      </section>
      <section class="mailbox__threads" aria-labelledby="threads-title">
        <h2 id="threads-title">${view.address || "Conversations"}</h2>
        <p class="mailbox__back"><a href="/mailbox">All people</a></p>
        <div data-live="threads">${threadList(view, threads, shop.timezone)}</div>
      </section>
      <section class="mailbox__thread" aria-label="Conversation">
        ${thread ? threadView(thread, view, shop.timezone) : html`<p class="empty">${view.address ? "Choose a conversation." : "Choose a person."}</p>`}
      </section>
    </main>`;
}

function boxLink(box: Mailbox, view: MailboxView, name: string): Html {
  const current = box.address === view.address ? html`aria-current="true"` : "";
  return html`<li>
    <a href="${address(box.address)}" ${current}>
      <span class="list__name">${name || box.address}</span>
      ${name ? html`<span class="small list__address">${box.address}</span>` : ""}
      <span class="soft small">${box.count} ${box.count === 1 ? "message" : "messages"}</span>
    </a>
  </li>`;
}

function threadList(view: MailboxView, threads: Thread[], timeZone: string): Html {
  if (!view.address) return html`<p class="empty">Choose a person to see their mail.</p>`;
  if (threads.length === 0) return html`<p class="empty">No mail for this address.</p>`;
  return html`<ul class="list">
    ${threads.map(
      (thread) =>
        html`<li>
          <a
            href="${address(view.address, thread.id)}"
            ${thread.id === view.threadId ? html`aria-current="true"` : ""}
          >
            <span class="list__name">${thread.subject}</span>
            <span class="soft small"
              >${thread.messages.length} ${thread.messages.length === 1 ? "message" : "messages"},
              ${time(thread.lastAt, timeZone)}</span
            >
            <span class="soft small list__preview"
              >${(thread.messages.at(-1)?.text ?? "").slice(0, 110)}</span
            ></a
          >
        </li>`,
    )}
  </ul>`;
}

function threadView(thread: Thread, view: MailboxView, timeZone: string): Html {
  return html`<p class="mailbox__back"><a href="${address(view.address)}">${view.address}</a></p>
    <h2>${thread.subject}</h2>
    <ol class="messages" data-live="messages">
      ${thread.messages.map((message) => messageView(message, timeZone))}
    </ol>
    <form class="card stack" method="post" action="/mailbox/replies" data-reply>
      <input type="hidden" name="address" value="${view.address}" />
      <input type="hidden" name="threadId" value="${thread.id}" />
      ${view.unsent ? html`<p class="notice notice--critical" role="alert">${view.unsent.problem}</p>` : ""}
      <div class="field">
        <label for="reply">Reply as ${view.address}</label>
        <textarea id="reply" name="text" rows="4" required dir="auto">${view.unsent?.text ?? ""}</textarea>
      </div>
      <div class="row"><button class="primary" type="submit">Send reply</button></div>
    </form>`;
}

function messageView(message: ThreadMessage, timeZone: string): Html {
  const headers = Object.entries(message.headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n");
  return html`<li class="message message--${message.direction}">
    <div class="message__head">
      <p><strong>${message.from}</strong><br /><span class="soft small">to ${message.to}</span></p>
      <p class="soft small">${time(message.at, timeZone)}</p>
    </div>
    ${message.html ? htmlView(message) : html`<div class="message__text" dir="auto">${message.text}</div>`}
    <details class="small">
      <summary>Headers${message.html && message.text ? " and plain text" : ""}</summary>
      <pre class="message__raw mono">${headers}</pre>
      ${message.html && message.text ? html`<pre class="message__raw mono" dir="auto">${message.text}</pre>` : ""}
    </details>
  </li>`;
}

/** The HTML part in a frame without scripts and without the network; it may be measured, so that it needs no scrolling. */
function htmlView(message: ThreadMessage): Html {
  const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`;
  const base = `<meta charset="utf-8"><base target="_blank"><style>body{margin:0;font:15px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}</style>`;
  const source = html`${raw(policy)}${raw(base)}`.markup + message.html;
  return html`<iframe
    class="message__html"
    sandbox="allow-same-origin allow-popups"
    title="Message"
    srcdoc="${source}"
    data-html
  ></iframe>`;
}

function address(to: string, threadId?: string): string {
  const query = new URLSearchParams({ to, ...(threadId ? { thread: threadId } : {}) });
  return `/mailbox?${query.toString()}`;
}

/** The customers' names by address, so that a mailbox is a person's. */
function namesIn(context: DevstoreContext): (address: string) => string {
  const names = new Map<string, string>();
  for (const { customers } of context.store.shops()) {
    for (const customer of customers) {
      if (customer.email) names.set(customer.email.toLowerCase(), customerName(customer));
    }
  }
  return (address) => names.get(address) ?? "";
}
