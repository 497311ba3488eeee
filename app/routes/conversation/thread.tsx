import { Badge, BlockStack, Box, Card, Collapsible, Button, InlineStack, Text } from "@shopify/polaris";
import { useId, useState } from "react";
import { BidiText } from "#app/components/bidi-text.tsx";
import { RelativeTime } from "#app/components/relative-time.tsx";
import type { ConversationDetail } from "#app/desk/shapes.ts";

type Message = ConversationDetail["messages"][number];

/** Who said what, oldest first. Quoted text is folded; what arrived automatically says so. */
export function Thread({ messages }: { messages: Message[] }) {
  return (
    <Card>
      <BlockStack gap="400" as="ol">
        {messages.map((message) => (
          <MessageEntry key={message.id} message={message} />
        ))}
      </BlockStack>
    </Card>
  );
}

function MessageEntry({ message }: { message: Message }) {
  const out = message.direction === "out";
  const who = out ? "You" : message.from.name || message.from.address;
  return (
    <li style={{ listStyle: "none" }}>
      <Box
        background={out ? "bg-surface-secondary" : "bg-surface"}
        borderColor="border"
        borderWidth="025"
        borderRadius="300"
        padding="400"
      >
        <BlockStack gap="200">
          <InlineStack align="space-between" gap="200">
            <InlineStack gap="200" blockAlign="center">
              <Text as="h3" variant="headingSm">
                <BidiText>{who}</BidiText>
              </Text>
              {message.automatic ? <Badge>Automatic</Badge> : null}
            </InlineStack>
            <Text as="span" tone="subdued">
              <RelativeTime at={message.at} />
            </Text>
          </InlineStack>
          <BidiText lines>{message.text || "(no text)"}</BidiText>
          {message.quoted ? <Quoted text={message.quoted} /> : null}
          <Attachments attachments={message.attachments} />
        </BlockStack>
      </Box>
    </li>
  );
}

function Quoted({ text }: { text: string }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <BlockStack gap="200">
      <InlineStack>
        <Button variant="plain" onClick={() => setOpen(!open)} ariaExpanded={open} ariaControls={id}>
          {open ? "Hide quoted text" : "Show quoted text"}
        </Button>
      </InlineStack>
      <Collapsible open={open} id={id}>
        <Text as="p" tone="subdued">
          <BidiText lines>{text}</BidiText>
        </Text>
      </Collapsible>
    </BlockStack>
  );
}

function Attachments({ attachments }: { attachments: Message["attachments"] }) {
  if (attachments.length === 0) return null;
  return (
    <InlineStack gap="200" as="ul">
      {attachments.map((attachment) => (
        <li key={attachment.id} style={{ listStyle: "none" }}>
          <Badge tone={attachment.withheld ? "warning" : undefined}>
            {`${attachment.name || "Attachment"} (${sizeLabel(attachment.size)})${attachment.withheld ? `: ${attachment.withheld}` : ""}`}
          </Badge>
        </li>
      ))}
    </InlineStack>
  );
}

function sizeLabel(bytes: number): string {
  if (bytes < 1_024) return `${bytes} B`;
  if (bytes < 1_048_576) return `${Math.round(bytes / 1_024)} KB`;
  return `${(bytes / 1_048_576).toFixed(1)} MB`;
}
