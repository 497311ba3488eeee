import { Badge, Button, Card, InlineStack, Text } from "@shopify/polaris";
import type { OutreachSettings } from "#app/shop/outreach-settings.ts";

/** The way to what is set of writing to shoppers before they ask, and whether it is on. */
export function OutreachCard({ outreach: { on, quietHours } }: { outreach: OutreachSettings }) {
  const { from, to } = quietHours;
  return (
    <Card>
      <InlineStack align="space-between" blockAlign="center" gap="300">
        <InlineStack align="start" gap="200" blockAlign="center">
          <Badge tone={on ? "success" : undefined}>{on ? "On" : "Off"}</Badge>
          <Text as="p">
            {from === to
              ? "At any hour, once somebody approved it."
              : `Not between ${from} and ${to} where the shopper is.`}
          </Text>
        </InlineStack>
        <Button url="/settings/outreach">Open writing first</Button>
      </InlineStack>
    </Card>
  );
}
