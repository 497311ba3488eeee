import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, Card, Icon, InlineStack, ProgressBar, Text } from "@shopify/polaris";
import { CheckCircleIcon, MinusCircleIcon } from "@shopify/polaris-icons";
import { useEffect, useId, useState, type ReactNode } from "react";
import { focusTitleIfLost } from "#app/components/focus-title-if-lost.ts";
import { useWords } from "#app/components/words.tsx";
import type { Home } from "#app/desk/show-home.server.ts";
import { EmbedHow } from "./embed-how.tsx";
import { MailHow, MailSeen } from "./mail-step.tsx";
import { useEmbed } from "./use-embed.ts";

type StepName = "data" | "mail" | "address" | "voice" | "embed" | "reply";
type StepShown = { step: StepName; done: boolean; how: ReactNode; seen?: ReactNode };

export type Onboarding = {
  home: Home;
  inboundAddress: string;
  apiKey: string;
  /** Whether whoever looks may change how mail goes, and put the steps away for the whole team. */
  mayMail: boolean;
};

/** The first steps, each checked by the app itself, the first that is left open to read. */
export function FirstSteps(given: Onboarding) {
  const say = useWords();
  const fetcher = useFetcher();
  const steps = useSteps(given);
  const [chosen, setChosen] = useState<StepName | null>(null);
  const done = steps.filter((step) => step.done).length;
  const open = chosen ?? steps.find((step) => !step.done)?.step;
  const away = fetcher.state !== "idle";
  useEffect(() => {
    // The button that put it away is gone with it.
    if (away) focusTitleIfLost();
  }, [away]);
  if (away) return null;
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            {say("home.steps.title")}
          </Text>
          {given.mayMail ? (
            <fetcher.Form method="post" action="/settings">
              <input type="hidden" name="intent" value="first-steps" />
              <input type="hidden" name="shown" value="false" />
              <Button submit variant="plain">
                {say("action.dismiss")}
              </Button>
            </fetcher.Form>
          ) : null}
        </InlineStack>
        <BlockStack gap="100">
          <Text as="p" tone="subdued" id="first-steps-done">
            {done === steps.length
              ? say("home.steps.allDone")
              : say("home.steps.done", { done, all: steps.length })}
          </Text>
          <ProgressBar
            progress={Math.round((100 * done) / steps.length)}
            size="small"
            tone="success"
            ariaLabelledBy="first-steps-done"
          />
        </BlockStack>
        <ul className="attune-steps">
          {steps.map((step) => (
            <Step
              key={step.step}
              shown={step}
              isOpen={step.step === open}
              onOpen={() => setChosen(step.step)}
            />
          ))}
        </ul>
      </BlockStack>
    </Card>
  );
}

function useSteps({ home, inboundAddress, apiKey, mayMail }: Onboarding): StepShown[] {
  const say = useWords();
  const embed = useEmbed();
  const { firstSteps, backfill } = home;
  const { inbound } = firstSteps;
  const link = (url: string, of: "address" | "voice" | "reply") => (
    <span>
      <Button url={url} size="slim">
        {say(`home.steps.${of}.how`)}
      </Button>
    </span>
  );
  return [
    { step: "data", done: backfill.state === "done", how: <p>{say("home.steps.data.how")}</p> },
    {
      step: "mail",
      done: inbound.provenAt !== null,
      how: <MailHow inbound={inbound} address={inboundAddress} mayTest={mayMail} />,
      seen: inbound.provenAt ? <MailSeen at={inbound.provenAt} /> : null,
    },
    { step: "address", done: firstSteps.addressProven, how: link("/settings/mail", "address") },
    { step: "voice", done: firstSteps.voiceSet, how: link("/settings/voice", "voice") },
    {
      step: "embed",
      done: firstSteps.formUsed || embed === "on",
      how: <EmbedHow embed={embed} apiKey={apiKey} />,
    },
    { step: "reply", done: firstSteps.replySent, how: link("/inbox?view=drafts", "reply") },
  ];
}

function Step({
  shown: { step, done, how, seen },
  isOpen,
  onOpen,
}: {
  shown: StepShown;
  isOpen: boolean;
  onOpen: () => void;
}) {
  const say = useWords();
  const id = useId();
  const name = say(`home.steps.${step}`);
  return (
    <li>
      <span>
        <Icon
          source={done ? CheckCircleIcon : MinusCircleIcon}
          tone={done ? "success" : "subdued"}
          accessibilityLabel={say(done ? "home.steps.isDone" : "home.steps.toDo")}
        />
      </span>
      <div>
        <BlockStack gap="100">
          {done || isOpen ? (
            <Text as="p" fontWeight={isOpen && !done ? "semibold" : "medium"}>
              {name}
            </Text>
          ) : (
            <span>
              <Button
                variant="plain"
                textAlign="left"
                onClick={onOpen}
                ariaExpanded={false}
                ariaControls={id}
              >
                {name}
              </Button>
            </span>
          )}
          {done ? seen : null}
          <div id={id}>{!done && isOpen ? how : null}</div>
        </BlockStack>
      </div>
    </li>
  );
}
