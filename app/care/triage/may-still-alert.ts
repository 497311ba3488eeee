/** What is known of one send of an alert at the moment it would leave. */
export type AlertCircumstances = {
  send: { status: string; leaseUntil: Date | null; nextAttemptAt: Date };
  now: Date;
  installed: boolean;
  /** Of the alert; null when it is gone. */
  alertState: string | null;
};

export type MayStillAlert =
  | { decision: "send" }
  | { decision: "cancel"; reason: string }
  | { decision: "wait"; until: Date; reason: string }
  /** A run died between claim and confirm: it may have left. */
  | { decision: "uncertain" }
  | { decision: "nothing"; reason: string };

/** The last look before somebody is told, inside the claim: as before a mail to a shopper (care/deliver/may-still-send.ts). Pure. */
export function mayStillAlert({ send, now, installed, alertState }: AlertCircumstances): MayStillAlert {
  if (send.status === "sending") {
    if (send.leaseUntil && send.leaseUntil > now)
      return { decision: "wait", until: send.leaseUntil, reason: "another run is sending it" };
    return { decision: "uncertain" };
  }
  if (send.status !== "queued") return { decision: "nothing", reason: `it is ${send.status}` };
  if (!installed) return { decision: "cancel", reason: "the shop uninstalled the app" };
  if (alertState !== "open") return { decision: "cancel", reason: "somebody looked meanwhile" };
  if (send.nextAttemptAt > now)
    return { decision: "wait", until: send.nextAttemptAt, reason: "it is not due yet" };
  return { decision: "send" };
}
