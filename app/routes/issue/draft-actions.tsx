import { useFetcher } from "@remix-run/react";
import { BlockStack, Box, Button, InlineStack, Popover, TextField } from "@shopify/polaris";
import { useState } from "react";
import { AnswerBanner } from "#app/components/answer-banner.tsx";
import { useWords } from "#app/components/words.tsx";
import type { clientAction } from "./route.tsx";
import { useIssueToast } from "./use-issue-toast.ts";

type Given = {
  draftId: string;
  busy: boolean;
  /** It cannot be approved as it is: stale, empty or stopped by a check. */
  stopped: boolean;
  editing: boolean;
  onEdit: () => void;
  onApprove: () => void;
};

/** Approve, edit or decline the message. */
export function DraftActions({ draftId, busy, stopped, editing, onEdit, onApprove }: Given) {
  const say = useWords();
  const decline = useFetcher<typeof clientAction>({ key: `decline:${draftId}` });
  useIssueToast(decline.data);
  const declining = decline.state !== "idle";
  const working = busy || declining;
  return (
    <BlockStack gap="300">
      <InlineStack gap="200">
        <Button variant="primary" onClick={onApprove} loading={busy} disabled={stopped || declining}>
          {editing ? say("issue.approveEdited") : say("issue.approve")}
        </Button>
        <Button onClick={onEdit} disabled={working}>
          {editing ? say("action.discardEdits") : say("action.edit")}
        </Button>
        <Decline
          busy={declining}
          disabled={busy}
          onDecline={(reason) => decline.submit({ intent: "decline", draftId, reason }, { method: "post" })}
        />
      </InlineStack>
      {declining ? null : <AnswerBanner answered={decline.data} />}
    </BlockStack>
  );
}

type Declining = { busy: boolean; disabled: boolean; onDecline: (reason: string) => void };

/** Asks for the reason once; leaving it empty is fine. */
function Decline({ busy, disabled, onDecline }: Declining) {
  const say = useWords();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  return (
    <Popover
      active={open}
      onClose={() => setOpen(false)}
      autofocusTarget="first-node"
      preferredAlignment="left"
      activator={
        <Button
          tone="critical"
          variant="tertiary"
          disclosure
          loading={busy}
          disabled={disabled}
          onClick={() => setOpen(!open)}
        >
          {say("issue.decline")}
        </Button>
      }
    >
      <section aria-label={say("issue.decline.label")}>
        <Box padding="400" minWidth="16rem">
          <BlockStack gap="300">
            <TextField
              label={say("issue.decline.why")}
              value={reason}
              onChange={setReason}
              autoComplete="off"
              maxLength={500}
              multiline={2}
              helpText={say("issue.decline.help")}
            />
            <InlineStack>
              <Button
                tone="critical"
                variant="primary"
                onClick={() => {
                  setOpen(false);
                  onDecline(reason.trim());
                }}
              >
                {say("issue.decline.submit")}
              </Button>
            </InlineStack>
          </BlockStack>
        </Box>
      </section>
    </Popover>
  );
}
