import { Badge, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { useWords } from "#app/components/words.tsx";
import type { OutreachSettings } from "#app/shop/outreach-settings.ts";

/** The way to what is set of writing to shoppers before they ask, and whether it is on. */
export function OutreachCard({ outreach: { on, quietHours } }: { outreach: OutreachSettings }) {
  const say = useWords();
  const { from, to } = quietHours;
  return (
    <Card>
      <InlineStack align="space-between" blockAlign="center" gap="300">
        <InlineStack align="start" gap="200" blockAlign="center">
          <Badge tone={on ? "success" : undefined}>
            {on ? say("settings.outreach.on") : say("settings.outreach.off")}
          </Badge>
          <Text as="p">
            {from === to ? say("settings.outreach.anyHour") : say("settings.outreach.quiet", { from, to })}
          </Text>
        </InlineStack>
        <Button url="/settings/outreach">{say("settings.outreach.open")}</Button>
      </InlineStack>
    </Card>
  );
}
