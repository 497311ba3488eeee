import { BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import { offerHint } from "#app/care/draft/offer-hint.ts";
import type { ConversationDetail } from "#app/desk/shapes.ts";
import type { Redraft } from "./use-writing.ts";

type Plan = NonNullable<ConversationDetail["draft"]>["plan"];
type Given = { plan: Plan; redraft: Redraft; disabled: boolean };

/**
 * What is possible on the order now, each a choice for another draft, and what is not with its reason: computed from records and
 * policy, whatever was felt.
 */
export function Options({ plan: { options, notPossible = [], offered = [] }, redraft, disabled }: Given) {
  if (options.length + notPossible.length === 0) return null;
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        What is possible now
      </Text>
      <BlockStack gap="150" as="ul">
        {options.map(({ id, label }) => (
          <li key={id} style={{ listStyle: "none" }}>
            <InlineStack gap="200" blockAlign="center">
              <Text as="span">{label}</Text>
              {offered.includes(id) ? (
                <Text as="span" tone="subdued">
                  Offered in this draft
                </Text>
              ) : (
                <Button
                  size="slim"
                  accessibilityLabel={`Offer this: ${label}`}
                  onClick={() => redraft.redraft(offerHint(label))}
                  disabled={disabled || redraft.busy}
                >
                  Offer this
                </Button>
              )}
            </InlineStack>
          </li>
        ))}
        {notPossible.map(({ id, label, because }) => (
          <li key={id} style={{ listStyle: "none" }}>
            <Text as="span" tone="subdued">
              {`Not offered: ${label}. ${because}.`}
            </Text>
          </li>
        ))}
      </BlockStack>
    </BlockStack>
  );
}
