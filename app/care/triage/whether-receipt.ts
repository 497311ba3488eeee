import type { CareEmotion, RiskFlag } from "#app/care/understand/reading.ts";
import { hours, type Duration } from "#app/lib/duration.ts";

/** What is known when somebody may be told that their message arrived. */
export type ReceiptCircumstances = {
  on: boolean;
  message: { automatic: boolean; isFirst: boolean };
  conversation: { status: string; begunByUs: boolean; withSupplier: boolean };
  /** Something of ours left in it, or is about to. */
  answered: boolean;
  suppressed: boolean;
  reading: { intent: string; emotion: CareEmotion; riskFlags: readonly RiskFlag[] };
  /** Null: it is not certain, or no receipt is written in it. */
  language: string | null;
  otherLanguages: "none" | "english";
  /** Since the message came. */
  age: Duration;
  /** That this address got within a day. */
  receiptsToday: number;
};

/** Two programs that answer each other stop here. */
const MOST_A_DAY = 2;
/** Who wrote longer ago wonders what was taken in only now: a backlog, a reading that was made or corrected again. */
const OLDEST = hours(1);

/** Why nobody is told that their message arrived, for the job's record; null: they are. Pure. */
export function whyNoReceipt(given: ReceiptCircumstances): string | null {
  const { message, conversation, reading } = given;
  if (!given.on) return "receipts are off";
  // RFC 3834 section 2: never to automatic mail, a list, a bounce.
  if (message.automatic || reading.intent === "spam_or_auto") return "nobody wrote it";
  if (given.age > OLDEST) return "it came too long ago";
  if (conversation.status !== "open") return `it is ${conversation.status}`;
  if (conversation.begunByUs || conversation.withSupplier) return "they answer what we wrote";
  if (!message.isFirst || given.answered) return "it is not the first word";
  if (given.suppressed) return "the address takes no mail";
  // A person speaks first with who is in need; and nothing is sent by a machine that a risk hangs on.
  if (reading.riskFlags.length > 0) return "a person answers it";
  if (reading.emotion === "grief" || reading.emotion === "sadness") return "a person answers it";
  if (given.language === null && given.otherLanguages === "none") return "it has no language of ours";
  if (given.receiptsToday >= MOST_A_DAY) return "this address was told often enough today";
  return null;
}
