import { BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import { offerHint } from "#app/care/draft/offer-hint.ts";
import type { ConversationDetail } from "#app/desk/shapes.ts";
import type { Redraft } from "./use-writing.ts";
import { optionLabel } from "#app/components/check-words.ts";
import { keptWords } from "#app/components/kept-words.ts";
import { useWords } from "#app/components/words.tsx";

type Plan = NonNullable<ConversationDetail["draft"]>["plan"];
type Given = { plan: Plan; redraft: Redraft; disabled: boolean };

/**
 * What is possible on the order now, each a choice for another draft, and what is not with its reason: computed from records and
 * policy, whatever was felt.
 */
export function Options({ plan: { options, notPossible = [], offered = [] }, redraft, disabled }: Given) {
  const say = useWords();
  if (options.length + notPossible.length === 0) return null;
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {say(options.length > 0 ? "conversation.options.title" : "conversation.options.none")}
      </Text>
      <BlockStack gap="150" as="ul">
        {options.map(({ id, label }) => (
          <li key={id} style={{ listStyle: "none" }}>
            <InlineStack gap="200" blockAlign="center">
              <Text as="span">{optionLabel(say, { id, label })}</Text>
              {offered.includes(id) ? (
                <Text as="span" tone="subdued">
                  {say("conversation.options.offered")}
                </Text>
              ) : (
                <Button
                  size="slim"
                  accessibilityLabel={say("conversation.options.offerIt", {
                    option: optionLabel(say, { id, label }),
                  })}
                  onClick={() => redraft.redraft(offerHint(label))}
                  disabled={disabled || redraft.busy}
                >
                  {say("conversation.options.offer")}
                </Button>
              )}
            </InlineStack>
          </li>
        ))}
        {notPossible.map(({ id, label, because }) => (
          <li key={id} style={{ listStyle: "none" }}>
            <Text as="span" tone="subdued">
              {say("conversation.options.not", {
                option: optionLabel(say, { id, label }),
                because: keptWords(say, "because", because),
              })}
            </Text>
          </li>
        ))}
      </BlockStack>
    </BlockStack>
  );
}
