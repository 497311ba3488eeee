import { Badge, BlockStack, InlineStack, Text } from "@shopify/polaris";
import { BidiText } from "#app/components/bidi-text.tsx";
import { statusLabel } from "#app/components/labels.ts";
import { sentenceCase } from "#app/words/say.ts";
import { RelativeTime } from "#app/components/relative-time.tsx";
import type { ConversationDetail } from "#app/desk/shapes.ts";
import { kindLabel } from "./sentence-kinds.tsx";
import { useWords } from "#app/components/words.tsx";

type Draft = NonNullable<ConversationDetail["draft"]>;
type Fact = Draft["facts"][number];

/** What one sentence rests on: each fact with where it was read and when, and what the guard says of it. */
export function Evidence({ draft, index }: { draft: Draft; index: number | null }) {
  const sentence = index === null ? undefined : draft.sentences[index];
  if (!sentence) {
    return (
      <Text as="p" tone="subdued" variant="bodySm">
        Point at a sentence, tap it, or go through them with the Tab key, to see what it rests on.
      </Text>
    );
  }
  const facts = draft.facts.filter((fact) => sentence.cites.includes(fact.id));
  const checks = draft.checks.filter((check) => check.sentence === index && check.outcome !== "pass");
  return (
    <BlockStack gap="100">
      <Text as="p" variant="bodySm" fontWeight="semibold">
        {kindLabel(sentence.kind)}
        {facts.length === 0 ? ": states nothing that needs a record" : ""}
      </Text>
      {facts.map((fact) => (
        <FactRow key={fact.id} fact={fact} />
      ))}
      {checks.map(({ rule, outcome, why }) => (
        <InlineStack key={`${rule}${why}`} gap="200" wrap={false} blockAlign="start">
          <Badge tone={outcome === "block" ? "critical" : "warning"}>
            {outcome === "block" ? "Blocks" : "Note"}
          </Badge>
          <Text as="span" variant="bodySm">
            {why}
          </Text>
        </InlineStack>
      ))}
    </BlockStack>
  );
}

function FactRow({ fact }: { fact: Fact }) {
  const say = useWords();
  const { label, value, kind, source, observedAt } = fact;
  return (
    <InlineStack gap="200" align="space-between">
      <Text as="span" variant="bodySm" breakWord>
        {label}:{" "}
        <strong dir="auto">
          {kind === "status" ? statusLabel(say, value) : <BidiText>{value}</BidiText>}
        </strong>
      </Text>
      <Text as="span" variant="bodySm" tone="subdued">
        {`${sourceLabel(source)}, seen `}
        <RelativeTime at={observedAt} />
      </Text>
    </InlineStack>
  );
}

const sourceLabel = ({ entity, field }: Fact["source"]) =>
  entity === "staff" ? "Your team" : sentenceCase(`${entity} ${field}`);
