import { useFetcher } from "@remix-run/react";
import { Banner, BlockStack, Button, Card, InlineStack, List, Text } from "@shopify/polaris";
import { GlossLanguage } from "./gloss-language.tsx";
import { ModelBudget } from "./model-budget.tsx";
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
};

/** The plain notice an owner accepts before anything leaves for a model outside the shop, and what the model took. */
export function ModelCard({ model }: { model: Model }) {
  const fetcher = useFetcher<typeof clientAction>();
  if (!model.available) {
    return (
      <Card>
        <Text as="p">
          No language model is connected. Attune reads messages and writes drafts by itself, and no message
          leaves it.
        </Text>
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
          <Banner tone="info" title="The notice has changed">
            You accepted that messages are read. That Claude writes drafts, too, and what is sent for that, is
            new: until you accept it, Attune writes all drafts itself.
          </Banner>
        ) : null}
        <Notice />
        <Unreached answered={fetcher.data} />
        <InlineStack gap="200" blockAlign="center">
          {model.drafts ? null : (
            <Button variant="primary" loading={busy} onClick={() => consent(true)}>
              Accept
            </Button>
          )}
          {model.accepted ? (
            <Button loading={busy} onClick={() => consent(false)}>
              Withdraw consent
            </Button>
          ) : null}
          <Text as="span" tone="subdued">
            {standing(model)}
          </Text>
        </InlineStack>
        <Text as="p" tone="subdued">
          {`${count(model.tokensToday)} of ${count(model.tokensPerDay)} tokens used today for reading. When no more are left, messages are read without the model until midnight UTC.`}
        </Text>
        <ModelBudget model={model} />
        <GlossLanguage model={model} />
      </BlockStack>
    </Card>
  );
}

function standing({ accepted, drafts }: Model): string {
  if (drafts) return "Accepted.";
  return accepted ? "Accepted for reading only." : "Not accepted: the model is not used.";
}

function Notice() {
  return (
    <BlockStack gap="200">
      <Text as="p">
        With your consent, Anthropic&apos;s Claude gives a second opinion on how a shopper feels, writes
        drafts, and translates a message when somebody of your team asks for it. For each of these, Attune
        sends the text the shopper wrote, without the name it is signed with, email and web addresses, and
        order, tracking, phone and card numbers. For a translation it sends nothing else but the language to
        translate into. For a draft, Attune sends besides:
      </Text>
      <List>
        <List.Item>
          which facts there are about the order (that it has a carrier, an expected day, a refund), and its
          status, such as “in transit”;
        </List.Item>
        <List.Item>the emotion that was read, and the hint a member of your team wrote;</List.Item>
        <List.Item>
          your shop&apos;s and team&apos;s name, the language of your team, its policies, and passages of your
          articles about what was asked.
        </List.Item>
      </List>
      <Text as="p">
        No name, address, order or tracking number, amount, date, product or link of your records is sent:
        Attune puts them into the draft afterwards. Messages that need a person, and writers who have not
        shown that an order is theirs, are never sent for a draft. Other names in the text are sent with it.
      </Text>
      <Text as="p">
        Each draft is checked against your records, and what does not hold is set aside. You can withdraw at
        any time: from then on nothing is sent, and Attune works by itself, as it does when the model does not
        answer.
      </Text>
    </BlockStack>
  );
}

const count = (tokens: number) => tokens.toLocaleString("en");
