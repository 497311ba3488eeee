import { BlockStack, Box, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { useEffect, useRef } from "react";
import { DraftEditor } from "#app/components/draft/draft-editor.tsx";
import { useFocused } from "#app/components/outgoing/use-focused.ts";
import { useWords } from "#app/components/words.tsx";
import { REPLY_OPENER } from "./acting/use-conversation-keys.ts";
import { BeingWritten } from "./being-written.tsx";
import type { Redraft } from "./use-writing.ts";

type Given = {
  text: string;
  language: string;
  /** It is what they wrote in this browser before. */
  restored: boolean;
  redraft: Redraft;
  onText: (text: string | null) => void;
};

/**
 * A reply that a person writes whole, before there is a draft that it is checked against and sent with: that is asked for with the first
 * word, so that whoever only looks leaves nothing behind. What is typed meanwhile goes on in its place.
 */
export function OwnReply({ text, language, restored, redraft, onText }: Given) {
  const say = useWords();
  const place = useFocused(!restored);
  const { busy, answered, writeOwn } = redraft;
  const asked = useRef(false);
  const isBlank = text.trim() === "";
  useEffect(() => {
    if (isBlank || asked.current) return;
    asked.current = true;
    writeOwn();
  });
  const failed = !busy && answered !== undefined && answered.outcome !== "redrafted";
  return (
    <div ref={place} tabIndex={-1} className="attune-focus-place">
      <Card>
        <BlockStack gap="400">
          <Text as="h2" variant="headingMd">
            {say("conversation.thread.yourReply")}
          </Text>
          <DraftEditor text={text} language={language} live={IDLE} onChange={onText} />
          <BeingWritten redraft={redraft} />
          <InlineStack gap="200">
            {failed ? (
              <Button onClick={writeOwn}>{say("action.tryAgain")}</Button>
            ) : (
              <Button variant="primary" disabled>
                {say("conversation.send")}
              </Button>
            )}
            <Button onClick={() => onText(null)}>{say("conversation.discardEdits")}</Button>
          </InlineStack>
        </BlockStack>
      </Card>
    </div>
  );
}

const IDLE = { state: "idle", checks: null, around: null } as const;

/** All was said: the way to say more in the same thread. */
export function WriteAgain({ onWrite }: { onWrite: () => void }) {
  const say = useWords();
  return (
    <Box paddingInline={{ xs: "400", sm: "0" }}>
      <Button id={REPLY_OPENER} onClick={onWrite}>
        {say("conversation.writeAgain")}
      </Button>
    </Box>
  );
}
