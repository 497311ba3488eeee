import { Button, Card, InlineStack, Text } from "@shopify/polaris";

/** The way to what was set aside, and how much of it there is. `most` is where counting stops. */
export function SetAsideCard({ count, most }: { count: number; most: number }) {
  const events = count === 1 ? "1 event is" : `${count}${count >= most ? "+" : ""} events are`;
  return (
    <Card>
      <InlineStack align="space-between" blockAlign="center" gap="300">
        <Text as="p" tone={count === 0 ? "subdued" : undefined}>
          {count === 0 ? "Nothing is set aside." : `${events} set aside.`}
        </Text>
        <Button url="/settings/set-aside">{count === 0 ? "View list" : "Review"}</Button>
      </InlineStack>
    </Card>
  );
}
