import { Badge, BlockStack, Card, InlineGrid, InlineStack, Link, Text } from "@shopify/polaris";
import { useWords } from "#app/components/words.tsx";
import type { WordKey } from "#app/words/say.ts";

export type IndexItem = {
  url: string;
  title: string;
  description: string;
  /** What is worth a look there. */
  note?: { text: string; tone?: "success" | "attention" | "info" } | undefined;
};
export type IndexGroup = { group: WordKey; items: IndexItem[] };

/** Every page of settings with a sentence of what it is about, in groups; two beside each other where there is room. */
export function SettingsIndex({ groups }: { groups: IndexGroup[] }) {
  return (
    <BlockStack gap={{ xs: "600", md: "800" }}>
      {groups
        .filter(({ items }) => items.length > 0)
        .map((one) => (
          <Group key={one.group} {...one} />
        ))}
    </BlockStack>
  );
}

function Group({ group, items }: IndexGroup) {
  const say = useWords();
  return (
    <section aria-label={say(group)}>
      <BlockStack gap="300">
        <div className="attune-group">
          <Text as="h2" variant="headingMd">
            {say(group)}
          </Text>
        </div>
        <InlineGrid columns={{ xs: "1fr", md: "1fr 1fr" }} gap="300">
          {items.map((item) => (
            <Card key={item.url}>
              <BlockStack gap="100">
                <InlineStack gap="200" blockAlign="center" align="space-between">
                  <Text as="h3" variant="headingSm">
                    <Link url={item.url} removeUnderline monochrome={false}>
                      {item.title}
                    </Link>
                  </Text>
                  {item.note ? <Badge tone={item.note.tone}>{item.note.text}</Badge> : null}
                </InlineStack>
                <Text as="p" tone="subdued">
                  {item.description}
                </Text>
              </BlockStack>
            </Card>
          ))}
        </InlineGrid>
      </BlockStack>
    </section>
  );
}
