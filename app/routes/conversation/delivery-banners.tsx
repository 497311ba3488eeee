import { useFetcher } from "@remix-run/react";
import { Banner, BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import type { ConversationDetail } from "#app/desk/shapes.ts";

type Delivery = ConversationDetail["deliveries"][number];

/** What became of the replies: sent is quiet, everything else is said, and an unknown outcome asks a person. */
export function DeliveryBanners({ deliveries }: { deliveries: Delivery[] }) {
  return (
    <>
      {deliveries.map((delivery) => (
        <DeliveryBanner key={delivery.id} delivery={delivery} />
      ))}
    </>
  );
}

function DeliveryBanner({ delivery }: { delivery: Delivery }) {
  switch (delivery.status) {
    case "uncertain":
      return <Unsettled delivery={delivery} />;
    case "failed":
      return (
        <Banner tone="critical" title="The reply was not sent">
          <BlockStack gap="300">
            <Text as="p">{delivery.response ?? "The mail server refused it."}</Text>
            <Settle delivery={delivery} as="resend" label="Send again" />
          </BlockStack>
        </Banner>
      );
    case "queued":
    case "sending":
      return <Banner tone="info">The reply is on its way.</Banner>;
    case "cancelled":
      return (
        <Banner tone="warning">
          The reply was not sent: {delivery.response ?? "it was no longer wanted"}.
        </Banner>
      );
    default:
      return null;
  }
}

function Unsettled({ delivery }: { delivery: Delivery }) {
  return (
    <Banner tone="warning" title="It is not certain that the reply arrived">
      <BlockStack gap="300">
        <Text as="p">
          The connection to the mail server ended before it answered. Nothing is sent again by itself. Look
          into your mailbox, then decide.
        </Text>
        <InlineStack gap="200">
          <Settle delivery={delivery} as="sent" label="It was sent" />
          <Settle delivery={delivery} as="resend" label="Send again" />
        </InlineStack>
      </BlockStack>
    </Banner>
  );
}

function Settle({ delivery, as, label }: { delivery: Delivery; as: "sent" | "resend"; label: string }) {
  const fetcher = useFetcher();
  return (
    <fetcher.Form method="post">
      <input type="hidden" name="intent" value="settle" />
      <input type="hidden" name="deliveryId" value={delivery.id} />
      <input type="hidden" name="as" value={as} />
      <Button submit loading={fetcher.state !== "idle"}>
        {label}
      </Button>
    </fetcher.Form>
  );
}
