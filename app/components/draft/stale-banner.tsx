import { Banner, BlockStack, Text } from "@shopify/polaris";
import type { ConversationDetail } from "#app/desk/shapes.ts";

type Changes = NonNullable<NonNullable<ConversationDetail["draft"]>["staleBecause"]>;

const MOST_CHANGES = 5;

/** Why a draft can no longer be sent: what changed, or that the shopper wrote again. */
export function StaleBanner({ changes, again }: { changes: Changes; again: boolean }) {
  const [title, instead] =
    again && changes.length === 0
      ? ["The shopper has written again", "A new draft is being made for the newest message."]
      : ["The records changed since this was drafted", "A new draft is being made from what is true now."];
  return (
    <Banner tone="warning" title={title}>
      <BlockStack gap="100">
        {changes.slice(0, MOST_CHANGES).map((change, at) => (
          <Text as="p" key={at} breakWord>
            {changeInWords(change)}
          </Text>
        ))}
        <Text as="p">{instead} This one cannot be sent.</Text>
      </BlockStack>
    </Banner>
  );
}

function changeInWords({ label, before, after }: Changes[number]): string {
  if (after === null) return `${label}: ${before ?? ""} is no longer on record`;
  return before === null ? `${label}: now ${after}` : `${label}: was ${before}, now ${after}`;
}
