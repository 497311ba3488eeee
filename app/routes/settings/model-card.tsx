import { useFetcher } from "@remix-run/react";
import { Banner, BlockStack, Button, Card, InlineStack, List, Text } from "@shopify/polaris";
import type { ModelDay } from "#app/desk/model-days.ts";
import type { Say } from "#app/words/say.ts";
import { useWords } from "#app/components/words.tsx";
import { GlossLanguage } from "./gloss-language.tsx";
import { ModelBudget } from "./model-budget.tsx";
import { ModelDays } from "./model-days.tsx";
import type { clientAction } from "./route.tsx";
import { Unreached } from "#app/components/unreached.tsx";

/**
 * `tokensToday` of `tokensPerDay`: what the shop's messages took of their limit since midnight UTC. `drafts`: whether the notice that
 * was accepted spoke of them. Budget and what is spent of it are US dollars of this month.
 */
export type Model = {
  available: boolean;
  accepted: boolean;
  tokensToday: number;
  tokensPerDay: number;
  drafts: boolean;
  spentThisMonth: number;
  budgetPerMonth: number;
  /** Of the team, and which there are. */
  glossLanguage: string;
  languages: readonly string[];
  /** Of this month, where the shop is. */
  days: readonly ModelDay[];
};

/** The plain notice an owner accepts before anything leaves for a model outside the shop, and what the model took. */
export function ModelCard({ model }: { model: Model }) {
  const say = useWords();
  const fetcher = useFetcher<typeof clientAction>();
  if (!model.available) {
    return (
      <Card>
        <Text as="p">{say("model.none")}</Text>
      </Card>
    );
  }
  const consent = (accepted: boolean) =>
    fetcher.submit({ intent: "accept-model", accepted: String(accepted) }, { method: "post" });
  const busy = fetcher.state !== "idle";
  return (
    <Card>
      <BlockStack gap="300">
        {model.accepted && !model.drafts ? (
          <Banner tone="info" title={say("model.changed")}>
            {say("model.changed.text")}
          </Banner>
        ) : null}
        <Notice />
        <Unreached answered={fetcher.data} />
        <InlineStack gap="200" blockAlign="center">
          {model.drafts ? null : (
            <Button variant="primary" loading={busy} onClick={() => consent(true)}>
              {say("model.accept")}
            </Button>
          )}
          {model.accepted ? (
            <Button loading={busy} onClick={() => consent(false)}>
              {say("model.withdraw")}
            </Button>
          ) : null}
          <Text as="span" tone="subdued">
            {standing(say, model)}
          </Text>
        </InlineStack>
        <Text as="p" tone="subdued">
          {say("model.tokens", { used: model.tokensToday, limit: model.tokensPerDay })}
        </Text>
        <ModelBudget model={model} />
        <ModelDays days={model.days} />
        <GlossLanguage model={model} />
      </BlockStack>
    </Card>
  );
}

function standing(say: Say, { accepted, drafts }: Model): string {
  if (drafts) return say("model.accepted");
  return accepted ? say("model.acceptedForReading") : say("model.notAccepted");
}

function Notice() {
  const say = useWords();
  return (
    <BlockStack gap="200">
      <Text as="p">{say("model.notice")}</Text>
      <List>
        <List.Item>{say("model.notice.facts")}</List.Item>
        <List.Item>{say("model.notice.feeling")}</List.Item>
        <List.Item>{say("model.notice.shop")}</List.Item>
      </List>
      <Text as="p">{say("model.notice.never")}</Text>
      <Text as="p">{say("model.notice.checked")}</Text>
    </BlockStack>
  );
}
