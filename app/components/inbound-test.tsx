import { useFetcher } from "@remix-run/react";
import { Banner, BlockStack, Button, InlineStack, List, Spinner, Text } from "@shopify/polaris";
import { useRelativeTime } from "#app/components/relative-time.tsx";
import { useNews } from "#app/components/use-news.ts";
import { useWords } from "#app/components/words.tsx";
import type { ShownCheck } from "#app/shop/mail-check/mail-check.ts";
import type { InboundCheck } from "#app/shop/mail-check/read-inbound-check.server.ts";

const LOOK_EVERY_MS = 2_000;

/** Sends a mail from the app to the shop's inbound address and says what became of it. The page is asked again while it is under way. */
export function InboundTest({ inbound: { last }, address }: { inbound: InboundCheck; address: string }) {
  const say = useWords();
  const fetcher = useFetcher<{ outcome: string }>();
  const waiting = last !== null && last.state !== "done" && last.state !== "failed";
  useNews(LOOK_EVERY_MS, waiting);
  const isUnderWay = last?.state === "queued" || last?.state === "sent";
  return (
    <BlockStack gap="200">
      <div aria-live="polite">
        <Standing last={last} domain={address.split("@")[1] ?? ""} />
      </div>
      {fetcher.data?.outcome === "too_soon" ? (
        <Text as="p" tone="critical">
          {say("home.steps.mail.tooSoon")}
        </Text>
      ) : null}
      {isUnderWay ? null : (
        <fetcher.Form method="post" action="/settings">
          <input type="hidden" name="intent" value="test-inbound" />
          <Button submit size="slim" loading={fetcher.state !== "idle"}>
            {say(last === null ? "home.steps.mail.send" : "home.steps.mail.again")}
          </Button>
        </fetcher.Form>
      )}
    </BlockStack>
  );
}

function Standing({ last, domain }: { last: ShownCheck | null; domain: string }) {
  const say = useWords();
  const ago = useRelativeTime(last?.askedAt ?? null);
  switch (last?.state) {
    case "queued":
    case "sent":
      return (
        <InlineStack gap="200" blockAlign="center">
          <Spinner size="small" />
          <Text as="span">{say("home.steps.mail.waiting", { ago })}</Text>
        </InlineStack>
      );
    case "failed":
      return (
        <Banner tone="critical" title={say("home.steps.mail.failed")}>
          <p>{say("home.steps.mail.failed.text", { response: last.response })}</p>
        </Banner>
      );
    case "late":
    case "expired":
      return <Late last={last} domain={domain} ago={ago} />;
    case "done":
    case undefined:
      return null;
  }
}

function Late({ last, domain, ago }: { last: ShownCheck; domain: string; ago: string }) {
  const say = useWords();
  return (
    <Banner tone="warning" title={say("home.steps.mail.late")}>
      {last.response ? (
        <p>{say("home.steps.mail.unsent")}</p>
      ) : (
        <BlockStack gap="200">
          <p>{say("home.steps.mail.late.text", { ago })}</p>
          <List>
            <List.Item>{say("home.steps.mail.late.mx", { domain })}</List.Item>
            <List.Item>{say("home.steps.mail.late.plus")}</List.Item>
            <List.Item>{say("home.steps.mail.late.spam")}</List.Item>
          </List>
        </BlockStack>
      )}
    </Banner>
  );
}
