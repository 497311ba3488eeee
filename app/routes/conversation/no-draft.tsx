import { BlockStack, Button, Card, InlineStack, SkeletonBodyText, Text } from "@shopify/polaris";
import { useNow } from "#app/components/relative-time.tsx";
import type { ConversationDetail } from "#app/desk/shapes.ts";
import { REPLY_OPENER } from "./acting/use-conversation-keys.ts";
import { HintBox } from "./hint-box.tsx";
import type { Redraft } from "./use-writing.ts";
import { noDraftText, noDraftTitle } from "./no-draft-text.ts";
import { useWords } from "#app/components/words.tsx";

const PATIENCE_MS = 15_000;

type Given = {
  message: ConversationDetail["messages"][number];
  expected: boolean;
  noDraft: ConversationDetail["noDraft"];
  /** Somebody declined the one that there was. */
  declined: boolean;
  redraft: Redraft;
  /** A person writes the whole of it. */
  onOwn: () => void;
};

/** A draft is usually there within two seconds; after a while it is said that there is none, and one can be asked for. */
export function NoDraft({ message, expected, noDraft, declined, redraft, onOwn }: Given) {
  const say = useWords();
  const now = useNow();
  const age = now === null ? null : now - new Date(message.at).getTime();
  const coming = expected && noDraft === null && (age === null || age < PATIENCE_MS);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {coming
            ? say("conversation.noDraft.preparing")
            : declined
              ? say("conversation.noDraft.declined.title")
              : noDraftTitle(say, noDraft)}
        </Text>
        {noDraft ? <Text as="p">{noDraftText(say, noDraft)}</Text> : null}
        {coming ? (
          <div aria-busy="true">
            <SkeletonBodyText lines={5} />
          </div>
        ) : (
          <>
            {declined ? <Text as="p">{say("conversation.noDraft.declined")}</Text> : null}
            <InlineStack>
              <Button id={REPLY_OPENER} onClick={onOwn} disabled={redraft.busy}>
                {say("conversation.noDraft.own")}
              </Button>
            </InlineStack>
            <HintBox redraft={redraft} disabled={false} />
          </>
        )}
      </BlockStack>
    </Card>
  );
}
