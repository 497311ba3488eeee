import { BlockStack, Button, TextField } from "@shopify/polaris";
import { useState } from "react";
import { AnswerBanner } from "./answer-banner.tsx";
import { useRedraft } from "./use-redraft.ts";

/** What the next draft should do differently, in a person's own words; empty asks for another one all the same. */
export function HintBox({ messageId, disabled }: { messageId: string; disabled: boolean }) {
  const { redraft, busy, answered } = useRedraft(messageId);
  const [hint, setHint] = useState("");
  return (
    <BlockStack gap="300">
      <TextField
        label="What should be different?"
        value={hint}
        onChange={setHint}
        placeholder="Shorter, more formal, offer a return …"
        autoComplete="off"
        maxLength={500}
        connectedRight={
          <Button onClick={() => redraft(hint)} loading={busy} disabled={disabled}>
            Draft again
          </Button>
        }
      />
      {busy ? null : <AnswerBanner answered={answered} />}
    </BlockStack>
  );
}
