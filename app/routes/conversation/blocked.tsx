import { Banner, BlockStack, Button, InlineStack, TextField } from "@shopify/polaris";
import { useState } from "react";
import type { Check } from "#app/care/draft/draft.ts";
import { Checks } from "./checks.tsx";

/** The reply was stopped: why, and the way to send it all the same, on one's own name and with a reason. */
export function Blocked({
  checks,
  busy,
  onSend,
}: {
  checks: Check[];
  busy: boolean;
  onSend: (reason: string) => void;
}) {
  const [reason, setReason] = useState("");
  // Other people's data and secrets are nobody's to send.
  const final = checks.some(({ outcome, overrulable }) => outcome === "block" && overrulable === false);
  return (
    <BlockStack gap="300">
      <Banner tone="critical" title="Not sent: it says something the records do not">
        {final ? "Take it out before you send the reply. No reason makes up for it." : null}
      </Banner>
      <Checks checks={checks} />
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
