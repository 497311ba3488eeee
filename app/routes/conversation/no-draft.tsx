import { BlockStack, Card, SkeletonBodyText, Text } from "@shopify/polaris";
import { useNow } from "#app/components/relative-time.tsx";
import type { ConversationDetail } from "#app/desk/shapes.ts";
import { HintBox } from "./hint-box.tsx";
import { useWriting } from "./use-writing.ts";
import { noDraftText, noDraftTitle } from "./no-draft-text.ts";

const PATIENCE_MS = 15_000;

type Given = {
  message: ConversationDetail["messages"][number];
  expected: boolean;
  noDraft: ConversationDetail["noDraft"];
};

/** A draft is usually there within two seconds; after a while it is said that there is none, and one can be asked for. */
export function NoDraft({ message, expected, noDraft }: Given) {
  const now = useNow();
  const redraft = useWriting(message.id);
  const age = now === null ? null : now - new Date(message.at).getTime();
  const coming = expected && noDraft === null && (age === null || age < PATIENCE_MS);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {coming ? "Preparing a draft" : noDraftTitle(noDraft)}
        </Text>
        {noDraft ? <Text as="p">{noDraftText(noDraft)}</Text> : null}
        {coming ? (
          <div aria-busy="true">
            <SkeletonBodyText lines={5} />
          </div>
        ) : (
          <HintBox redraft={redraft} disabled={false} />
        )}
      </BlockStack>
    </Card>
  );
}
