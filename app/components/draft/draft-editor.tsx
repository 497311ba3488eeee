import { BlockStack, Text } from "@shopify/polaris";
import { useId, useState } from "react";
import { markQuotes } from "./mark-quotes.ts";
import type { LiveChecks } from "./use-checks.ts";
import { useWords } from "#app/components/words.tsx";

type Given = {
  text: string;
  language: string;
  live: LiveChecks;
  /** What the field is called where it is no reply. */
  label?: string | undefined;
  onChange: (text: string) => void;
};

/**
 * The reply as a person writes it. The words that a check is about are marked where they stand: behind the letters lies the same
 * text, drawn with the marks alone, so that the field itself stays a plain one for keyboards, screen readers and spell checkers.
 */
export function DraftEditor({ text, language, live, label, onChange }: Given) {
  const say = useWords();
  const [field, help] = [useId(), useId()];
  const empty = text.trim() === "";
  const [begun, setBegun] = useState(!empty);
  if (!empty && !begun) setBegun(true);
  // A form that was just opened is nobody's fault.
  const wrong = empty && begun;
  const stopped = live.state === "checked" && live.checks?.some(({ outcome }) => outcome === "block");
  return (
    <BlockStack gap="100">
      <label htmlFor={field}>{label ?? say("draft.reply")}</label>
      <div className="attune-editor">
        <div aria-hidden className="attune-editor-marks" dir="auto">
          {markQuotes(text, live.checks ?? []).map(({ text: words, outcome }, at) =>
            outcome ? (
              <mark key={at} data-outcome={outcome}>
                {words}
              </mark>
            ) : (
              words
            ),
          )}
          {"\n"}
        </div>
        <textarea
          id={field}
          dir="auto"
          lang={language}
          value={text}
          onChange={(event) => onChange(event.currentTarget.value)}
          maxLength={50_000}
          autoComplete="off"
          aria-describedby={help}
          aria-invalid={wrong || stopped || undefined}
        />
      </div>
      <div id={help}>
        <Text as="p" variant="bodySm" tone={wrong ? "critical" : "subdued"}>
          {empty ? say("draft.empty") : live.state === "idle" ? "" : say(`draft.live.${live.state}`)}
        </Text>
      </div>
    </BlockStack>
  );
}
