import { BlockStack, Text } from "@shopify/polaris";
import { TypedList } from "#app/components/typed-list.tsx";
import { useWords } from "#app/components/words.tsx";

type Given = {
  label: string;
  help: string;
  tags: string[];
  error: string | undefined;
  onChange: (tags: string[]) => void;
};

/** Tags of orders and products, in Shopify's spelling but for capitals. */
export function TagsField({ label, help, tags, error, onChange }: Given) {
  const say = useWords();
  const asKept = (typed: string) => typed.trim().toLowerCase() || null;
  return (
    <BlockStack gap="200">
      <TypedList {...{ label, help, error, asKept, onChange }} values={tags} />
      {tags.length === 0 ? (
        <Text as="p" tone="subdued">
          {say("outreach.tags.none")}
        </Text>
      ) : null}
    </BlockStack>
  );
}
