import { Badge, BlockStack, Card, Divider, InlineStack, Link, Text } from "@shopify/polaris";
import { BidiText } from "#app/components/bidi-text.tsx";
import { dateLabel, dateTimeLabel, moneyLabel, numberLabel, statusLabel } from "#app/components/labels.ts";
import { OrderIssues } from "./order-issues.tsx";
import { useNow } from "#app/components/relative-time.tsx";
import type { ConversationDetail } from "#app/desk/shapes.ts";
import { useWords, Words } from "#app/components/words.tsx";

type Order = ConversationDetail["orders"][number];
type Reading = NonNullable<ConversationDetail["reading"]>;
const EVENTS_SHOWN = 6;

type Given = {
  order: Order;
  reading: Reading | null;
  /** Whether its problems and its parcels' events are told here: the page of a problem tells them itself. */
  journey?: boolean;
};

/**
 * One order as the records have it: what was bought, what was paid, where the parcels are. Who names an order need not be its
 * owner: the card says so, since nothing of it may be told then.
 */
export function OrderCard({ order, reading, journey = true }: Given) {
  const say = useWords();
  const proof = reading?.proofs.find(({ orderId }) => orderId === order.id);
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" gap="200">
          <Text as="h2" variant="headingMd">
            <Link url={`shopify:admin/orders/${order.id}`} external removeUnderline>
              {order.name}
            </Link>
          </Text>
          <InlineStack align="start" gap="100">
            {order.cancelledAt ? <Badge tone="critical">{say("order.cancelled")}</Badge> : null}
            {order.financialStatus ? <Badge>{statusLabel(say, order.financialStatus)}</Badge> : null}
            <Badge>{statusLabel(say, order.fulfillmentStatus ?? "unfulfilled")}</Badge>
          </InlineStack>
        </InlineStack>
        {proof?.level === "none" ? (
          <InlineStack>
            <Badge tone="warning">{say("order.notProven")}</Badge>
          </InlineStack>
        ) : null}
        {journey ? <OrderIssues issues={order.issues} /> : null}
        <Text as="p" tone="subdued">
          {say("order.placed", { date: dateLabel(say, order.placedAt), total: moneyLabel(say, order.total) })}
        </Text>
        <Lines lines={order.lines} />
        {order.refunds.map((refund) => (
          <Text as="p" key={refund.id}>
            {say("order.refunded", {
              amount: moneyLabel(say, refund.amount),
              date: refund.at ? dateLabel(say, refund.at) : "unknown",
            })}
          </Text>
        ))}
        {order.fulfillments.map((fulfillment) => (
          <Parcel key={fulfillment.id} parcel={fulfillment} journey={journey} />
        ))}
      </BlockStack>
    </Card>
  );
}

function Lines({ lines }: { lines: Order["lines"] }) {
  const say = useWords();
  return (
    <BlockStack gap="100" as="ul">
      {lines.map((line) => (
        <li key={line.id} style={{ listStyle: "none" }}>
          <InlineStack align="space-between" gap="200" wrap={false}>
            <Text as="span">
              <Words
                of="order.line"
                values={{
                  quantity: numberLabel(say, line.quantity),
                  item: <BidiText>{line.title}</BidiText>,
                }}
              />
            </Text>
            <Text as="span" tone="subdued">
              {line.quantity > 1
                ? say("order.priceEach", { price: moneyLabel(say, line.price) })
                : moneyLabel(say, line.price)}
            </Text>
          </InlineStack>
        </li>
      ))}
    </BlockStack>
  );
}

function Parcel({ parcel, journey }: { parcel: Order["fulfillments"][number]; journey: boolean }) {
  const say = useWords();
  const events = [...parcel.events].sort((a, b) => b.at.localeCompare(a.at));
  return (
    <BlockStack gap="200">
      <Divider />
      <InlineStack align="space-between" gap="200">
        <Text as="h3" variant="headingSm">
          {parcel.trackingCompany ?? say("order.parcel")}
        </Text>
        <Arrival parcel={parcel} />
      </InlineStack>
      {parcel.trackingNumber ? (
        <Text as="p" breakWord>
          {parcel.trackingUrl ? (
            <Link url={parcel.trackingUrl} external>
              {parcel.trackingNumber}
            </Link>
          ) : (
            parcel.trackingNumber
          )}
        </Text>
      ) : (
        <Text as="p" tone="subdued">
          {say("order.noTracking")}
        </Text>
      )}
      {!journey ? null : events.length > 0 ? (
        <BlockStack gap="100" as="ol">
          {events.slice(0, EVENTS_SHOWN).map((event) => (
            <li key={`${event.status}${event.at}`} style={{ listStyle: "none" }}>
              <Text as="span">{statusLabel(say, event.status)}</Text>{" "}
              <Text as="span" tone="subdued">
                {say("order.eventAt", {
                  time: dateTimeLabel(say, event.at),
                  place: event.city || "unknown",
                })}
              </Text>
            </li>
          ))}
        </BlockStack>
      ) : (
        <Text as="p" tone="subdued">
          {say("order.noEvents")}
        </Text>
      )}
    </BlockStack>
  );
}

function Arrival({ parcel }: { parcel: Order["fulfillments"][number] }) {
  const say = useWords();
  const now = useNow();
  const { deliveredAt, estimatedDeliveryAt: expectedAt } = parcel;
  if (deliveredAt)
    return <Badge tone="success">{say("order.delivered", { date: dateLabel(say, deliveredAt) })}</Badge>;
  if (!expectedAt) return null;
  const late = now !== null && new Date(expectedAt).getTime() < now;
  return (
    <Badge tone={late ? "warning" : "info"}>
      {say("order.expected", { date: dateLabel(say, expectedAt) })}
    </Badge>
  );
}
