import { useFetcher } from "@remix-run/react";
import { Banner, BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import { asSentence } from "#app/components/labels.ts";
import type { ConversationDetail } from "#app/desk/shapes.ts";
import { AnswerBanner } from "#app/components/answer-banner.tsx";
import type { clientAction } from "./route.tsx";
import { useOutcomeToast } from "./use-outcome-toast.ts";

type Delivery = ConversationDetail["deliveries"][number];

type Given = Pick<ConversationDetail, "deliveries" | "status">;

/** What became of the replies: sent is quiet, everything else is said, and an unknown outcome asks a person. */
export function DeliveryBanners({ deliveries, status }: Given) {
  // A cancelled reply matters as long as the shopper waits for an answer (desk/not-sent.server.ts) and no later one left.
  const matters = (one: Delivery) =>
    one.status !== "cancelled" ||
    (status === "open" && !deliveries.some((other) => other.status === "sent" && other.at > one.at));
  return (
    <>
      {deliveries.filter(matters).map((delivery) => (
        <DeliveryBanner key={delivery.id} delivery={delivery} />
      ))}
    </>
  );
}

function DeliveryBanner({ delivery }: { delivery: Delivery }) {
  const what = delivery.purpose === "code" ? "code" : "reply";
  switch (delivery.status) {
    case "uncertain":
      return (
        <Banner tone="warning" title={`It is not certain that the ${what} left`}>
          <BlockStack gap="300">
            <Text as="p">
              The mail server took the {what} but ended the connection before it said so. Nothing is sent
              again by itself. Look for it in your mail provider&apos;s log, then decide.
            </Text>
            <Settle delivery={delivery} choices={{ sent: "It was sent", resend: "Send again" }} />
          </BlockStack>
        </Banner>
      );
    case "failed":
      return (
        <Banner tone="critical" title={`The ${what} was not sent`}>
          <BlockStack gap="300">
            <Text as="p" breakWord>
              {asSentence(delivery.response ?? "The mail server refused it")}
            </Text>
            <Settle delivery={delivery} choices={{ resend: "Send again" }} />
          </BlockStack>
        </Banner>
      );
    case "queued":
    case "sending":
      return <Banner tone="info">The {what} is on its way.</Banner>;
    case "cancelled":
      return (
        <Banner tone="warning" title={`The ${what} was not sent`}>
          {asSentence(delivery.response ?? "It was no longer wanted")}{" "}
          {what === "code" ? "Draft the reply again to send a new one." : "Write a new draft to answer."}
        </Banner>
      );
    default:
      return null;
  }
}

type Choices = { sent?: string; resend: string };

function Settle({ delivery, choices }: { delivery: Delivery; choices: Choices }) {
  const fetcher = useFetcher<typeof clientAction>();
  useOutcomeToast(fetcher.data);
  const chosen = fetcher.formData?.get("as");
  const settle = (as: string) =>
    fetcher.submit({ intent: "settle", deliveryId: delivery.id, as }, { method: "post" });
  return (
    <BlockStack gap="300">
      <InlineStack gap="200">
        {Object.entries(choices).map(([as, label]) => (
          <Button
            key={as}
            onClick={() => settle(as)}
            loading={chosen === as}
            disabled={fetcher.state !== "idle"}
          >
            {label}
          </Button>
        ))}
      </InlineStack>
      {fetcher.state === "idle" ? <AnswerBanner answered={fetcher.data} /> : null}
    </BlockStack>
  );
}
