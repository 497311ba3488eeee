import { useFetcher } from "@remix-run/react";
import { Banner, BlockStack, Button, InlineStack, TextField } from "@shopify/polaris";
import { useEffect, useState } from "react";
import type { action } from "./route.tsx";

type Given = {
  draftId: string | null;
  messageId: string | null;
  busy: boolean;
  stale: boolean;
  editing: boolean;
  onEdit?: () => void;
  onSend?: () => void;
};

/** Send, edit, decline, or ask for another draft with a hint. */
export function DraftActions({ draftId, messageId, busy, stale, editing, onEdit, onSend }: Given) {
  const [asking, setAsking] = useState(false);
  const decline = useFetcher<typeof action>();
  const another = useFetcher<typeof action>();
  const working = busy || decline.state !== "idle" || another.state !== "idle";
  useEffect(() => {
    if (another.data?.outcome === "redrafted") setAsking(false);
  }, [another.data]);
  return (
    <BlockStack gap="300">
      <InlineStack gap="200">
        {onSend ? (
          <Button variant="primary" onClick={onSend} loading={busy} disabled={stale || (working && !busy)}>
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
            onClick={() => void decline.submit({ intent: "decline", draftId }, { method: "post" })}
          >
            Decline
          </Button>
        ) : null}
      </InlineStack>
      {another.data?.outcome === "refused" ? <Banner tone="warning">{another.data.message}</Banner> : null}
      {asking && messageId ? (
        <AskForDraft
          busy={another.state !== "idle"}
          onAsk={(hint) => void another.submit({ intent: "redraft", messageId, hint }, { method: "post" })}
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
