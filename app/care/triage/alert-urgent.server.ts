import { openAlert } from "#app/care/triage/open-alert.server.ts";
import { readReading } from "#app/care/understand/read-reading.server.ts";
import { holdMessage } from "#app/conversation/hold-message.server.ts";
import { sqlOf } from "#app/db.server.ts";
import type { Handler } from "#app/job.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import { readSettings } from "#app/shop/read-settings.server.ts";

/** What cannot wait at all. */
const NOW = 3;

/** A message was read: where it cannot wait, the person whom the shop named is told, at any hour. */
export const alertUrgent: Handler<"alertUrgent"> = async (ports, run, { messageId }) => {
  const { shopId } = run;
  const keys = await shopKeys(shopId);
  return run.inShop(async (tx) => {
    const { serviceLevels } = await readSettings(tx, shopId);
    if (!serviceLevels.alerts.on) return "alerts are off";
    await lockAgainstRedaction(sqlOf(tx), shopId);
    const conversationId = await holdMessage(tx, messageId);
    if (conversationId === null) return "the message is gone";
    const message = await tx.message.findUniqueOrThrow({
      where: { id: messageId },
      select: { automatic: true, direction: true },
    });
    if (message.automatic || message.direction !== "in") return "nobody wrote it";
    const { status } = await tx.conversation.findUniqueOrThrow({
      where: { id: conversationId },
      select: { status: true },
    });
    if (status === "spam") return "it is spam";
    const now = ports.now();
    const reading = await readReading(tx, keys, { messageId, now });
    if (!reading || reading.urgency < NOW || reading.intent === "spam_or_auto") return "it can wait";
    const opened = await openAlert(tx, {
      ...{ shopId, key: `urgent:${messageId}`, reason: "urgent", conversationId, messageId, at: now },
    });
    return opened ? "somebody is told" : "somebody was told before";
  });
};
