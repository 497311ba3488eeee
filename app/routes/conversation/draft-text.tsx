import { BlockStack, Box, InlineStack, Text } from "@shopify/polaris";
import { useId, useState, type CSSProperties } from "react";
import { sentenceCase } from "#app/components/labels.ts";
import type { ConversationDetail } from "#app/desk/shapes.ts";

type Draft = NonNullable<ConversationDetail["draft"]>;
type Placed = { sentence: Draft["sentences"][number]; index: number };

const plain: CSSProperties = {
  all: "unset",
  cursor: "pointer",
  borderRadius: 4,
  padding: "1px 2px",
  overflowWrap: "anywhere",
};

/**
 * The draft, sentence by sentence. Each can be reached by mouse, touch and keyboard, and shows what it rests on in one place
 * below the text, so that nothing covers what is being read.
 */
export function DraftText({ draft }: { draft: Draft }) {
  const [active, setActive] = useState<number | null>(null);
  const evidence = useId();
  return (
    <BlockStack gap="400">
      <div lang={draft.language} dir="auto">
        <BlockStack gap="300">
          {paragraphs(draft.sentences).map((paragraph) => (
            <p key={paragraph[0]?.index}>
              {paragraph.map(({ sentence, index }) => (
                <button
                  key={index}
                  type="button"
                  className="attune-sentence"
                  style={{
                    ...plain,
                    background: index === active ? "var(--p-color-bg-surface-info)" : undefined,
                    textDecoration:
                      sentence.cites.length > 0
                        ? "underline dotted var(--p-color-border-emphasis)"
                        : undefined,
                    textUnderlineOffset: 4,
                  }}
                  aria-describedby={index === active ? evidence : undefined}
                  onMouseEnter={() => setActive(index)}
                  onFocus={() => setActive(index)}
                  onClick={() => setActive(index)}
                >
                  {sentence.text}{" "}
                </button>
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

function Evidence({ draft, index }: { draft: Draft; index: number | null }) {
  const sentence = index === null ? undefined : draft.sentences[index];
  if (!sentence) {
    return (
      <Text as="p" tone="subdued" variant="bodySm">
        Point at a sentence, or go through them with the Tab key, to see what it rests on.
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
          <Text as="span" variant="bodySm">
            {fact.label}: <strong dir="auto">{fact.value}</strong>
          </Text>
          <Text as="span" variant="bodySm" tone="subdued">
            {sentenceCase(fact.source.entity)} {fact.source.field}
          </Text>
        </InlineStack>
      ))}
    </BlockStack>
  );
}

/** A paragraph for each stage of the reply. */
function paragraphs(sentences: Draft["sentences"]): Placed[][] {
  const grouped: Placed[][] = [];
  sentences.forEach((sentence, index) => {
    const last = grouped.at(-1);
    if (last && last[0]?.sentence.stage === sentence.stage) last.push({ sentence, index });
    else grouped.push([{ sentence, index }]);
  });
  return grouped;
}
