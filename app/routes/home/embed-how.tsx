import { BlockStack, Button, Text } from "@shopify/polaris";
import { useWords } from "#app/components/words.tsx";
import type { Embed } from "./use-embed.ts";

/** The block's file in extensions/attune-contact: Shopify opens the theme editor with it switched on, to be saved. */
const BLOCK = "contact-form";

/** How the storefront's contact form is turned on. */
export function EmbedHow({ embed, apiKey }: { embed: Embed; apiKey: string }) {
  const say = useWords();
  const editor = `shopify://admin/themes/current/editor?context=apps&activateAppId=${apiKey}/${BLOCK}`;
  return (
    <BlockStack gap="200">
      <Text as="p" tone="subdued">
        {say("home.steps.embed.how")}
      </Text>
      {embed === "unknown" ? (
        <Text as="p" tone="subdued">
          {say("home.steps.embed.unknown")}
        </Text>
      ) : null}
      <span>
        <Button size="slim" url={editor} target="_blank">
          {say("home.steps.embed.open")}
        </Button>
      </span>
    </BlockStack>
  );
}
