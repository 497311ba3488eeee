import { Banner, BlockStack, Text } from "@shopify/polaris";
import { keptWords } from "#app/components/kept-words.ts";
import { useWords } from "#app/components/words.tsx";
import type { Say } from "#app/words/say.ts";
import type { ConversationDetail } from "#app/desk/shapes.ts";

type Changes = NonNullable<NonNullable<ConversationDetail["draft"]>["staleBecause"]>;

const MOST_CHANGES = 5;

/** Why a draft can no longer be sent: what changed, or that the shopper wrote again. */
export function StaleBanner({ changes, again }: { changes: Changes; again: boolean }) {
  const say = useWords();
  const why = again && changes.length === 0 ? "writtenAgain" : "recordsChanged";
  return (
    <Banner tone="warning" title={say(`draft.stale.${why}.title`)}>
      <BlockStack gap="100">
        {changes.slice(0, MOST_CHANGES).map((change, at) => (
          <Text as="p" key={at} breakWord>
            {changeInWords(say, change)}
          </Text>
        ))}
        <Text as="p">{say(`draft.stale.${why}`)}</Text>
      </BlockStack>
    </Banner>
  );
}

function changeInWords(say: Say, { label: kept, before, after }: Changes[number]): string {
  const label = keptWords(say, "fact", kept);
  if (after === null) return say("draft.change.gone", { label, before: before ?? "" });
  return before === null
    ? say("draft.change.new", { label, after })
    : say("draft.change", { label, before, after });
}
