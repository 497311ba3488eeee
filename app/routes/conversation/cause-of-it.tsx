import { BlockStack, Text } from "@shopify/polaris";
import { BidiText } from "#app/components/bidi-text.tsx";
import { blamedLabel, causeLabel } from "#app/components/labels.ts";
import type { ConversationDetail } from "#app/desk/shapes.ts";
import { useWords } from "#app/components/words.tsx";

type Cause = NonNullable<ConversationDetail["reading"]>["cause"];

/** What the message is about and at whom it is directed, with the words it was read from. */
export function CauseOfIt({ cause }: { cause: Cause }) {
  const say = useWords();
  const blamed = blamedLabel(say, cause.blamed);
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingSm">
        {say("conversation.cause.title")}
      </Text>
      <Text as="p">{causeLabel(say, cause.about)}</Text>
      {blamed ? (
        <Text as="p" tone="subdued">
          {blamed}
        </Text>
      ) : null}
      {cause.quote ? (
        <blockquote className="attune-quote">
          <BidiText>{`“${cause.quote}”`}</BidiText>
        </blockquote>
      ) : null}
    </BlockStack>
  );
}
