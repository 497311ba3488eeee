import { Badge, BlockStack, Card, Divider, InlineStack, Link, Text } from "@shopify/polaris";
import { BidiText } from "#app/components/bidi-text.tsx";
import { statusLabel } from "#app/components/labels.ts";
import { Lines } from "#app/components/order/lines.tsx";
import { Parcel } from "#app/components/order/parcel.tsx";
import { placeWords } from "#app/components/order/place-words.ts";
import { Payment } from "#app/components/order/payment.tsx";
import { unshipped } from "#app/components/order/unshipped.ts";
import { useWords, Words } from "#app/components/words.tsx";
import { zonedDay } from "#app/components/zoned-time.ts";
import type { ConversationDetail, ShownPromise } from "#app/desk/shapes.ts";
import { OrderIssues } from "./order-issues.tsx";

type Order = ConversationDetail["orders"][number];
type Reading = NonNullable<ConversationDetail["reading"]>;

type Given = {
  order: Order;
  reading: Reading | null;
  /** Whether its problems and its parcels' events are told here: the page of a problem tells them itself. */
  journey?: boolean;
  /** Where the shop is; null: not known, and times are in UTC. */
  zone?: string | null;
  /** What the shopper was promised; those about this order are said here too. */
  promises?: ShownPromise[];
};

/**
 * One order as the records have it: what was bought, what was paid, where the parcels are. Who names an order need not be its
 * owner: the card says so, since nothing of it may be told then.
 */
export function OrderCard({ order, reading, journey = true, zone = null, promises = [] }: Given) {
  const say = useWords();
  const proof = reading?.proofs.find(({ orderId }) => orderId === order.id);
  const open = promises.filter(({ orderId, state }) => orderId === order.id && state !== "kept");
  return (
    <Card>
      <BlockStack gap="300">
        <Head order={order} zone={zone} />
        {proof?.level === "none" ? (
          <InlineStack>
            <Badge tone="warning">{say("order.notProven")}</Badge>
          </InlineStack>
        ) : null}
        {journey ? <OrderIssues issues={order.issues} /> : null}
        {open.map((promise) => (
          <Promised key={promise.id} promise={promise} zone={zone} />
        ))}
        <Lines lines={order.lines} />
        <Divider />
        <Payment order={order} zone={zone} />
        <Unshipped order={order} zone={zone} />
        {order.fulfillments.map((fulfillment) => (
          <BlockStack key={fulfillment.id} gap="300">
            <Divider />
            <Parcel parcel={fulfillment} journey={journey} zone={zone} />
          </BlockStack>
        ))}
        <Returns order={order} zone={zone} />
      </BlockStack>
    </Card>
  );
}

type Part = { order: Order; zone: string | null };

function Head({ order, zone }: Part) {
  const say = useWords();
  const { customer, shippingAddress } = order;
  const recipient = shippingAddress?.name ?? customer?.name ?? null;
  const place = placeWords(say, shippingAddress ?? {});
  return (
    <BlockStack gap="150">
      <InlineStack align="space-between" gap="200">
        <Text as="h2" variant="headingMd">
          <Link url={`shopify:admin/orders/${order.id}`} external removeUnderline>
            {order.name}
          </Link>
        </Text>
        <InlineStack align="start" gap="100">
          {order.cancelledAt ? <Badge tone="critical">{say("order.cancelled")}</Badge> : null}
          {order.test ? <Badge tone="info">{say("order.test")}</Badge> : null}
          {order.financialStatus ? <Badge>{statusLabel(say, order.financialStatus)}</Badge> : null}
          <Badge>{statusLabel(say, order.fulfillmentStatus ?? "unfulfilled")}</Badge>
        </InlineStack>
      </InlineStack>
      <Text as="p" tone="subdued">
        {say("order.placedOn", { date: zonedDay(say, order.placedAt, zone) })}
        {order.cancelledAt
          ? ` · ${say("order.cancelledOn", { date: zonedDay(say, order.cancelledAt, zone) })}`
          : ""}
      </Text>
      {recipient ? (
        <Text as="p" tone="subdued">
          <Words
            of={place ? "order.shipsTo" : "order.shipsToName"}
            values={{ name: <BidiText>{recipient}</BidiText>, place }}
          />
        </Text>
      ) : null}
    </BlockStack>
  );
}

function Promised({ promise: { text, dueAt, state }, zone }: { promise: ShownPromise; zone: string | null }) {
  const say = useWords();
  const broken = state === "broken";
  return (
    <BlockStack gap="050">
      <InlineStack>
        <Badge tone={broken ? "critical" : "attention"}>
          {dueAt
            ? say(broken ? "order.promiseBroken" : "order.promised", { date: zonedDay(say, dueAt, zone) })
            : say("order.promisedOpen")}
        </Badge>
      </InlineStack>
      <Text as="p" variant="bodySm" tone="subdued">
        <BidiText>{text}</BidiText>
      </Text>
    </BlockStack>
  );
}

/** Why what is not on its way has not left. */
function Unshipped({ order, zone }: Part) {
  const say = useWords();
  const waiting = unshipped(order);
  if (waiting.length === 0) return null;
  return (
    <>
      <Divider />
      <BlockStack gap="100">
        <Text as="h3" variant="headingSm">
          {say("order.unshipped")}
        </Text>
        {waiting.map(({ id, status, requestStatus, fulfillAt, holds }) => (
          <BlockStack key={id} gap="050">
            <Text as="p">
              {statusLabel(
                say,
                holds.length > 0 ? "on_hold" : fulfillAt ? (status ?? "open") : (requestStatus ?? "open"),
              )}
              {fulfillAt ? ` · ${say("order.shipsFrom", { date: zonedDay(say, fulfillAt, zone) })}` : ""}
            </Text>
            {holds.map((hold, nth) => (
              <Text key={nth} as="p" variant="bodySm" tone="subdued">
                <BidiText>{[statusLabel(say, hold.reason), hold.notes].filter(Boolean).join(" · ")}</BidiText>
              </Text>
            ))}
          </BlockStack>
        ))}
      </BlockStack>
    </>
  );
}

function Returns({ order: { returns }, zone }: Part) {
  const say = useWords();
  if (returns.length === 0) return null;
  return (
    <>
      <Divider />
      <BlockStack gap="100">
        <Text as="h3" variant="headingSm">
          {say("order.returns")}
        </Text>
        <ul className="attune-rows">
          {returns.map(({ id, name, status, closedAt }) => (
            <li key={id} className="attune-row">
              <BidiText>{name ?? say("order.return")}</BidiText>
              <Text as="span" tone="subdued">
                {closedAt
                  ? say("order.returnClosed", { date: zonedDay(say, closedAt, zone) })
                  : statusLabel(say, status)}
              </Text>
            </li>
          ))}
        </ul>
      </BlockStack>
    </>
  );
}
