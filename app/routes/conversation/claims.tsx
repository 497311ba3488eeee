import { Badge, BlockStack, InlineStack, Text } from "@shopify/polaris";
import { BidiText } from "#app/components/bidi-text.tsx";
import { claimLabel, evidenceLabel } from "#app/components/claim-words.ts";
import { verdictLabel } from "#app/components/labels.ts";
import type { ConversationDetail } from "#app/desk/shapes.ts";
import { useWords } from "#app/components/words.tsx";

type Claim = NonNullable<ConversationDetail["reading"]>["claims"][number];
const TONES = { agrees: "success", conflicts: "critical", unknown: undefined } as const;

/** What the shopper states, in their words, and what the records show of it. */
export function Claims({ claims }: { claims: Claim[] }) {
  const say = useWords();
  return (
    <BlockStack gap="300">
      <Text as="h3" variant="headingSm">
        {say("conversation.claims.title")}
      </Text>
      <BlockStack gap="300" as="ul">
        {claims.map((claim) => (
          <li key={`${claim.kind}${claim.claim}${claim.quote}`} style={{ listStyle: "none" }}>
            <BlockStack gap="100">
              <Text as="p">
                <BidiText>{claimLabel(say, claim)}</BidiText>
              </Text>
              {claim.quote ? (
                <blockquote className="attune-quote">
                  <BidiText>{`“${claim.quote}”`}</BidiText>
                </blockquote>
              ) : null}
              <InlineStack gap="200" blockAlign="center">
                <Badge tone={TONES[claim.verdict]}>{verdictLabel(say, claim.verdict)}</Badge>
              </InlineStack>
              {claim.evidence.map(({ entity, id, shows }) => (
                <Text as="p" variant="bodySm" tone="subdued" key={`${entity}${id}${shows}`}>
                  <BidiText>{evidenceLabel(say, shows)}</BidiText>
                </Text>
              ))}
            </BlockStack>
          </li>
        ))}
      </BlockStack>
    </BlockStack>
  );
}
