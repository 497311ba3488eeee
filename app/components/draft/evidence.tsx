import { Badge, BlockStack, InlineStack, Text } from "@shopify/polaris";
import { BidiText } from "#app/components/bidi-text.tsx";
import { checkInWords } from "#app/components/check-words.ts";
import { keptWords, sourceLabel } from "#app/components/kept-words.ts";
import { statusLabel } from "#app/components/labels.ts";
import { RelativeTime } from "#app/components/relative-time.tsx";
import type { ConversationDetail } from "#app/desk/shapes.ts";
import { kindLabel } from "./sentence-kinds.tsx";
import { useWords, Words } from "#app/components/words.tsx";

type Draft = NonNullable<ConversationDetail["draft"]>;
type Fact = Draft["facts"][number];

/** What one sentence rests on: each fact with where it was read and when, and what the guard says of it. */
export function Evidence({ draft, index }: { draft: Draft; index: number | null }) {
  const say = useWords();
  const sentence = index === null ? undefined : draft.sentences[index];
  if (!sentence) {
    return (
      <Text as="p" tone="subdued" variant="bodySm">
        {say("draft.point")}
      </Text>
    );
  }
  const facts = draft.facts.filter((fact) => sentence.cites.includes(fact.id));
  const checks = draft.checks.filter((check) => check.sentence === index && check.outcome !== "pass");
  return (
    <BlockStack gap="100">
      <Text as="p" variant="bodySm" fontWeight="semibold">
        {facts.length === 0
          ? say("draft.statesNothing", { kind: kindLabel(say, sentence.kind) })
          : kindLabel(say, sentence.kind)}
      </Text>
      {facts.map((fact) => (
        <FactRow key={fact.id} fact={fact} />
      ))}
      {checks.map((check) => (
        <InlineStack key={`${check.rule}${check.why}`} gap="200" wrap={false} blockAlign="start">
          <Badge tone={check.outcome === "block" ? "critical" : "warning"}>
            {say(`draft.check.${check.outcome === "block" ? "blocks" : "note"}`)}
          </Badge>
          <Text as="span" variant="bodySm">
            {checkInWords(say, check)}
          </Text>
        </InlineStack>
      ))}
    </BlockStack>
  );
}

function FactRow({ fact }: { fact: Fact }) {
  const say = useWords();
  const { value, kind, source, observedAt } = fact;
  return (
    <InlineStack gap="200" align="space-between">
      <Text as="span" variant="bodySm" breakWord>
        <Words
          of="evidence.fact"
          values={{
            label: keptWords(say, "fact", fact.label),
            value: (
              <strong dir="auto">
                {kind === "status" ? statusLabel(say, value) : <BidiText>{value}</BidiText>}
              </strong>
            ),
          }}
        />
      </Text>
      <Text as="span" variant="bodySm" tone="subdued">
        <Words
          of="evidence.seen"
          values={{ record: sourceLabel(say, source), when: <RelativeTime at={observedAt} /> }}
        />
      </Text>
    </InlineStack>
  );
}
