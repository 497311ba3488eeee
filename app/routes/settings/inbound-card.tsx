import { useAppBridge } from "@shopify/app-bridge-react";
import { BlockStack, Button, Card, List, Text, TextField } from "@shopify/polaris";

/** Where mail is forwarded to, and how to set that up at the common providers. */
export function InboundCard({ address }: { address: string }) {
  const shopify = useAppBridge();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address);
      shopify.toast.show("Address copied");
    } catch {
      shopify.toast.show("Could not copy. Select the address and copy it yourself.", { isError: true });
    }
  };
  return (
    <Card>
      <BlockStack gap="400">
        <TextField
          label="Your inbound address"
          value={address}
          readOnly
          autoComplete="off"
          selectTextOnFocus
          connectedRight={<Button onClick={() => void copy()}>Copy</Button>}
        />
        <BlockStack gap="200">
          <Text as="h3" variant="headingSm">
            How to forward to it
          </Text>
          <List type="number">
            <List.Item>
              Open the settings of the mailbox shoppers write to. In Gmail: Forwarding and POP/IMAP; in
              Outlook: Rules, or Forwarding; at other providers look for Forwarding or Redirect.
            </List.Item>
            <List.Item>
              Add the address above. If the provider sends a confirmation code, it appears in your Attune
              inbox.
            </List.Item>
            <List.Item>
              Choose to keep a copy in your mailbox, so that nothing depends on Attune alone.
            </List.Item>
            <List.Item>
              Send yourself a test from another address. It is in the inbox within seconds.
            </List.Item>
          </List>
          <Text as="p" tone="subdued">
            Shopify&apos;s own contact form works too: its mail belongs to the shopper who wrote it.
          </Text>
        </BlockStack>
      </BlockStack>
    </Card>
  );
}
