import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, Card, Icon, InlineStack, Link, Text } from "@shopify/polaris";
import { CheckCircleIcon, MinusCircleIcon } from "@shopify/polaris-icons";
import type { ReactNode } from "react";
import type { Home } from "#app/desk/show-home.server.ts";
import { useWords, Words } from "#app/components/words.tsx";

type StepName = "data" | "mail" | "address" | "voice" | "reply";

/** The first steps, each checked by the app itself. */
export function FirstSteps({ home, inboundAddress }: { home: Home; inboundAddress: string }) {
  const say = useWords();
  const fetcher = useFetcher();
  const { firstSteps } = home;
  const steps: { done: boolean; step: StepName; how: ReactNode }[] = [
    { done: home.backfill.state === "done", step: "data", how: say("home.steps.data.how") },
    {
      done: firstSteps.mailReceived,
      step: "mail",
      how: (
        <Words
          of="home.steps.mail.how"
          values={{
            address: <strong>{inboundAddress}</strong>,
            link: (inner) => <Link url="/settings">{inner}</Link>,
          }}
        />
      ),
    },
    {
      done: firstSteps.addressSet,
      step: "address",
      how: <Link url="/settings">{say("home.steps.address.how")}</Link>,
    },
    {
      done: firstSteps.voiceSet,
      step: "voice",
      how: <Link url="/settings">{say("home.steps.voice.how")}</Link>,
    },
    {
      done: firstSteps.replySent,
      step: "reply",
      how: <Link url="/inbox?view=drafts">{say("home.steps.reply.how")}</Link>,
    },
  ];
  const left = steps.filter((step) => !step.done).length;
  if (fetcher.state !== "idle") return null;
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center">
          <Text as="h2" variant="headingMd">
            {say("home.steps.title")}
          </Text>
          <fetcher.Form method="post" action="/settings">
            <input type="hidden" name="intent" value="dismiss-first-steps" />
            <Button submit variant="plain">
              {say("action.dismiss")}
            </Button>
          </fetcher.Form>
        </InlineStack>
        <Text as="p" tone="subdued">
          {left === 0
            ? say("home.steps.allDone")
            : say("home.steps.done", { done: steps.length - left, all: steps.length })}
        </Text>
        <BlockStack as="ul" gap="200">
          {steps.map((step) => (
            <Step key={step.step} {...step} />
          ))}
        </BlockStack>
      </BlockStack>
    </Card>
  );
}

function Step({ done, step, how }: { done: boolean; step: StepName; how: ReactNode }) {
  const say = useWords();
  return (
    <li style={{ listStyle: "none" }}>
      <InlineStack gap="200" wrap={false} blockAlign="start">
        <span>
          <Icon
            source={done ? CheckCircleIcon : MinusCircleIcon}
            tone={done ? "success" : "subdued"}
            accessibilityLabel={say(done ? "home.steps.isDone" : "home.steps.toDo")}
          />
        </span>
        <div style={{ minWidth: 0, overflowWrap: "anywhere" }}>
          <Text as="p" fontWeight="medium">
            {say(`home.steps.${step}`)}
          </Text>
          {done ? null : (
            <Text as="p" tone="subdued">
              {how}
            </Text>
          )}
        </div>
      </InlineStack>
    </li>
  );
}
