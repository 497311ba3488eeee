import { Button, Card, InlineStack, Text } from "@shopify/polaris";
import { useWords } from "#app/components/words.tsx";

/** The way to the team, and how many are in it. */
export function TeamCard({ members }: { members: number }) {
  const say = useWords();
  return (
    <Card>
      <InlineStack align="space-between" blockAlign="center" gap="300">
        <Text as="p">{say("team.count", { count: members })}</Text>
        <Button url="/settings/team">{say("team.open")}</Button>
      </InlineStack>
    </Card>
  );
}
