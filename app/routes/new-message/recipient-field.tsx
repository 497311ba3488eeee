import { Banner, BlockStack, Button, InlineStack, Spinner, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { BidiText } from "#app/components/bidi-text.tsx";
import { useAnswer } from "#app/components/draft/use-answer.ts";
import { useSettled } from "#app/components/outgoing/use-settled.ts";
import { useWords } from "#app/components/words.tsx";
import type { FoundRecipients, Recipient, RecipientOrder } from "#app/desk/find-recipients.server.ts";
import type { WordKey } from "#app/words/say.ts";

type Given = {
  to: { name: string; address: string } | null;
  /** Why no mail can go there. */
  wrong: WordKey | null;
  disabled: boolean;
  onChoose: (recipient: Recipient, order: RecipientOrder | null) => void;
  onClear: () => void;
};

/** Whom a message goes to: found by name, address or order number, or an address as it is typed. */
export function RecipientField({ to, wrong, disabled, onChoose, onClear }: Given) {
  const say = useWords();
  if (to) {
    return (
      <BlockStack gap="100">
        <Text as="p">{say("outgoing.new.to")}</Text>
        <InlineStack gap="200" blockAlign="center">
          <Text as="p" fontWeight="medium" breakWord>
            <BidiText>{to.name ? `${to.name} <${to.address}>` : to.address}</BidiText>
          </Text>
          <Button size="slim" onClick={onClear} disabled={disabled}>
            {say("outgoing.new.toChange")}
          </Button>
        </InlineStack>
        {wrong ? (
          <Text as="p" tone="critical">
            {say(wrong)}
          </Text>
        ) : null}
      </BlockStack>
    );
  }
  return <Search onChoose={onChoose} disabled={disabled} />;
}

function Search({ onChoose, disabled }: Pick<Given, "onChoose" | "disabled">) {
  const say = useWords();
  const [typed, setTyped] = useState("");
  const q = useSettled(typed.trim());
  const { data, failed, again } = useAnswer<FoundRecipients>(
    q === "" ? null : `/inbox/new/find?q=${encodeURIComponent(q)}`,
  );
  const empty = data !== null && data.people.length + data.orders.length === 0;
  return (
    <BlockStack gap="200">
      <TextField
        label={say("outgoing.new.to")}
        value={typed}
        onChange={setTyped}
        autoComplete="off"
        disabled={disabled}
        helpText={say("outgoing.new.toHelp")}
      />
      <div aria-live="polite">
        {q === "" ? null : failed ? (
          <Banner tone="warning" action={{ content: say("outgoing.tryAgain"), onAction: again }}>
            {say("outgoing.notLoaded")}
          </Banner>
        ) : data === null ? (
          <Spinner size="small" accessibilityLabel={say("outgoing.loading")} />
        ) : empty ? (
          <Text as="p" tone="subdued">
            {say("outgoing.new.nobody")}
          </Text>
        ) : (
          <Results found={data} onChoose={onChoose} />
        )}
      </div>
    </BlockStack>
  );
}

function Results({ found, onChoose }: { found: FoundRecipients; onChoose: Given["onChoose"] }) {
  const say = useWords();
  return (
    <ul className="attune-choices">
      {found.people.map((one) => (
        <li key={one.address}>
          <Button variant="plain" textAlign="start" onClick={() => onChoose(one, null)}>
            {one.name
              ? say("outgoing.new.person", { name: one.name, address: one.address })
              : say("outgoing.new.address", { address: one.address })}
          </Button>
        </li>
      ))}
      {found.orders.map((order) => (
        <li key={order.id}>
          <Button
            variant="plain"
            textAlign="start"
            disabled={order.contact === null}
            onClick={() => order.contact && onChoose(order.contact, order)}
          >
            {order.contact
              ? say("outgoing.new.order", {
                  order: order.name,
                  name: order.contact.name || order.contact.address,
                })
              : say("outgoing.new.orderOfNobody", { order: order.name })}
          </Button>
        </li>
      ))}
    </ul>
  );
}
