import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, Card, Icon, InlineStack, Link, Text } from "@shopify/polaris";
import { CheckCircleIcon, MinusCircleIcon } from "@shopify/polaris-icons";
import type { ReactNode } from "react";
import type { Home } from "#app/desk/show-home.server.ts";

/** The first steps, each checked by the app itself. */
export function FirstSteps({ home, inboundAddress }: { home: Home; inboundAddress: string }) {
  const fetcher = useFetcher();
  const { firstSteps } = home;
  const steps: { done: boolean; what: string; how: ReactNode }[] = [
    {
      done: home.backfill.state === "done",
      what: "Your store's data has arrived",
      how: "Attune is reading it now.",
    },
    {
      done: firstSteps.mailReceived,
      what: "Mail reaches Attune",
      how: (
        <>
          Forward your support mailbox to <strong>{inboundAddress}</strong>.{" "}
          <Link url="/settings">How to forward</Link>
        </>
      ),
    },
    {
      done: firstSteps.addressSet,
      what: "Replies come from your own address",
      how: <Link url="/settings">Add a sending address</Link>,
    },
    {
      done: firstSteps.voiceSet,
      what: "Replies sound like you",
      how: <Link url="/settings">Set your voice and signature</Link>,
    },
    {
      done: firstSteps.replySent,
      what: "Your first reply is sent",
      how: <Link url="/inbox?view=drafts">Review a draft</Link>,
    },
  ];
  const left = steps.filter((step) => !step.done).length;
  if (fetcher.state !== "idle") return null;
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center">
          <Text as="h2" variant="headingMd">
            First steps
          </Text>
          <fetcher.Form method="post" action="/settings">
            <input type="hidden" name="intent" value="dismiss-first-steps" />
            <Button submit variant="plain">
              Dismiss
            </Button>
          </fetcher.Form>
        </InlineStack>
        <Text as="p" tone="subdued">
          {left === 0 ? "All done." : `${steps.length - left} of ${steps.length} done`}
        </Text>
        <BlockStack as="ul" gap="200">
          {steps.map((step) => (
            <Step key={step.what} {...step} />
          ))}
        </BlockStack>
      </BlockStack>
    </Card>
  );
}

function Step({ done, what, how }: { done: boolean; what: string; how: ReactNode }) {
  return (
    <li style={{ listStyle: "none" }}>
      <InlineStack gap="200" wrap={false} blockAlign="start">
        <span>
          <Icon
            source={done ? CheckCircleIcon : MinusCircleIcon}
            tone={done ? "success" : "subdued"}
            accessibilityLabel={done ? "Done" : "To do"}
          />
        </span>
        <div style={{ minWidth: 0, overflowWrap: "anywhere" }}>
          <Text as="p" fontWeight="medium">
            {what}
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
