import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, Card, InlineStack, List, Text } from "@shopify/polaris";
import type { clientAction } from "./route.tsx";
import { Unreached } from "./unreached.tsx";

/** `tokensToday` of `tokensPerDay`: what the shop's messages took of their limit since midnight UTC. */
type Model = { available: boolean; accepted: boolean; tokensToday: number; tokensPerDay: number };

/** The plain notice an owner accepts before any message is read by a model outside the shop, and what it took today. */
export function ModelCard({ model }: { model: Model }) {
  const fetcher = useFetcher<typeof clientAction>();
  if (!model.available) {
    return (
      <Card>
        <Text as="p">
          No language model is connected. Attune reads messages and writes drafts by itself, and no message
          leaves it.
        </Text>
      </Card>
    );
  }
  return (
    <Card>
      <BlockStack gap="300">
        <Notice />
        <Unreached answered={fetcher.data} />
        <InlineStack gap="200" blockAlign="center">
          <fetcher.Form method="post">
            <input type="hidden" name="intent" value="accept-model" />
            <input type="hidden" name="accepted" value={model.accepted ? "false" : "true"} />
            <Button
              submit
              variant={model.accepted ? undefined : "primary"}
              loading={fetcher.state !== "idle"}
            >
              {model.accepted ? "Withdraw consent" : "Accept"}
            </Button>
          </fetcher.Form>
          <Text as="span" tone="subdued">
            {model.accepted ? "Accepted." : "Not accepted: the model is not used."}
          </Text>
        </InlineStack>
        <Text as="p" tone="subdued">
          {`${count(model.tokensToday)} of ${count(model.tokensPerDay)} tokens used today. When no more are left, messages are read without the model until midnight UTC.`}
        </Text>
      </BlockStack>
    </Card>
  );
}

function Notice() {
  return (
    <BlockStack gap="200">
      <Text as="p">
        With your consent, Anthropic&apos;s Claude gives a second opinion on how a shopper feels. For each
        message that comes in, Attune sends:
      </Text>
      <List>
        <List.Item>
          the text the shopper wrote, without the name it is signed with, email and web addresses, and order,
          tracking, phone and card numbers;
        </List.Item>
        <List.Item>nothing of orders or customers, and no attachments.</List.Item>
      </List>
      <Text as="p">
        Other names in the text are sent with it. You can withdraw at any time. Messages are read without the
        model then, as they are when it does not answer.
      </Text>
    </BlockStack>
  );
}

const count = (tokens: number) => tokens.toLocaleString("en");
