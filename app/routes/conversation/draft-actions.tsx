import { useFetcher } from "@remix-run/react";
import { Banner, BlockStack, Box, Button, InlineStack, Spinner, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { AnswerBanner } from "./answer-banner.tsx";
import type { clientAction } from "./route.tsx";
import { useOutcomeToast } from "./use-outcome-toast.ts";
import { useWriting } from "./use-writing.ts";

type Given = {
  draftId: string | null;
  messageId: string | null;
  busy: boolean;
  stale: boolean;
  /** The person deleted all of the text. */
  empty?: boolean;
  editing: boolean;
  onEdit?: () => void;
  onSend?: () => void;
};

/** Send, edit, decline, or ask for another draft with a hint. */
export function DraftActions(given: Given) {
  const { draftId, messageId, busy, stale, empty = false, editing, onEdit, onSend } = given;
  const [asking, setAsking] = useState(false);
  const decline = useFetcher<typeof clientAction>({ key: `decline:${messageId}` });
  const writing = useWriting();
  useOutcomeToast(decline.data);
  const working = busy || decline.state !== "idle" || writing.busy;
  const declined = decline.state === "idle" ? decline.data : undefined;
  return (
    <BlockStack gap="300">
      <InlineStack gap="200">
        {onSend ? (
          <Button
            variant="primary"
            onClick={onSend}
            loading={busy}
            disabled={stale || empty || (working && !busy)}
          >
            {editing ? "Send edited reply" : "Send"}
          </Button>
        ) : null}
        {onEdit ? (
          <Button onClick={onEdit} disabled={working}>
            {editing ? "Discard edits" : "Edit"}
          </Button>
        ) : null}
        {messageId ? (
          <Button onClick={() => setAsking(!asking)} disabled={working} ariaExpanded={asking}>
            New draft
          </Button>
        ) : null}
        {draftId ? (
          <Button
            tone="critical"
            variant="tertiary"
            loading={decline.state !== "idle"}
            disabled={working}
            onClick={() => decline.submit({ intent: "decline", draftId }, { method: "post" })}
          >
            Decline
          </Button>
        ) : null}
      </InlineStack>
      <AnswerBanner answered={declined} />
      <WritingBanner answered={writing.answered} />
      {asking && messageId ? (
        <AskForDraft busy={writing.busy} onAsk={(hint) => void writing.ask({ messageId, hint })} />
      ) : null}
      {writing.busy ? <BeingWritten sentences={writing.sentences} /> : null}
    </BlockStack>
  );
}

function WritingBanner({ answered }: Pick<ReturnType<typeof useWriting>, "answered">) {
  if (answered?.outcome === "refused") return <Banner tone="critical">{answered.message}</Banner>;
  if (answered?.outcome !== "unreachable") return null;
  return (
    <Banner tone="warning" title="The connection was lost">
      The draft is made all the same and shows here when the connection is back. If none does, ask again.
    </Banner>
  );
}

/** Sentences appear as they come. None of them can be sent: the checked draft takes their place. */
function BeingWritten({ sentences }: { sentences: string[] }) {
  if (sentences.length === 0) return null;
  return (
    <Box background="bg-surface-secondary" padding="300" borderRadius="200">
      <BlockStack gap="200">
        <InlineStack gap="200" blockAlign="center">
          <Spinner size="small" accessibilityLabel="The draft is being written" />
          <Text as="h3" variant="headingSm">
            Being written, not checked as a whole yet
          </Text>
        </InlineStack>
        <div aria-live="polite" dir="auto">
          <BlockStack gap="100">
            {sentences.map((sentence) => (
              <Text as="p" key={sentence} tone="subdued" breakWord>
                {sentence}
              </Text>
            ))}
          </BlockStack>
        </div>
      </BlockStack>
    </Box>
  );
}

function AskForDraft({ busy, onAsk }: { busy: boolean; onAsk: (hint: string) => void }) {
  const [hint, setHint] = useState("");
  return (
    <TextField
      label="What should be different?"
      value={hint}
      onChange={setHint}
      placeholder="Shorter, more formal, offer an exchange …"
      autoComplete="off"
      maxLength={500}
      connectedRight={
        <Button onClick={() => onAsk(hint)} loading={busy}>
          Draft again
        </Button>
      }
    />
  );
}
