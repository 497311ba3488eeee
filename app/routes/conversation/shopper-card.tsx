import { BlockStack, Card, Text } from "@shopify/polaris";
import { BidiText } from "#app/components/bidi-text.tsx";
import { identityLabel, languageLabel } from "#app/components/labels.ts";
import type { ConversationDetail } from "#app/desk/shapes.ts";
import { useWords } from "#app/components/words.tsx";

/** Who wrote, and how far it is proven that they are who the order belongs to. */
export function ShopperCard({ conversation }: { conversation: ConversationDetail }) {
  const say = useWords();
  const { customer, reading, language } = conversation;
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {say("conversation.shopper.title")}
        </Text>
        <Text as="p" fontWeight="medium">
          <BidiText>{customer?.name || say("shopper.noName")}</BidiText>
        </Text>
        {customer?.email ? (
          <Text as="p">
            <BidiText>{customer.email}</BidiText>
          </Text>
        ) : null}
        {language ? (
          <Text as="p" tone="subdued">
            {say("conversation.shopper.writesIn", { language: languageLabel(say, language) })}
          </Text>
        ) : null}
        {reading ? (
          <Text as="p" tone="subdued">
            {identityLabel(say, reading.identity)}
          </Text>
        ) : null}
      </BlockStack>
    </Card>
  );
}
