import { lockSend } from "#app/care/triage/claim-alert.server.ts";
import { nextAlertAttempt } from "#app/care/triage/next-alert-attempt.ts";
import type { Tx } from "#app/db.server.ts";
import type { MailOutcome, WebhookOutcome } from "#app/ports.ts";

type Confirmation = {
  sendId: string;
  fence: number;
  attempts: number;
  answer: MailOutcome | WebhookOutcome;
  now: Date;
};

/** Writes what came of it, when this claim still holds the send. `tryAgainAt`: it was put off. */
export async function confirmAlert(
  tx: Tx,
  { sendId, fence, attempts, answer, now }: Confirmation,
): Promise<{ summary: string; tryAgainAt?: Date }> {
  const send = await lockSend(tx, sendId);
  if (!send) return { summary: "the alert is gone" };
  if (send.fence !== fence || send.status !== "sending")
    return { summary: `another claim took it, this one heard ${answer.outcome}` };
  const response = codeOf(answer);
  const write = (status: string, nextAttemptAt?: Date) =>
    tx.alertSend.update({
      where: { id: sendId },
      data: { status, response, at: now, leaseUntil: null, ...(nextAttemptAt ? { nextAttemptAt } : {}) },
    });
  switch (answer.outcome) {
    case "accepted":
      await write("sent");
      return { summary: "sent" };
    case "deferred":
    case "unreachable": {
      const at = nextAlertAttempt(attempts, now);
      await (at ? write("queued", at) : write("failed"));
      return at
        ? { summary: `put off: ${response}`, tryAgainAt: at }
        : { summary: `failed: put off too often, ${response}` };
    }
    case "rejected":
    case "refused":
    case "forbidden":
      await write("failed");
      return { summary: `failed: ${response}` };
    case "unknown":
      await write("uncertain");
      return { summary: `uncertain: ${response}` };
  }
}

/** A status or a code of our own and of Node's: what a server says in words may hold an address. */
function codeOf(answer: MailOutcome | WebhookOutcome): string {
  if ("status" in answer) return String(answer.status);
  if ("code" in answer) return String(answer.code);
  return "reason" in answer ? answer.reason.slice(0, 100) : "accepted";
}
