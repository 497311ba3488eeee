import { useAppBridge } from "@shopify/app-bridge-react";
import { InboundTest } from "#app/components/inbound-test.tsx";
import { useRelativeTime } from "#app/components/relative-time.tsx";
import { useWords } from "#app/components/words.tsx";
import type { InboundCheck } from "#app/shop/mail-check/read-inbound-check.server.ts";
import { BlockStack, Button, Card, List, Text, TextField } from "@shopify/polaris";

const STEPS = [1, 2, 3, 4] as const;

/** Where mail is forwarded to, and how to set that up at the common providers. */
export function InboundCard({ address, inbound }: { address: string; inbound: InboundCheck }) {
  const shopify = useAppBridge();
  const say = useWords();
  const ago = useRelativeTime(inbound.provenAt);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address);
      shopify.toast.show(say("settings.inbound.copied"));
    } catch {
      shopify.toast.show(say("settings.inbound.notCopied"), { isError: true });
    }
  };
  return (
    <Card>
      <BlockStack gap="400">
        <TextField
          label={say("settings.inbound.address")}
          value={address}
          readOnly
          autoComplete="off"
          selectTextOnFocus
          connectedRight={<Button onClick={() => void copy()}>{say("settings.inbound.copy")}</Button>}
        />
        <BlockStack gap="200">
          <Text as="h3" variant="headingSm">
            {say("mail.inbound.works")}
          </Text>
          <Text as="p" tone="subdued">
            {inbound.provenAt ? say("home.steps.mail.arrived", { ago }) : say("mail.inbound.never")}
          </Text>
          <InboundTest inbound={inbound} address={address} />
        </BlockStack>
        <BlockStack gap="200">
          <Text as="h3" variant="headingSm">
            {say("settings.inbound.how")}
          </Text>
          <List type="number">
            {STEPS.map((step) => (
              <List.Item key={step}>{say(`settings.inbound.how.${step}`)}</List.Item>
            ))}
          </List>
          <Text as="p" tone="subdued">
            {say("settings.inbound.form")}
          </Text>
        </BlockStack>
      </BlockStack>
    </Card>
  );
}
