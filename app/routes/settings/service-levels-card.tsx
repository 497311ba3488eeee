import { Badge, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { useWords } from "#app/components/words.tsx";

/** The way to business hours, targets, receipts and alerts, and whether they are watched. */
export function ServiceLevelsCard({ on, alerts }: { on: boolean; alerts: boolean }) {
  const say = useWords();
  return (
    <Card>
      <InlineStack align="space-between" blockAlign="center" gap="300">
        <InlineStack align="start" gap="200" blockAlign="center">
          <Badge tone={on ? "success" : undefined}>
            {on ? say("levels.card.on") : say("levels.card.off")}
          </Badge>
          <Text as="p">{alerts ? say("levels.card.alerts") : say("levels.card.noAlerts")}</Text>
        </InlineStack>
        <Button url="/settings/service-levels">{say("levels.card.open")}</Button>
      </InlineStack>
    </Card>
  );
}
