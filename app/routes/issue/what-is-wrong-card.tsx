import { Badge, BlockStack, Card, Text } from "@shopify/polaris";
import type { Evidence, Stake } from "#app/care/detect/issue.ts";
import { BidiText } from "#app/components/bidi-text.tsx";
import { evidenceValue } from "#app/components/evidence-value.ts";
import { stakeLabel } from "#app/components/issue-labels.ts";
import { ShopTime } from "#app/components/shop-time.tsx";
import { useWords, Words } from "#app/components/words.tsx";
import { evidenceName, recordName } from "./evidence-words.ts";

type Given = {
  orderId: string;
  sentence: string;
  stakes: Stake[];
  evidence: Evidence[];
  zone: string | null;
};

/** What is wrong in one sentence, what weighs on it, and the records that say so. */
export function WhatIsWrongCard({ orderId, sentence, stakes, evidence, zone }: Given) {
  const say = useWords();
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {say("issue.wrong")}
        </Text>
        <Text as="p" variant="bodyLg">
          <BidiText>{sentence}</BidiText>
        </Text>
        {stakes.length > 0 ? (
          <ul className="attune-list" aria-label={say("issue.wrong.stakes")}>
            {stakes.map((stake) => (
              <li key={stake}>
                <Badge>{stakeLabel(say, stake)}</Badge>
              </li>
            ))}
          </ul>
        ) : null}
        <dl className="attune-evidence">
          {evidence
            .filter(({ id }) => id !== `order:${orderId}:name`)
            .map((one) => (
              <div key={one.id}>
                <dt>
                  <Text as="span" tone="subdued">
                    {evidenceName(say, one, orderId)}
                  </Text>
                </dt>
                <dd>
                  <Text as="span" breakWord>
                    <BidiText>{evidenceValue(say, one, zone)}</BidiText>
                  </Text>
                  <Text as="span" variant="bodySm" tone="subdued">
                    <Words
                      of="evidence.seen"
                      values={{
                        record: recordName(say, one),
                        when: <ShopTime at={one.observedAt} zone={zone} />,
                      }}
                    />
                  </Text>
                </dd>
              </div>
            ))}
        </dl>
      </BlockStack>
    </Card>
  );
}
