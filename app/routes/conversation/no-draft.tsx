import { BlockStack, Button, Card, InlineStack, SkeletonBodyText, Text } from "@shopify/polaris";
import { useNow } from "#app/components/relative-time.tsx";
import type { ConversationDetail } from "#app/desk/shapes.ts";
import { REPLY_OPENER } from "./acting/use-conversation-keys.ts";
import { HintBox } from "./hint-box.tsx";
import { useWriting } from "./use-writing.ts";
import { noDraftText, noDraftTitle } from "./no-draft-text.ts";
import { useWords } from "#app/components/words.tsx";

const PATIENCE_MS = 15_000;

type Given = {
  message: ConversationDetail["messages"][number];
  expected: boolean;
  noDraft: ConversationDetail["noDraft"];
  /** Somebody declined the one that there was. */
  declined: boolean;
  /** Whether the next draft is opened for a person to write the whole of it. */
  onOwn: (own: boolean) => void;
};

/** A draft is usually there within two seconds; after a while it is said that there is none, and one can be asked for. */
export function NoDraft({ message, expected, noDraft, declined, onOwn }: Given) {
  const say = useWords();
  const now = useNow();
  const redraft = useWriting(message.id);
  const age = now === null ? null : now - new Date(message.at).getTime();
  // What a person writes is checked against the facts of a draft, and sent in its place: one is made for it.
  const ask = (hint: string, own: boolean) => {
    onOwn(own);
    return redraft.redraft(hint);
  };
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
              <Button id={REPLY_OPENER} onClick={() => ask("", true)} disabled={redraft.busy}>
                {say("conversation.noDraft.own")}
              </Button>
            </InlineStack>
            <HintBox redraft={{ ...redraft, redraft: (hint) => ask(hint, false) }} disabled={false} />
          </>
        )}
      </BlockStack>
    </Card>
  );
}
