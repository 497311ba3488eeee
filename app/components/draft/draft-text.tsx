import { BlockStack, Box } from "@shopify/polaris";
import { Fragment, useId, useState, type KeyboardEvent } from "react";
import type { ConversationDetail } from "#app/desk/shapes.ts";
import { Evidence } from "./evidence.tsx";
import { paragraphs, type Placed } from "./paragraphs.ts";
import { KindLegend } from "./sentence-kinds.tsx";
import { Gloss, GlossSwitch, GlossToCome, isTranslated } from "./gloss-of-it.tsx";
import { useGloss } from "./use-gloss.ts";

type Draft = NonNullable<ConversationDetail["draft"]>;
type Sentence = Draft["sentences"][number];

/**
 * The draft, sentence by sentence, laid out as the shopper will read it. Each sentence can be reached by mouse, touch and
 * keyboard, and shows what it rests on in one place below the text, so that nothing covers what is being read. Whoever does not
 * read its language has each sentence in their own beneath it.
 */
export function DraftText({ conversationId, draft }: { conversationId: string; draft: Draft }) {
  const [active, setActive] = useState<number | null>(null);
  const [glossed, setGlossed] = useState(true);
  const { wanted, gloss, failed, again } = useGloss(conversationId, draft);
  const evidence = useId();
  const shown = wanted && glossed && isTranslated(gloss) ? gloss : null;
  const waits = wanted && !gloss && !failed;
  return (
    <BlockStack gap="400">
      {wanted ? (
        <GlossSwitch gloss={gloss} failed={failed} on={glossed} onAgain={again} onSwitch={setGlossed} />
      ) : null}
      <div lang={draft.language} dir="auto" className={shown || waits ? "attune-glossed" : undefined}>
        <BlockStack gap="300">
          {paragraphs(draft.text, draft.sentences).map((paragraph) => (
            <p key={paragraph[0]?.index}>
              {paragraph.map((placed) => (
                <Fragment key={placed.index}>
                  {placed.onNewLine ? <br /> : " "}
                  <SentenceMark
                    placed={placed}
                    stops={stopsAt(draft, placed.index)}
                    active={placed.index === active}
                    evidence={evidence}
                    onPoint={() => setActive(placed.index)}
                    onTap={() => bringIntoView(evidence)}
                  />
                  {shown ? (
                    <Gloss
                      language={shown.language}
                      shown={shown.sentences[placed.index] ?? { text: null, why: "none" }}
                    />
                  ) : waits ? (
                    <GlossToCome text={placed.sentence.text} />
                  ) : null}
                </Fragment>
              ))}
            </p>
          ))}
        </BlockStack>
      </div>
      <KindLegend sentences={draft.sentences} />
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

/** What the guard says of one sentence, where it says something. */
function stopsAt({ checks }: Draft, index: number): "block" | "warn" | undefined {
  const open = checks.filter(({ sentence, outcome }) => sentence === index && outcome !== "pass");
  return open.some(({ outcome }) => outcome === "block") ? "block" : open.length > 0 ? "warn" : undefined;
}

type Mark = {
  placed: Placed<Sentence>;
  stops: "block" | "warn" | undefined;
  active: boolean;
  evidence: string;
  onPoint: () => void;
  onTap: () => void;
};

/** On a phone the evidence may be below what is seen: a tap scrolls no further than to it. */
const bringIntoView = (id: string) =>
  requestAnimationFrame(() => document.getElementById(id)?.scrollIntoView({ block: "nearest" }));

/** A span and not a button element: a button is a box, and a box breaks the line in the middle of a paragraph. */
function SentenceMark({ placed: { sentence }, stops, active, evidence, onPoint, onTap }: Mark) {
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
      className="attune-sentence attune-kind"
      data-kind={sentence.kind}
      data-outcome={stops}
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
