import { Banner, BlockStack, Button, InlineStack } from "@shopify/polaris";
import { useEffect, useRef, useState } from "react";
import { useWords } from "#app/components/words.tsx";
import type { NotActed } from "../act-on-conversation.server.ts";
import { MentionField } from "./mention-field.tsx";
import { namedIn, type Mentionable } from "./mention.ts";

export type NoteSaved = { outcome: "done" | "unreachable" } | { outcome: "refused"; why: NotActed };

type Given = {
  text: string;
  onText: (text: string) => void;
  staff: readonly Mentionable[];
  save: (note: { text: string; mentions: string[] }) => Promise<NoteSaved>;
  onDone: () => void;
  onCancel: () => void;
};

/** Writes a note of the team, new or anew. What was typed stays until it is kept. */
export function NoteForm({ text, onText, staff, save, onDone, onCancel }: Given) {
  const say = useWords();
  const field = useRef<HTMLTextAreaElement>(null);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<NotActed | "unreachable" | null>(null);
  useEffect(() => {
    const { current } = field;
    current?.focus();
    current?.setSelectionRange(current.value.length, current.value.length);
  }, []);
  const send = async () => {
    if (busy) return;
    if (text.trim() === "") {
      setTrouble("blank");
      field.current?.focus();
      return;
    }
    setBusy(true);
    setTrouble(null);
    const saved = await save({ text, mentions: namedIn(text, staff) });
    setBusy(false);
    if (saved.outcome === "done") onDone();
    else setTrouble(saved.outcome === "refused" ? saved.why : "unreachable");
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <BlockStack gap="300">
        <MentionField
          label={say("acting.note.label")}
          value={text}
          staff={staff}
          field={field}
          error={trouble === "blank" ? say("acting.refused.blank") : null}
          onChange={(value) => {
            onText(value);
            if (trouble === "blank") setTrouble(null);
          }}
          onKeyDown={(event) => {
            if (event.key === "Escape") onCancel();
            if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) {
              event.preventDefault();
              void send();
            }
          }}
        />
        {trouble && trouble !== "blank" ? (
          <Banner tone="critical">{say(`acting.refused.${trouble}`)}</Banner>
        ) : null}
        <InlineStack gap="200">
          <Button submit variant="primary" loading={busy}>
            {say("acting.note.save")}
          </Button>
          <Button onClick={onCancel} disabled={busy}>
            {say("action.cancel")}
          </Button>
        </InlineStack>
      </BlockStack>
    </form>
  );
}
