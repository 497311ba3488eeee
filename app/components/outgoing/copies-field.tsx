import { BlockStack, Button, Form, InlineStack, Tag, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { BidiText } from "#app/components/bidi-text.tsx";
import { useWords } from "#app/components/words.tsx";
import { isAddrSpec } from "#app/conversation/addr-spec.ts";
import type { Mailbox } from "#app/conversation/message-content.ts";
import { sayCode } from "#app/words/say.ts";

type Given = {
  copies: Mailbox[];
  onChange: (copies: Mailbox[]) => void;
  /** Who read along in what is answered. */
  offered?: Mailbox[];
  /** What the server refused, and why. */
  refused: { address: string; why: string } | null;
  disabled: boolean;
};

/** Whom a mail goes to besides. Everybody sees everybody: there are no hidden copies. */
export function CopiesField({ copies, onChange, offered = [], refused, disabled }: Given) {
  const say = useWords();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState<string | null>(null);
  const has = (address: string) => copies.some((one) => one.address.toLowerCase() === address.toLowerCase());
  const others = offered.filter(({ address }) => !has(address));
  const add = (mailbox: Mailbox) => onChange(has(mailbox.address) ? copies : [...copies, mailbox]);
  const take = (value = typed) => {
    const address = value.trim().replace(/[,;]+$/u, "");
    setTyped(address);
    if (address === "") return;
    if (!isAddrSpec(address)) {
      setWrong(say("outgoing.copies.why.address"));
      return;
    }
    add({ name: "", address });
    setTyped("");
    setWrong(null);
  };
  if (!open && copies.length === 0) {
    return (
      <InlineStack gap="300" blockAlign="center">
        <Button variant="plain" onClick={() => setOpen(true)} disabled={disabled}>
          {say("outgoing.copies.add")}
        </Button>
        <Offered others={others} onAdd={add} disabled={disabled} />
      </InlineStack>
    );
  }
  const error = refused ? sayCode(say, "outgoing.copies.why", refused.why) : wrong;
  return (
    <BlockStack gap="200">
      {copies.length > 0 ? (
        <InlineStack gap="200">
          {copies.map(({ name, address }) => (
            <Tag
              key={address}
              disabled={disabled}
              accessibilityLabel={say("outgoing.copies.remove", { address })}
              onRemove={() => onChange(copies.filter((one) => one.address !== address))}
            >
              <BidiText>{name ? `${name} <${address}>` : address}</BidiText>
            </Tag>
          ))}
        </InlineStack>
      ) : null}
      <Form noValidate onSubmit={() => take()}>
        <TextField
          label={say("outgoing.copies.label")}
          type="email"
          value={typed}
          onChange={(value) => {
            setWrong(null);
            if (/[,;]\s*$/u.test(value)) take(value);
            else setTyped(value);
          }}
          onBlur={() => take()}
          autoComplete="off"
          disabled={disabled}
          helpText={say("outgoing.copies.help")}
          error={error ? (refused ? `${refused.address}: ${error}` : error) : undefined}
          connectedRight={
            <Button onClick={() => take()} disabled={disabled || typed.trim() === ""}>
              {say("outgoing.copies.take")}
            </Button>
          }
        />
      </Form>
      <Offered others={others} onAdd={add} disabled={disabled} />
    </BlockStack>
  );
}

type OfferedGiven = { others: Mailbox[]; onAdd: (mailbox: Mailbox) => void; disabled: boolean };

function Offered({ others, onAdd, disabled }: OfferedGiven) {
  const say = useWords();
  if (others.length === 0) return null;
  return (
    <InlineStack gap="200" blockAlign="center">
      <Text as="span" variant="bodySm" tone="subdued">
        {say("outgoing.copies.offered")}
      </Text>
      {others.map((one) => (
        <Button key={one.address} size="slim" disabled={disabled} onClick={() => onAdd(one)}>
          {say("outgoing.copies.offer", { who: one.name || one.address })}
        </Button>
      ))}
    </InlineStack>
  );
}
