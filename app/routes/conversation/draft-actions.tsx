import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, InlineStack, TextField } from "@shopify/polaris";
import { useState } from "react";
import { AnswerBanner } from "./answer-banner.tsx";
import type { clientAction } from "./route.tsx";
import { useOutcomeToast } from "./use-outcome-toast.ts";

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
  const another = useFetcher<typeof clientAction>({ key: `redraft:${messageId}` });
  useOutcomeToast(decline.data);
  useOutcomeToast(another.data);
  const working = busy || decline.state !== "idle" || another.state !== "idle";
  const failed = [decline, another].find(({ data, state }) => data && state === "idle");
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
      <AnswerBanner answered={failed?.data} />
      {asking && messageId ? (
        <AskForDraft
          busy={another.state !== "idle"}
          onAsk={(hint) => another.submit({ intent: "redraft", messageId, hint }, { method: "post" })}
        />
      ) : null}
    </BlockStack>
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
