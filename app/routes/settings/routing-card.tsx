import { Button, Card, InlineStack, Text } from "@shopify/polaris";
import { useWords } from "#app/components/words.tsx";

/** The way to the rules by which conversations are sorted and shared out. */
export function RoutingCard({ rules }: { rules: { all: number; on: number } }) {
  const say = useWords();
  return (
    <Card>
      <InlineStack align="space-between" blockAlign="center" gap="300">
        <Text as="p">
          {say("triage.card", { count: rules.all })}
          {rules.all > 0 ? ` · ${say("triage.card.on", { count: rules.on })}` : ""}
        </Text>
        <Button url="/settings/routing">{say("triage.open")}</Button>
      </InlineStack>
    </Card>
  );
}
