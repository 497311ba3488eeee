import { Button, Card, InlineStack, Text } from "@shopify/polaris";
import { useWords } from "#app/components/words.tsx";

/** The way to what was set aside, and how much of it there is. `most` is where counting stops. */
export function SetAsideCard({ count, most }: { count: number; most: number }) {
  const say = useWords();
  return (
    <Card>
      <InlineStack align="space-between" blockAlign="center" gap="300">
        <Text as="p" tone={count === 0 ? "subdued" : undefined}>
          {count === 0
            ? say("settings.setAside.none")
            : say("settings.setAside.count", { count, more: count >= most ? "yes" : "no" })}
        </Text>
        <Button url="/settings/set-aside">
          {say(count === 0 ? "settings.setAside.view" : "settings.setAside.review")}
        </Button>
      </InlineStack>
    </Card>
  );
}
