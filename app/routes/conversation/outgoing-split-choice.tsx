import { BlockStack, Button, Checkbox, InlineStack, Text } from "@shopify/polaris";
import { useState } from "react";
import { RelativeTime } from "#app/components/relative-time.tsx";
import { useWords } from "#app/components/words.tsx";
import type { ConversationDetail } from "#app/desk/shapes.ts";
import { excerpt } from "#app/conversation/display.ts";

type Message = ConversationDetail["messages"][number];
type Given = { messages: Message[]; busy: boolean; onSplit: (messageIds: string[]) => void };

const SHOWN_OF_EACH = 80;

/** Which messages go into a conversation of their own. At least one stays. */
export function SplitChoice({ messages, busy, onSplit }: Given) {
  const say = useWords();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const ids = messages.map(({ id }) => id).filter((id) => chosen.has(id));
  const all = ids.length === messages.length;
  const toggle = (id: string) =>
    setChosen((known) =>
      known.has(id) ? new Set([...known].filter((one) => one !== id)) : new Set([...known, id]),
    );
  return (
    <BlockStack gap="300">
      <fieldset className="attune-fieldset">
        <legend>
          <Text as="span">{say("outgoing.split.which")}</Text>
        </legend>
        <ul className="attune-choices">
          {messages.map((message) => (
            <li key={message.id}>
              <Checkbox
                label={labelOf(message)}
                helpText={
                  <>
                    {message.from.name || message.from.address} · <RelativeTime at={message.at} />
                  </>
                }
                checked={chosen.has(message.id)}
                onChange={() => toggle(message.id)}
              />
            </li>
          ))}
        </ul>
      </fieldset>
      {all ? (
        <Text as="p" tone="critical">
          {say("outgoing.split.one")}
        </Text>
      ) : null}
      <InlineStack>
        <Button onClick={() => onSplit(ids)} disabled={busy || ids.length === 0 || all} loading={busy}>
          {say("outgoing.split.take", { count: ids.length })}
        </Button>
      </InlineStack>
    </BlockStack>
  );
}

const labelOf = ({ text, subject }: Message): string => excerpt(text.trim() || subject, SHOWN_OF_EACH);
