/** What is known of a delivery at the moment it would leave. */
export type Circumstances = {
  delivery: { status: string; leaseUntil: Date | null; nextAttemptAt: Date; createdAt: Date };
  now: Date;
  /** False once the shop uninstalled the app. */
  installed: boolean;
  suppressed: boolean;
  redacted: boolean;
  /** Null when the draft is gone. */
  draftStatus: string | null;
  /** A person wrote it to a third party, and no draft stands behind it. */
  draftless?: boolean;
  /** Only of a mail that carries a code, which belongs to no draft: whether that code still counts. */
  codeWanted?: boolean;
  /** Only of what is told unasked: whether it has to be told still. */
  toTell?: boolean;
  /** Only of an order problem that is told unasked: why it is not to be any more; null: it is. */
  unwanted?: string | null;
  /** Of the same: when the shopper's quiet hours are over; null: they are not on. */
  notBefore?: Date | null;
  /** Another reply to the same message that left, or may have left, since this one was approved. */
  answeredByOther: boolean;
};

export type MayStillSend =
  | { decision: "send" }
  | { decision: "cancel"; reason: string }
  /** Somebody else is at it, or it is too early: look again then. */
  | { decision: "wait"; until: Date; reason: string }
  /** A run died between claim and confirm: it may have left. */
  | { decision: "uncertain" }
  | { decision: "nothing"; reason: string };

/** The last look before a mail leaves, inside the claim (DESIGN, invariant 5). Pure. */
export function mayStillSend(given: Circumstances): MayStillSend {
  const { delivery, now } = given;
  if (delivery.status === "sending") {
    if (delivery.leaseUntil && delivery.leaseUntil > now) {
      return { decision: "wait", until: delivery.leaseUntil, reason: "another run is sending it" };
    }
    return { decision: "uncertain" };
  }
  if (delivery.status !== "queued") return { decision: "nothing", reason: `it is ${delivery.status}` };
  const reason = whyNotWanted(given);
  if (reason) return { decision: "cancel", reason };
  if (delivery.nextAttemptAt > now)
    return { decision: "wait", until: delivery.nextAttemptAt, reason: "it is not due yet" };
  if (given.notBefore && given.notBefore > now)
    return { decision: "wait", until: given.notBefore, reason: "it is a quiet hour where the shopper is" };
  return { decision: "send" };
}

function whyNotWanted(given: Circumstances): string | null {
  if (!given.installed) return "the shop uninstalled the app";
  if (given.redacted) return "the shopper's data was redacted";
  if (given.suppressed) return "the address takes no mail";
  if (given.codeWanted !== undefined) return given.codeWanted ? null : "the code no longer counts";
  if (given.draftStatus !== "sent" && !given.draftless) return "the draft is no longer the approved one";
  if (given.toTell === false) return "what it tells was settled meanwhile";
  if (given.unwanted) return given.unwanted;
  if (given.answeredByOther) return "the message was answered meanwhile";
  return null;
}
