import { Banner, BlockStack, Button, InlineStack, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import type { Check } from "#app/care/draft/draft.ts";
import { Checks } from "./checks.tsx";

type Given = {
  checks: Check[];
  /** It was tried to send it. */
  refused: boolean;
  busy: boolean;
  onSend: (reason: string) => void;
};

/** The reply is stopped: why, and the way to send it all the same, on one's own name and with a reason. */
export function Blocked({ checks, refused, busy, onSend }: Given) {
  const [reason, setReason] = useState("");
  // Other people's data and secrets are nobody's to send.
  const final = checks.some(({ outcome, overrulable }) => outcome === "block" && overrulable === false);
  const takeOut = "Take it out before you send the reply. No reason makes up for it.";
  return (
    <BlockStack gap="300">
      {refused ? (
        <Banner tone="critical" title="Not sent: it says something the records do not">
          {final ? takeOut : null}
        </Banner>
      ) : (
        <Text as="p" fontWeight="semibold">
          {`It cannot be sent as it is. ${final ? takeOut : ""}`}
        </Text>
      )}
      <Checks checks={checks} edited />
      {final ? null : (
        <>
          <TextField
            label="Send it all the same because"
            value={reason}
            onChange={setReason}
            autoComplete="off"
            maxLength={500}
            helpText="Kept with the reply, under your name."
          />
          <InlineStack>
            <Button onClick={() => onSend(reason.trim())} disabled={reason.trim() === ""} loading={busy}>
              Send anyway
            </Button>
          </InlineStack>
        </>
      )}
    </BlockStack>
  );
}
