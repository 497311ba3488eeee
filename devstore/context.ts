import type { Clock } from "./clock.ts";
import type { ShopState } from "./state/model.ts";

/** What `startDevstore` is given. Ports may be 0 (any free one). */
export type DevstoreOptions = {
  port: number;
  /** Address to listen on; loopback unless a container needs more. */
  host: string;
  /** Folder of `store.json`; without it nothing is kept. */
  dataDir?: string;
  /** Origin of the app under development, without a trailing slash. */
  appUrl: string;
  apiKey: string;
  apiSecret: string;
  smtpPort: number;
  /** The app's HTTP mail door, e.g. `http://localhost:3000/inbound/email`. */
  inboundUrl?: string;
  /** Bearer token of that door. */
  inboundToken?: string;
  /** Path of shopify.app.toml: topics, scopes, app proxy, API version. */
  toml: string;
  now: () => Date;
  /** First waits between webhook attempts, in milliseconds; the last one repeats. */
  webhookBackoffMs: number[];
};

/** What shopify.app.toml says, as far as the dev store acts on it. */
export type AppManifest = {
  apiVersion: string;
  scopes: string[];
  /** Which topic goes to which address, as declared (`/webhooks` is relative to the app's URL). */
  subscriptions: { topic: string; uri: string }[];
  proxy: { url: string; prefix: string; subpath: string };
};

/** The shops, in memory, kept in `<dataDir>/store.json`. Mutate what it hands out, then call `changed()`. */
export type Store = {
  shops: () => ShopState[];
  /** By `x.myshopify.com`. */
  shop: (domain: string) => ShopState | undefined;
  /** By the name before `.myshopify.com`. */
  shopByHandle: (handle: string) => ShopState | undefined;
  /** The shop every page and control call means when it names none. */
  defaultShop: () => ShopState;
  addShop: (shop: ShopState) => void;
  settings: () => DevstoreSettings;
  /** Marks the state as changed: it is written soon, and at the latest on close. */
  changed: () => void;
  /** Writes now; resolves once the file is in place. */
  flush: () => Promise<void>;
};

export type DevstoreSettings = {
  /** Where shoppers' mail goes, e.g. `k3x9@inbound.example`; told by the app's demo script. */
  inboundAddress?: string;
};

export type WebhookDelivery = {
  /** Constant across retries. */
  webhookId: string;
  eventId: string;
  shop: string;
  topic: string;
  /** The bytes sent, as text. */
  body: string;
  triggeredAt: string;
  url: string;
  status: "held" | "pending" | "delivered" | "failed" | "lost";
  attempts: { at: string; httpStatus?: number; error?: string }[];
};

export type WebhookKnobs = {
  /** Keep deliveries back until flushed. */
  hold: boolean;
  /** Send every delivery this many times in all (1 = once). */
  duplicate: number;
  /** Send what is flushed in a mixed order. */
  shuffle: boolean;
  /** Never send each n-th delivery; 0 = lose nothing. */
  loseEvery: number;
  delayMs: number;
};

export type Webhooks = {
  /** Queues one event. `payload` is written as JSON; wrap ids with `exactNumber`. Does nothing unless installed and subscribed. */
  emit: (event: {
    shop: ShopState;
    topic: string;
    payload: unknown;
    eventId?: string;
    always?: boolean;
  }) => void;
  /** Sends what is held and resolves when nothing is under way. */
  flush: () => Promise<void>;
  /** Resolves when nothing is under way (held ones do not count). */
  idle: () => Promise<void>;
  set: (knobs: Partial<WebhookKnobs>) => WebhookKnobs;
  deliveries: () => WebhookDelivery[];
  close: () => Promise<void>;
};

export type MailboxMessage = {
  id: string;
  at: string;
  envelope: { from: string; to: string[] };
  from: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  messageId: string;
  inReplyTo: string;
  references: string[];
  headers: Record<string, string>;
};

/** How the mailbox's SMTP server answers, for tests of what a sender does when it is not simply told yes. */
export type MailBehaviour = {
  /** Answer to RCPT TO instead of 250. */
  onRcpt?: { code: number; message: string };
  /**
   * What happens after the message's final dot: `defer` 451, `reject` 554, `drop-after-dot` closes the connection without
   * an answer, `hang-after-dot` answers nothing until the behaviour changes (then 250) or the sender gives up.
   */
  onData?: "accept" | "defer" | "reject" | "drop-after-dot" | "hang-after-dot";
  /** Whether a dropped or hanging message lies in the mailbox all the same (default true: the answer was lost, not the mail). */
  keep?: boolean;
  /** Only for this recipient; all others are accepted. */
  match?: string;
  /** Only this many times, then accept; no limit when absent. */
  times?: number;
};

/** The SMTP sink of `devstore/mail/mail-sink.ts`. Messages newest first. */
export type MailSink = {
  port: number;
  /** What shoppers received. */
  messages: () => MailboxMessage[];
  /** What shoppers wrote, kept so that the mailbox page can show both sides. */
  sent: () => MailboxMessage[];
  recordSent: (message: MailboxMessage) => Promise<void>;
  behaviour: () => MailBehaviour;
  setBehaviour: (behaviour: MailBehaviour) => void;
  close: () => Promise<void>;
};

/** Handed to every router: `(context: DevstoreContext) => express.Router`. */
export type DevstoreContext = {
  options: DevstoreOptions;
  manifest: AppManifest;
  store: Store;
  webhooks: Webhooks;
  mail: MailSink;
  /** The shop's time: what happens in it bears this. Tokens and signatures live by the machine's, `options.now`. */
  now: () => Date;
  clock: Clock;
  /** The dev store's own origin; empty until it listens. */
  url: () => string;
  /** A session token as App Bridge would hand it out: HS256, 60 s, `sub` = the staff member's numeric id. */
  sessionToken: (input: { shop: string; user?: string | undefined; ttlSeconds?: number }) => string;
  /** Opens the app as a merchant does: installs it when it is not (managed installation), and answers the embedded app's address with `embedded`, `hmac`, `host`, `id_token`, `shop`, `locale`, `timestamp`. */
  embeddedUrl: (input: {
    shop: string;
    user?: string | undefined;
    path?: string;
    locale?: string | undefined;
  }) => string;
};
