import { useAppBridge } from "@shopify/app-bridge-react";
import {
  Badge,
  Banner,
  BlockStack,
  Button,
  Card,
  Divider,
  InlineStack,
  SkeletonBodyText,
  Text,
} from "@shopify/polaris";
import { useWords } from "#app/components/words.tsx";
import type { MailRecord } from "#app/shop/mail-check/mail-records.ts";
import { useRecords } from "./use-records.ts";

const TONES = {
  ok: "success",
  missing: "critical",
  wrong: "critical",
  unknown: "attention",
  unset: undefined,
} as const;

/** What the domain says of mail from it, and what to paste where that is not enough. Looked up when the page opens, and again on demand. */
export function DomainCard({ domain }: { domain: string }) {
  const say = useWords();
  const { records, isLooking, trouble, again } = useRecords(domain);
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h3" variant="headingSm" breakWord>
            {domain}
          </Text>
          <Button onClick={again} loading={isLooking} size="slim">
            {say("mail.records.again")}
          </Button>
        </InlineStack>
        <div aria-live="polite" aria-busy={isLooking}>
          {trouble ? (
            <Banner tone="warning">
              {say(trouble === "too_many" ? "mail.records.tooMany" : "mail.records.failed")}
            </Banner>
          ) : null}
          {records ? (
            <BlockStack gap="400">
              {records.map((record) => (
                <BlockStack gap="300" key={record.name + record.what}>
                  <Divider />
                  <Record record={record} />
                </BlockStack>
              ))}
            </BlockStack>
          ) : isLooking ? (
            <SkeletonBodyText lines={4} />
          ) : null}
        </div>
      </BlockStack>
    </Card>
  );
}

function Record({ record }: { record: MailRecord }) {
  const say = useWords();
  const { what, state, why, found, value, name, type } = record;
  const isToDo = state === "missing" || state === "wrong";
  return (
    <BlockStack gap="200">
      <InlineStack gap="200" blockAlign="center">
        <Text as="h4" variant="headingSm">
          {say(`mail.records.${what}`)}
        </Text>
        <Badge tone={TONES[state]}>{say(`mail.records.state.${state}`)}</Badge>
      </InlineStack>
      <Text as="p" tone="subdued">
        {state === "ok" || state === "missing" || !why
          ? say(
              state === "unknown" || state === "unset"
                ? `mail.records.${state}`
                : `mail.records.${what}.about`,
            )
          : say(`mail.records.why.${why}`)}
      </Text>
      {isToDo && value ? (
        <BlockStack gap="200">
          <Text as="p">
            {say(state === "wrong" && what === "spf" ? "mail.records.replace" : "mail.records.paste", {
              type,
            })}
          </Text>
          <Copied label={say("mail.records.name")} text={name} />
          <Copied label={say("mail.records.value")} text={value} />
        </BlockStack>
      ) : null}
      {state === "wrong" && found.length > 0 ? (
        <BlockStack gap="100">
          <Text as="p" tone="subdued">
            {say("mail.records.found")}
          </Text>
          {found.map((one) => (
            <div className="attune-record" key={one}>
              <code>{one}</code>
            </div>
          ))}
        </BlockStack>
      ) : null}
    </BlockStack>
  );
}

function Copied({ label, text }: { label: string; text: string }) {
  const say = useWords();
  const shopify = useAppBridge();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      shopify.toast.show(say("mail.records.copied"));
    } catch {
      shopify.toast.show(say("mail.records.notCopied"), { isError: true });
    }
  };
  return (
    <div className="attune-record">
      <div>
        <Text as="p" variant="bodySm" tone="subdued">
          {label}
        </Text>
        <code>{text}</code>
      </div>
      <Button
        size="slim"
        onClick={() => void copy()}
        accessibilityLabel={say("mail.records.copyOf", { what: label })}
      >
        {say("mail.records.copy")}
      </Button>
    </div>
  );
}
