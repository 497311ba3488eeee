import { Banner, BlockStack, Button, InlineStack, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import type { Check } from "#app/care/draft/draft.ts";
import { Checks } from "./checks.tsx";
import { useWords } from "#app/components/words.tsx";

type Given = {
  checks: Check[];
  /** It was tried to send it. */
  refused: boolean;
  busy: boolean;
  /** Nobody asked for it: it is no reply. */
  unasked: boolean;
  onSend: (reason: string) => void;
};

/** The reply is stopped: why, and the way to send it all the same, on one's own name and with a reason. */
export function Blocked({ checks, refused, busy, unasked, onSend }: Given) {
  const say = useWords();
  const [reason, setReason] = useState("");
  // Other people's data and secrets are nobody's to send.
  const final = checks.some(({ outcome, overrulable }) => outcome === "block" && overrulable === false);
  return (
    <BlockStack gap="300">
      {refused ? (
        <Banner tone="critical" title={say("draft.notSent")}>
          {final ? say("draft.takeOut") : null}
        </Banner>
      ) : (
        <Text as="p" fontWeight="semibold">
          {say("draft.stopped", { final: final ? "yes" : "no" })}
        </Text>
      )}
      <Checks checks={checks} sentences={[]} />
      {final ? null : (
        <>
          <TextField
            label={say("draft.overrule")}
            value={reason}
            onChange={setReason}
            autoComplete="off"
            maxLength={500}
            helpText={say(unasked ? "draft.overrule.help.message" : "draft.overrule.help")}
          />
          <InlineStack>
            <Button onClick={() => onSend(reason.trim())} disabled={reason.trim() === ""} loading={busy}>
              {say("draft.sendAnyway")}
            </Button>
          </InlineStack>
        </>
      )}
    </BlockStack>
  );
}
