import { BlockStack, List, Text } from "@shopify/polaris";
import { BidiText } from "#app/components/bidi-text.tsx";
import { personName } from "#app/components/person-name.ts";
import { Words, useWords } from "#app/components/words.tsx";
import { zonedTime } from "#app/components/zoned-time.ts";
import type { RetentionChange } from "#app/shop/list-retention-changes.server.ts";
import { retentionKinds } from "#app/shop/retention-settings.ts";
import type { Say } from "#app/words/say.ts";

/** Who changed for how long it is kept, when, and from what to what. Nothing where nobody did. */
export function RetentionChanges({ changes, zone }: { changes: RetentionChange[]; zone: string }) {
  const say = useWords();
  if (changes.length === 0) return null;
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {say("retention.changes")}
      </Text>
      <List>
        {changes.map(({ id, by, at, before, after }) => (
          <List.Item key={id}>
            <Words
              of="retention.changed"
              values={{
                name: <BidiText>{personName(say, by)}</BidiText>,
                date: <time dateTime={at}>{zonedTime(say, at, zone)}</time>,
              }}
            />
            {retentionKinds
              .filter((kind) => before[kind] !== after[kind])
              .map((kind) => (
                <Text as="p" tone="subdued" key={kind}>
                  {say("retention.changed.what", {
                    what: say(`retention.${kind}`),
                    from: lengthOf(say, before[kind]),
                    to: lengthOf(say, after[kind]),
                  })}
                </Text>
              ))}
          </List.Item>
        ))}
      </List>
    </BlockStack>
  );
}

const lengthOf = (say: Say, days: number | null) =>
  days === null ? say("retention.forGood") : say("retention.days", { days });
