import { Badge, Banner, BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import { BidiText } from "#app/components/bidi-text.tsx";
import {
  asSentence,
  intentLabel,
  modelAbsenceLabel,
  riskLabel,
  sentenceCase,
} from "#app/components/labels.ts";
import type { ConversationDetail } from "#app/desk/shapes.ts";

type Reading = NonNullable<ConversationDetail["reading"]>;
const URGENCY = ["Whenever", "In the usual order", "Today", "Now"];
const VERDICT_TONES = { agrees: "success", conflicts: "critical", unknown: undefined } as const;

/** How the message was read, what each reading said, and what the records say to the shopper's claims. */
export function ReadingCard({ reading }: { reading: ConversationDetail["reading"] }) {
  if (!reading) return null;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          How it was read
        </Text>
        {reading.riskFlags.length > 0 ? (
          <Banner tone="warning">Needs a person: {reading.riskFlags.map(riskLabel).join(", ")}.</Banner>
        ) : null}
        <Text as="p">
          {intentLabel(reading.intent)} · {URGENCY[reading.urgency]}
        </Text>
        <Voices reading={reading} />
        <Text as="p" tone="subdued">
          {asSentence(reading.why)}
        </Text>
        {reading.claims.length > 0 ? <Claims claims={reading.claims} /> : null}
      </BlockStack>
    </Card>
  );
}

function Voices({ reading }: { reading: Reading }) {
  const voices = [
    { name: "From the words", said: reading.emotion.readings.words },
    {
      name: "From a model",
      said: reading.emotion.readings.model,
      instead: modelAbsenceLabel(reading.modelAbsence),
    },
    { name: "From the record", said: reading.emotion.readings.record },
  ];
  return (
    <BlockStack gap="100" as="ul">
      {voices.map(({ name, said, instead = "Not asked" }) => (
        <li key={name} style={{ listStyle: "none" }}>
          <InlineStack align="space-between" gap="200">
            <Text as="span" tone="subdued">
              {name}
            </Text>
            <Text as="span">
              {said ? `${sentenceCase(said.label)}, ${Math.round(said.confidence * 100)}% sure` : instead}
            </Text>
          </InlineStack>
        </li>
      ))}
    </BlockStack>
  );
}

function Claims({ claims }: { claims: Reading["claims"] }) {
  return (
    <BlockStack gap="200" as="ul">
      {claims.map((claim) => (
        <li key={`${claim.claim}${claim.verdict}`} style={{ listStyle: "none" }}>
          <InlineStack gap="200" wrap={false} blockAlign="start">
            <Badge tone={VERDICT_TONES[claim.verdict]}>{sentenceCase(claim.verdict)}</Badge>
            <BidiText>{asSentence(claim.claim)}</BidiText>
          </InlineStack>
        </li>
      ))}
    </BlockStack>
  );
}
