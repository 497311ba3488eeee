import { Badge, BlockStack, InlineStack, Text } from "@shopify/polaris";
import { moneyLabel, statusLabel } from "#app/components/labels.ts";
import { useWords } from "#app/components/words.tsx";
import { zonedDay } from "#app/components/zoned-time.ts";
import type { ConversationDetail } from "#app/desk/shapes.ts";
import { beyondLines } from "./beyond-lines.ts";

type Order = ConversationDetail["orders"][number];
type Given = { order: Order; zone: string | null };

/** What the order costs, whether it is paid, and what went or is to go back. */
export function Payment({ order, zone }: Given) {
  const say = useWords();
  const beyond = beyondLines(order);
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingSm">
        {say("order.payment")}
      </Text>
      {beyond ? (
        <div className="attune-row">
          <Text as="span" tone="subdued">
            {say("order.beyondLines")}
          </Text>
          <Text as="span" tone="subdued">
            {moneyLabel(say, beyond)}
          </Text>
        </div>
      ) : null}
      <div className="attune-row">
        <span>{paidWords({ order, zone }, say)}</span>
        <Text as="span" fontWeight="medium">
          {moneyLabel(say, order.total)}
        </Text>
      </div>
      {order.refunds.length > 0 ? (
        <ul className="attune-rows">
          {order.refunds.map(({ id, at, amount, settled }) => (
            <li key={id} className="attune-row">
              <span>
                {say(settled ? "order.refundedOn" : "order.refundPending", { date: zonedDay(say, at, zone) })}
              </span>
              <span>{say("order.moneyBack", { amount: moneyLabel(say, amount) })}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {order.disputes.map((dispute) => (
        <Dispute key={dispute.id} dispute={dispute} zone={zone} />
      ))}
    </BlockStack>
  );
}

function paidWords(
  { order: { financialStatus, paidAt }, zone }: Given,
  say: ReturnType<typeof useWords>,
): string {
  if (paidAt) return say("order.paidOn", { date: zonedDay(say, paidAt, zone) });
  return financialStatus ? statusLabel(say, financialStatus) : say("order.paymentUnknown");
}

function Dispute({ dispute, zone }: { dispute: Order["disputes"][number]; zone: string | null }) {
  const say = useWords();
  const { type, status, reason, amount, evidenceDueBy } = dispute;
  return (
    <BlockStack gap="050">
      <InlineStack gap="100">
        <Badge tone="critical">
          {say("order.dispute", { type: statusLabel(say, type ?? "chargeback") })}
        </Badge>
        <Badge>{statusLabel(say, status)}</Badge>
      </InlineStack>
      <Text as="p" variant="bodySm" tone="subdued">
        {[
          ...(reason ? [statusLabel(say, reason)] : []),
          ...(amount ? [moneyLabel(say, amount)] : []),
          ...(evidenceDueBy ? [say("order.disputeDue", { date: zonedDay(say, evidenceDueBy, zone) })] : []),
        ].join(" · ")}
      </Text>
    </BlockStack>
  );
}
