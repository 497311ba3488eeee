import { BlockStack, Box, InlineGrid, Text } from "@shopify/polaris";
import type { ReactNode } from "react";

type Given = { id: string; title: string; description: string; children: ReactNode };

/** What a group of settings is about on the left, the settings on the right; one above the other on a phone. */
export function SettingsSection({ id, title, description, children }: Given) {
  return (
    <Box as="section" id={id}>
      <InlineGrid columns={{ xs: "1fr", md: "2fr 5fr" }} gap="400">
        <Box paddingInline={{ xs: "400", sm: "0" }}>
          <BlockStack gap="200">
            <Text as="h2" variant="headingMd">
              {title}
            </Text>
            <Text as="p" tone="subdued">
              {description}
            </Text>
          </BlockStack>
        </Box>
        {children}
      </InlineGrid>
    </Box>
  );
}
