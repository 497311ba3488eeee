import { useFetcher } from "@remix-run/react";
import { Box, BlockStack, Button, InlineStack, Select, Text } from "@shopify/polaris";
import { useState } from "react";
import { languageLabel } from "#app/components/labels.ts";
import type { Model } from "./model-card.tsx";
import type { clientAction } from "./route.tsx";
import { Unreached } from "#app/components/unreached.tsx";
import { useWords } from "#app/components/words.tsx";

/** The language in which the model says its own sentences again, for whoever reviews a draft without reading it. */
export function GlossLanguage({ model }: { model: Model }) {
  const say = useWords();
  const fetcher = useFetcher<typeof clientAction>();
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <BlockStack gap="300">
      <Unreached answered={fetcher.data} />
      <fetcher.Form method="post">
        <input type="hidden" name="intent" value="save-gloss-language" />
        <InlineStack gap="200" blockAlign="end">
          <Box width="12rem">
            <Select
              label={say("model.gloss")}
              name="language"
              options={model.languages.map((value) => ({ value, label: languageLabel(say, value) }))}
              value={chosen ?? model.glossLanguage}
              onChange={setChosen}
            />
          </Box>
          <Button
            submit
            disabled={chosen === null || chosen === model.glossLanguage}
            loading={fetcher.state !== "idle"}
          >
            {say("action.save")}
          </Button>
        </InlineStack>
      </fetcher.Form>
      <Text as="p" tone="subdued">
        {say("model.gloss.text")}
      </Text>
    </BlockStack>
  );
}
