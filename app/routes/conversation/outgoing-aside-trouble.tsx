import { useFetcher } from "@remix-run/react";
import { Banner, BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import { asSentence } from "#app/components/labels.ts";
import { useWords } from "#app/components/words.tsx";
import type { ShownAside } from "#app/desk/outgoing-shapes.ts";
import type { clientAction } from "./route.tsx";

type Given = { conversationId: string; trouble: ShownAside["troubles"][number] };

/** A mail to a third party that did not leave, or may not have: a person decides, as of any reply. */
export function AsideTrouble({ conversationId, trouble }: Given) {
  const say = useWords();
  const fetcher = useFetcher<typeof clientAction>();
  const { deliveryId, status, response } = trouble;
  const settle = (as: "sent" | "resend") =>
    fetcher.submit(
      { intent: "settle", deliveryId, as },
      { method: "post", action: `/inbox/${conversationId}` },
    );
  const uncertain = status === "uncertain";
  return (
    <Banner
      tone={uncertain ? "warning" : "critical"}
      title={say(uncertain ? "outgoing.aside.uncertain" : "outgoing.aside.failed")}
    >
      <BlockStack gap="200">
        {response && !uncertain ? (
          <Text as="p" breakWord>
            {asSentence(response)}
          </Text>
        ) : null}
        <InlineStack gap="200">
          {uncertain ? (
            <Button size="slim" disabled={fetcher.state !== "idle"} onClick={() => settle("sent")}>
              {say("conversation.delivery.settle.sent")}
            </Button>
          ) : null}
          <Button size="slim" disabled={fetcher.state !== "idle"} onClick={() => settle("resend")}>
            {say("conversation.delivery.settle.resend")}
          </Button>
        </InlineStack>
      </BlockStack>
    </Banner>
  );
}
