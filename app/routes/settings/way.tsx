import { Button, InlineGrid, InlineStack } from "@shopify/polaris";
import type { ReactNode } from "react";

type Given = { url: string; label: string; children: ReactNode };

/** What stands on a page of its own, and the way there: beside it where there is room, below it on a phone. */
export function Way({ url, label, children }: Given) {
  return (
    <InlineGrid columns={{ xs: "1fr", sm: "1fr auto" }} gap="300" alignItems="center">
      <InlineStack align="start" gap="200" blockAlign="center">
        {children}
      </InlineStack>
      <InlineStack>
        <Button url={url}>{label}</Button>
      </InlineStack>
    </InlineGrid>
  );
}
