import { useFetcher } from "@remix-run/react";
import { Banner, BlockStack, Box, Button, InlineStack, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import type { Model } from "./model-card.tsx";
import type { clientAction } from "./route.tsx";
import { Unreached } from "#app/components/unreached.tsx";

/** What drafts and translations by the model may cost a month, and what they cost so far. */
export function ModelBudget({ model }: { model: Model }) {
  const fetcher = useFetcher<typeof clientAction>();
  const [edited, setEdited] = useState<string | null>(null);
  const saved = model.budgetPerMonth.toFixed(2);
  const error = fetcher.data?.outcome === "refused" ? fetcher.data.errors["budget"] : undefined;
  const spent = model.spentThisMonth >= model.budgetPerMonth - LEAST;
  return (
    <BlockStack gap="300">
      {spent && model.drafts ? (
        <Banner tone="warning" title="This month's budget for drafts and translations is spent">
          Attune writes drafts itself and translates no messages until the first of next month (UTC), or until
          you raise the budget.
        </Banner>
      ) : null}
      <Unreached answered={fetcher.data} />
      <fetcher.Form method="post">
        <input type="hidden" name="intent" value="save-model-budget" />
        <InlineStack gap="200" blockAlign="end">
          <Box width="12rem">
            <TextField
              label="Monthly budget"
              name="budget"
              type="number"
              min={0}
              step={0.5}
              prefix="$"
              value={edited ?? saved}
              onChange={setEdited}
              error={error}
              autoComplete="off"
            />
          </Box>
          <Button submit disabled={edited === null || edited === saved} loading={fetcher.state !== "idle"}>
            Save
          </Button>
        </InlineStack>
      </fetcher.Form>
      <Text as="p" tone="subdued">
        {`About $${model.spentThisMonth.toFixed(2)} of $${saved} used this month for drafts and translations, at Anthropic's list prices in US dollars.`}
      </Text>
    </BlockStack>
  );
}

/** What is less than one draft costs is nothing left. */
const LEAST = 0.05;
