import { BlockStack, Box, Button, InlineStack, TextField } from "@shopify/polaris";
import { useState } from "react";
import { useWords } from "#app/components/words.tsx";

type Given = { busy: boolean; disabled: boolean; onDecline: (reason: string) => void };

/** Asks once more before a draft is set aside, and why, which nobody has to say. */
export function DeclineBox({ busy, disabled, onDecline }: Given) {
  const say = useWords();
  const [reason, setReason] = useState("");
  return (
    <Box background="bg-surface-secondary" borderRadius="200" padding="300">
      <BlockStack gap="300">
        <TextField
          label={say("conversation.decline.why")}
          helpText={say("conversation.decline.help")}
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
            {say("conversation.decline")}
          </Button>
        </InlineStack>
      </BlockStack>
    </Box>
  );
}
