import { BlockStack, List, Text } from "@shopify/polaris";
import type { ConversationDetail } from "#app/desk/shapes.ts";

type Plan = NonNullable<ConversationDetail["draft"]>["plan"];

/** What is possible on the order now, and what is not with its reason: computed from records and policy, whatever was felt. */
export function Options({ plan: { options, notPossible = [], offered = [] } }: { plan: Plan }) {
  if (options.length + notPossible.length === 0) return null;
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingSm">
        What is possible now
      </Text>
      <List>
        {options.map(({ id, label }) => (
          <List.Item key={id}>{offered.includes(id) ? `${label} (offered in this draft)` : label}</List.Item>
        ))}
        {notPossible.map(({ id, label, because }) => (
          <List.Item key={id}>
            <Text as="span" tone="subdued">
              {`Not possible: ${label}. ${because}.`}
            </Text>
          </List.Item>
        ))}
      </List>
    </BlockStack>
  );
}
