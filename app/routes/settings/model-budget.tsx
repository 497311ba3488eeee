import { useFetcher } from "@remix-run/react";
import { Banner, BlockStack, Box, Button, InlineStack, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { faultLabels } from "#app/components/fault-words.ts";
import { moneyLabel } from "#app/components/labels.ts";
import type { Say } from "#app/words/say.ts";
import { useWords } from "#app/components/words.tsx";
import type { Model } from "./model-card.tsx";
import type { clientAction } from "./route.tsx";
import { Unreached } from "#app/components/unreached.tsx";

/** What drafts and translations by the model may cost a month, and what they cost so far. */
export function ModelBudget({ model }: { model: Model }) {
  const say = useWords();
  const fetcher = useFetcher<typeof clientAction>();
  const [edited, setEdited] = useState<string | null>(null);
  const saved = model.budgetPerMonth.toFixed(2);
  const error = faultLabels(say, fetcher.data)["budget"];
  const spent = model.spentThisMonth >= model.budgetPerMonth - LEAST;
  return (
    <BlockStack gap="300">
      {spent && model.drafts ? (
        <Banner tone="warning" title={say("model.budget.spent")}>
          {say("model.budget.spent.text")}
        </Banner>
      ) : null}
      <Unreached answered={fetcher.data} />
      <fetcher.Form method="post">
        <input type="hidden" name="intent" value="save-model-budget" />
        <InlineStack gap="200" blockAlign="end">
          <Box width="12rem">
            <TextField
              label={say("model.budget")}
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
            {say("action.save")}
          </Button>
        </InlineStack>
      </fetcher.Form>
      <Text as="p" tone="subdued">
        {say("model.budget.used", {
          spent: dollars(say, model.spentThisMonth),
          budget: dollars(say, model.budgetPerMonth),
        })}
      </Text>
    </BlockStack>
  );
}

const dollars = (say: Say, amount: number) => moneyLabel(say, { amount: String(amount), currency: "USD" });

/** What is less than one draft costs is nothing left. */
const LEAST = 0.05;
