import { BlockStack, Box, InlineStack, Text } from "@shopify/polaris";
import { Fragment, useId, useState, type KeyboardEvent } from "react";
import { sentenceCase } from "#app/components/labels.ts";
import type { ConversationDetail } from "#app/desk/shapes.ts";
import { paragraphs, type Placed } from "./paragraphs.ts";

type Draft = NonNullable<ConversationDetail["draft"]>;
type Sentence = Draft["sentences"][number];

/**
 * The draft, sentence by sentence, laid out as the shopper will read it. Each sentence can be reached by mouse, touch and
 * keyboard, and shows what it rests on in one place below the text, so that nothing covers what is being read.
 */
export function DraftText({ draft }: { draft: Draft }) {
  const [active, setActive] = useState<number | null>(null);
  const evidence = useId();
  return (
    <BlockStack gap="400">
      <div lang={draft.language} dir="auto">
        <BlockStack gap="300">
          {paragraphs(draft.text, draft.sentences).map((paragraph) => (
            <p key={paragraph[0]?.index}>
              {paragraph.map((placed) => (
                <Fragment key={placed.index}>
                  {placed.onNewLine ? <br /> : " "}
                  <SentenceMark
                    placed={placed}
                    active={placed.index === active}
                    evidence={evidence}
                    onPoint={() => setActive(placed.index)}
                    onTap={() => bringIntoView(evidence)}
                  />
                </Fragment>
              ))}
            </p>
          ))}
        </BlockStack>
      </div>
      <Box
        background="bg-surface-secondary"
        padding="300"
        borderRadius="200"
        id={evidence}
        minHeight="4.5rem"
      >
        <Evidence draft={draft} index={active} />
      </Box>
    </BlockStack>
  );
}

type Mark = {
  placed: Placed<Sentence>;
  active: boolean;
  evidence: string;
  onPoint: () => void;
  onTap: () => void;
};

/** On a phone the evidence may be below what is seen: a tap scrolls no further than to it. */
const bringIntoView = (id: string) =>
  requestAnimationFrame(() => document.getElementById(id)?.scrollIntoView({ block: "nearest" }));

/** A span and not a button element: a button is a box, and a box breaks the line in the middle of a paragraph. */
function SentenceMark({ placed: { sentence }, active, evidence, onPoint, onTap }: Mark) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    onPoint();
    onTap();
  };
  return (
    <span
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- see above
      role="button"
      tabIndex={0}
      className="attune-sentence"
      data-cites={sentence.cites.length > 0 || undefined}
      data-active={active || undefined}
      aria-describedby={active ? evidence : undefined}
      onMouseEnter={onPoint}
      onFocus={onPoint}
      onClick={() => {
        onPoint();
        onTap();
      }}
      onKeyDown={onKeyDown}
    >
      {sentence.text}
    </span>
  );
}

function Evidence({ draft, index }: { draft: Draft; index: number | null }) {
  const sentence = index === null ? undefined : draft.sentences[index];
  if (!sentence) {
    return (
      <Text as="p" tone="subdued" variant="bodySm">
        Point at a sentence, tap it, or go through them with the Tab key, to see what it rests on.
      </Text>
    );
  }
  const facts = draft.facts.filter((fact) => sentence.cites.includes(fact.id));
  return (
    <BlockStack gap="100">
      <Text as="p" variant="bodySm" fontWeight="semibold">
        {sentenceCase(sentence.kind)}
        {facts.length === 0 ? ": states nothing that needs a record" : ""}
      </Text>
      {facts.map((fact) => (
        <InlineStack key={fact.id} gap="200" align="space-between">
          <Text as="span" variant="bodySm" breakWord>
            {fact.label}:{" "}
            <strong dir="auto">{fact.kind === "status" ? sentenceCase(fact.value) : fact.value}</strong>
          </Text>
          <Text as="span" variant="bodySm" tone="subdued">
            {sentenceCase(`${fact.source.entity} ${fact.source.field}`)}
          </Text>
        </InlineStack>
      ))}
    </BlockStack>
  );
}
