import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, InlineStack } from "@shopify/polaris";
import { useState } from "react";
import { AnswerBanner } from "#app/components/answer-banner.tsx";
import { REPLY_OPENER } from "./acting/use-conversation-keys.ts";
import { DeclineBox } from "./decline-box.tsx";
import type { clientAction } from "./route.tsx";
import { useOutcomeToast } from "./use-outcome-toast.ts";
import { useWords } from "#app/components/words.tsx";

type Given = {
  draftId: string;
  messageId: string | null;
  /** Nobody asked for it: it is no reply. */
  unasked: boolean;
  busy: boolean;
  /** Another draft is being written. */
  drafting: boolean;
  /** It cannot be sent as it is: stale, empty or stopped by a check. */
  stopped: boolean;
  editing: boolean;
  /** A person writes it whole: without their words nothing is left of it. */
  own: boolean;
  onEdit: () => void;
  onSend: () => void;
};

/** Send, edit or decline a draft. */
export function DraftActions(given: Given) {
  const say = useWords();
  const { draftId, messageId, unasked, busy, drafting, stopped, editing, own, onEdit, onSend } = given;
  const decline = useFetcher<typeof clientAction>({ key: `decline:${messageId}` });
  useOutcomeToast(decline.data);
  const [declining, setDeclining] = useState(false);
  const setAside = (reason: string) =>
    decline.submit({ intent: "decline", draftId, reason }, { method: "post" });
  const working = busy || drafting || decline.state !== "idle";
  return (
    <BlockStack gap="300">
      <InlineStack gap="200">
        <Button variant="primary" onClick={onSend} loading={busy} disabled={stopped || (working && !busy)}>
          {say(
            unasked
              ? "conversation.sendMessage"
              : editing && !own
                ? "conversation.sendEdited"
                : "conversation.send",
          )}
        </Button>
        <Button
          id={REPLY_OPENER}
          disabled={working}
          onClick={() => {
            onEdit();
            if (own) setAside("");
          }}
        >
          {say(editing ? "conversation.discardEdits" : "conversation.edit")}
        </Button>
        {own ? null : (
          <Button
            tone={declining ? undefined : "critical"}
            variant="tertiary"
            disabled={working}
            ariaExpanded={declining}
            onClick={() => setDeclining(!declining)}
          >
            {say(declining ? "conversation.keepDraft" : "conversation.declineIt")}
          </Button>
        )}
      </InlineStack>
      {declining ? (
        <DeclineBox busy={decline.state !== "idle"} disabled={working} onDecline={setAside} />
      ) : null}
      {decline.state === "idle" ? <AnswerBanner answered={decline.data} /> : null}
    </BlockStack>
  );
}
