import { BlockStack, Box, Button, InlineStack, TextField } from "@shopify/polaris";
import { useState } from "react";

type Given = { busy: boolean; disabled: boolean; onDecline: (reason: string) => void };

/** Asks once more before a draft is set aside, and why, which nobody has to say. */
export function DeclineBox({ busy, disabled, onDecline }: Given) {
  const [reason, setReason] = useState("");
  return (
    <Box background="bg-surface-secondary" borderRadius="200" padding="300">
      <BlockStack gap="300">
        <TextField
          label="Why is it declined? (optional)"
          helpText="Kept with the draft, in your shop alone. What is said again and again, such as “shorter” or “more formal”, is proposed as a lesson."
          value={reason}
          onChange={setReason}
          autoComplete="off"
          maxLength={500}
        />
        <InlineStack gap="200">
          <Button
            tone="critical"
            variant="primary"
            loading={busy}
            disabled={disabled && !busy}
            onClick={() => onDecline(reason)}
          >
            Decline draft
          </Button>
        </InlineStack>
      </BlockStack>
    </Box>
  );
}
