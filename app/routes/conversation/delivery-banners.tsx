import { useFetcher } from "@remix-run/react";
import { Banner, BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import { isUndone } from "#app/care/review/undone-key.ts";
import { keptSentence } from "#app/components/kept-words.ts";
import { asSentence } from "#app/components/labels.ts";
import type { ConversationDetail } from "#app/desk/shapes.ts";
import { AUTOMATIC_PURPOSES, isAutomaticPurpose } from "#app/conversation/automatic-purposes.ts";
import { AnswerBanner } from "#app/components/answer-banner.tsx";
import type { clientAction } from "./route.tsx";
import { useOutcomeToast } from "./use-outcome-toast.ts";
import { useWords } from "#app/components/words.tsx";

type Delivery = ConversationDetail["deliveries"][number];

type Given = Pick<ConversationDetail, "deliveries" | "status">;

/** What became of the replies: sent is quiet, everything else is said, and an unknown outcome asks a person. */
export function DeliveryBanners({ deliveries, status }: Given) {
  // A cancelled reply matters as long as the shopper waits for an answer (desk/not-sent.server.ts) and no later one left.
  const isWanted = (one: Delivery) =>
    one.status !== "cancelled" ||
    (status === "open" && !deliveries.some((other) => other.status === "sent" && other.at > one.at));
  // Nobody waits for what leaves by itself, but only a person can say whether it did.
  const matters = (one: Delivery) =>
    isAutomaticPurpose(one.purpose) ? one.status === "uncertain" : isWanted(one);
  return (
    <>
      {deliveries
        .filter((one) => matters(one) && !isUndone(one))
        .map((delivery) => (
          <DeliveryBanner key={delivery.id} delivery={delivery} />
        ))}
    </>
  );
}

/** What left; a reply where nothing else is said. */
const WHAT: Record<string, string> = {
  code: "code",
  outreach: "message",
  promise_at_risk: "message",
  correction: "message",
  ...Object.fromEntries(AUTOMATIC_PURPOSES.map((purpose) => [purpose, purpose])),
};

function DeliveryBanner({ delivery }: { delivery: Delivery }) {
  const say = useWords();
  const what = WHAT[delivery.purpose] ?? "reply";
  switch (delivery.status) {
    case "uncertain":
      return (
        <Banner tone="warning" title={say("conversation.delivery.uncertain.title", { what })}>
          <BlockStack gap="300">
            <Text as="p">{say("conversation.delivery.uncertain", { what })}</Text>
            <Settle delivery={delivery} choices={["sent", "resend"]} />
          </BlockStack>
        </Banner>
      );
    case "failed":
      return (
        <Banner tone="critical" title={say("conversation.delivery.notSent", { what })}>
          <BlockStack gap="300">
            <Text as="p" breakWord>
              {delivery.response ? asSentence(delivery.response) : say("conversation.delivery.refused")}
            </Text>
            <Settle delivery={delivery} choices={["resend"]} />
          </BlockStack>
        </Banner>
      );
    case "queued":
    case "sending":
      // A reply stands under the thread until it has left (outgoing-leaving.tsx).
      if (what === "reply") return null;
      return <Banner tone="info">{say("conversation.delivery.underWay", { what })}</Banner>;
    case "cancelled":
      return (
        <Banner tone="warning" title={say("conversation.delivery.notSent", { what })}>
          {say("conversation.delivery.cancelled", {
            why: delivery.response
              ? keptSentence(say, "notSent", delivery.response)
              : say("conversation.delivery.unwanted"),
            what,
          })}
        </Banner>
      );
    default:
      return null;
  }
}

type Choices = readonly ("sent" | "resend")[];

function Settle({ delivery, choices }: { delivery: Delivery; choices: Choices }) {
  const say = useWords();
  const fetcher = useFetcher<typeof clientAction>();
  useOutcomeToast(fetcher.data);
  const chosen = fetcher.formData?.get("as");
  const settle = (as: string) =>
    fetcher.submit({ intent: "settle", deliveryId: delivery.id, as }, { method: "post" });
  return (
    <BlockStack gap="300">
      <InlineStack gap="200">
        {choices.map((as) => (
          <Button
            key={as}
            onClick={() => settle(as)}
            loading={chosen === as}
            disabled={fetcher.state !== "idle"}
          >
            {say(`conversation.delivery.settle.${as}`)}
          </Button>
        ))}
      </InlineStack>
      {fetcher.state === "idle" ? <AnswerBanner answered={fetcher.data} /> : null}
    </BlockStack>
  );
}
