import { BlockStack, Button, Form, TextField } from "@shopify/polaris";
import { useState } from "react";
import { BeingWritten } from "./being-written.tsx";
import type { Redraft } from "./use-writing.ts";
import { useWords } from "#app/components/words.tsx";

/** What the next draft should do differently, in a person's own words; empty asks for another one all the same. */
export function HintBox({ redraft, disabled }: { redraft: Redraft; disabled: boolean }) {
  const say = useWords();
  const [hint, setHint] = useState("");
  return (
    <BlockStack gap="300">
      <Form
        onSubmit={() => {
          if (!disabled && !redraft.busy) redraft.redraft(hint);
        }}
      >
        <TextField
          label={say("conversation.hint")}
          value={hint}
          onChange={setHint}
          placeholder={say("conversation.hint.example")}
          autoComplete="off"
          maxLength={500}
          connectedRight={
            <Button submit loading={redraft.busy} disabled={disabled}>
              {say("conversation.hint.draft")}
            </Button>
          }
        />
      </Form>
      <BeingWritten redraft={redraft} />
    </BlockStack>
  );
}
