import { BlockStack, Button, TextField } from "@shopify/polaris";
import { useState } from "react";
import { BeingWritten } from "./being-written.tsx";
import type { Redraft } from "./use-writing.ts";

/** What the next draft should do differently, in a person's own words; empty asks for another one all the same. */
export function HintBox({ redraft, disabled }: { redraft: Redraft; disabled: boolean }) {
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
          <Button onClick={() => redraft.redraft(hint)} loading={redraft.busy} disabled={disabled}>
            Draft again
          </Button>
        }
      />
      <BeingWritten redraft={redraft} />
    </BlockStack>
  );
}
