import { BlockStack, Button, Card, InlineGrid, Text } from "@shopify/polaris";
import { useWords } from "#app/components/words.tsx";
import { ruleOfDraft } from "./rule-draft.ts";
import { actionsLabel, conditionsLabel, type Names } from "./rule-words.ts";
import { suggestedRule, suggestions } from "./suggested-rules.ts";

/** What stands where there are no rules yet: what they are for, and three to begin with. */
export function Suggestions({ own, names }: { own: string; names: Names }) {
  const say = useWords();
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {say("triage.empty")}
          </Text>
          <Text as="p" tone="subdued">
            {say("triage.empty.text")}
          </Text>
        </BlockStack>
        <InlineGrid columns={{ xs: 1, md: 3 }} gap="400">
          {suggestions.map((suggestion) => {
            const rule = ruleOfDraft(suggestedRule(say, suggestion, own));
            return (
              <div className="attune-suggestion" key={suggestion}>
                <BlockStack gap="200">
                  <Text as="h3" variant="headingSm">
                    {rule.name}
                  </Text>
                  <Text as="p">{conditionsLabel(say, rule.conditions)}</Text>
                  <Text as="p">{actionsLabel(say, rule.actions, names)}</Text>
                </BlockStack>
                <Button
                  url={`/settings/routing/new?like=${suggestion}`}
                  accessibilityLabel={say("triage.suggest.use.of", { name: rule.name })}
                >
                  {say("triage.suggest.use")}
                </Button>
              </div>
            );
          })}
        </InlineGrid>
      </BlockStack>
    </Card>
  );
}
