import type { z } from "zod";
import type { ParsedMail } from "#app/conversation/parsed-mail.ts";
import type { Duration } from "#app/lib/duration.ts";
import type { LookUp } from "#app/shop/mail-check/mail-records.ts";

/** The clock. */
export type Now = () => Date;

/** One mail to one recipient, and those who get a copy. Addresses are validated single addr-specs; bodies are plain text. */
export type OutgoingMail = {
  messageId: string;
  from: { name: string; address: string };
  to: { name: string; address: string };
  cc?: { name: string; address: string }[];
  replyTo: { name: string; address: string };
  subject: string;
  text: string;
  inReplyTo?: string;
  references: string[];
  headers?: Record<string, string>;
  attachments?: { name: string; mimeType: string; bytes: Uint8Array }[];
};

export type RefusedRecipient = { address: string; code: number; response: string };

/** Only an SMTP response code is a definite answer (RFC 5321 section 6.1). */
export type MailOutcome =
  /** `refused`: those of the recipients that the server did not take, while it took the mail for others. */
  | { outcome: "accepted"; response: string; refused?: RefusedRecipient[] }
  | { outcome: "deferred"; code: number; response: string } // 4xx: try again later
  | { outcome: "rejected"; code: number; response: string } // 5xx: never try again
  | { outcome: "unreachable"; reason: string } // no connection was made: nothing can have left
  | { outcome: "unknown"; reason: string }; // anything else after the connection: it may have left

export type SendMail = (mail: OutgoingMail) => Promise<MailOutcome>;

/** One small POST of JSON to an address that a shop named. */
export type WebhookCall = { url: string; body: string; headers: Record<string, string> };

/** `refused`: whoever answered wants none of it, or sent us elsewhere; trying again does not help. */
export type WebhookOutcome =
  | { outcome: "accepted"; status: number }
  | { outcome: "refused"; status: number }
  | { outcome: "deferred"; status: number } // try again later
  | { outcome: "forbidden"; reason: string } // not an address of the public internet: nothing was called
  | { outcome: "unreachable"; reason: string } // no connection was made: nothing can have left
  | { outcome: "unknown"; reason: string }; // it may have arrived

export type CallWebhook = (call: WebhookCall) => Promise<WebhookOutcome>;

/** Asks the domain name system, and nothing else: no host that it names is called. */
export type LookUpDns = LookUp;

/** One Admin GraphQL operation of one shop. `document` is checked against the schema in a contract test. */
export type AdminRequest<T extends z.ZodType> = {
  shopId: string;
  document: string;
  variables?: Record<string, unknown>;
  data: T;
  /** Background work (backfill, reconcile) leaves points of the shop's bucket to people and webhooks. */
  purpose?: "background";
};

export type AdminAnswer<T> =
  | { outcome: "answered"; data: T }
  | { outcome: "throttled"; retryAfter: Duration }
  | { outcome: "refused"; errors: { message: string; code?: string }[] } // trying again does not help
  | { outcome: "uninstalled" } // no token, or it was refused
  | { outcome: "unavailable"; reason: string };

export type ShopAdmin = <T extends z.ZodType>(request: AdminRequest<T>) => Promise<AdminAnswer<z.infer<T>>>;

/** A place between two lines of a bulk result: how many lines, and how many bytes, are before it. */
export type BulkPlace = { line: number; byte: number };

/** Some lines of a bulk result, the same as they came (UTF-8: to keep them costs less), and the place after them. */
export type BulkLines = { lines: string[]; bytes: Uint8Array; end: BulkPlace };

/**
 * Streams a finished bulk operation's JSONL from a place on (its beginning when none is given), in constant memory. `gone`: the
 * address is no longer good. Throws when storage does not answer or the stream breaks.
 */
export type ReadBulkResult = (
  url: string,
  from?: BulkPlace,
) => Promise<{ outcome: "found"; stretches: AsyncIterable<BulkLines> } | { outcome: "gone" }>;

/** Takes raw mail apart, off the event loop and within limits. A mail over the limits, or that cannot be read, is refused. */
export type ParseMail = (
  raw: Uint8Array,
) => Promise<{ outcome: "parsed"; mail: ParsedMail } | { outcome: "refused"; reason: string }>;

/**
 * One question to a language model. `system` is the same for every question of a kind, so that the provider may keep it;
 * `content` is what this one is about; `answer` is the schema of the JSON it must come back as.
 */
export type Completion<T extends z.ZodType> = {
  /** Several blocks are kept each, so that questions which share the first ones share what is kept of them. */
  system: string | readonly string[];
  content: string;
  answer: T;
  /** Told all that the model has said so far, each time it says more: a part of an answer that nobody has checked. */
  hear?: (soFar: string) => void;
  limits: {
    /** Of the answer, what the model thinks before it included. */
    maxTokens: number;
    /** For everything, from here on: a body that stalls ends with it, too. */
    deadline: Duration;
    signal?: AbortSignal;
  };
};

/**
 * What a question and its answer cost, in tokens. Of `tokensIn`, `tokensCached` were what the provider had kept, and `tokensWritten`
 * what it keeps from now on: their prices are others.
 */
export type TokenUsage = {
  tokensIn: number;
  tokensOut: number;
  tokensCached: number;
  tokensWritten: number;
};

export type CompletionOutcome<T> =
  | { outcome: "answered"; value: T; usage: TokenUsage }
  | { outcome: "refused"; usage: TokenUsage } // the model will not answer this
  | { outcome: "invalid"; reason: string; usage: TokenUsage | null } // cut off, no JSON, or not what was asked for
  | { outcome: "throttled"; retryAfter: Duration | null } // nothing was spent; null: no time was named
  | { outcome: "unavailable"; reason: ModelFailure };

/**
 * Names from our own code, for the metrics and the log. `unreachable`: no connection was made, so nothing was spent; `broken_off`:
 * it ended before the answer did; `paused`: it failed too often lately to be asked now.
 */
export type ModelFailure =
  | "timed_out"
  | "unreachable"
  | "broken_off"
  | "overloaded"
  | "key_refused"
  | "http_error"
  | "paused"
  | "stopped";

export type Complete = <T extends z.ZodType>(
  completion: Completion<T>,
) => Promise<CompletionOutcome<z.infer<T>>>;

/** A language model and its provider's name for it: what one said, another need not say. */
export type LanguageModel = { name: string; complete: Complete };

/** What the app needs from outside. Filled in wiring.server.ts. */
export type Ports = {
  now: Now;
  sendMail: SendMail;
  callWebhook: CallWebhook;
  shopAdmin: ShopAdmin;
  readBulkResult: ReadBulkResult;
  parseMail: ParseMail;
  /** Reads messages; null when the deployment has no key for one. */
  readingModel: LanguageModel | null;
  /** Writes drafts; null when the deployment has no key for one. */
  draftingModel: LanguageModel | null;
};
