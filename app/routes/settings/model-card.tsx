import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import type { clientAction } from "./route.tsx";
import { Unreached } from "./unreached.tsx";

/** The plain notice an owner accepts before any message is read by a model outside the shop. */
export function ModelCard({ model }: { model: { available: boolean; accepted: boolean } }) {
  const fetcher = useFetcher<typeof clientAction>();
  if (!model.available) {
    return (
      <Card>
        <Text as="p">
          No language model is connected. Messages are read and drafts are written by Attune itself, and
          nothing leaves your store&apos;s own systems.
        </Text>
      </Card>
    );
  }
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="p">
          With your consent, the text of a shopper&apos;s message and the facts its answer needs are sent to
          Anthropic&apos;s Claude to read and draft. They are not used for training. You can withdraw at any
          time; Attune then works without it.
        </Text>
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
      </BlockStack>
    </Card>
  );
}
