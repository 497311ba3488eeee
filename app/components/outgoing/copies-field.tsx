import { BlockStack, Button, Form, InlineStack, Tag, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { BidiText } from "#app/components/bidi-text.tsx";
import { useWords } from "#app/components/words.tsx";
import type { Mailbox } from "#app/conversation/message-content.ts";
import { sayCode } from "#app/words/say.ts";
import { withCopy, type TypedCopy } from "./use-typed-copy.ts";

type Given = {
  copies: Mailbox[];
  onChange: (copies: Mailbox[]) => void;
  typed: TypedCopy;
  /** Who read along in what is answered. */
  offered?: Mailbox[];
  /** What the server refused, and why. */
  refused: { address: string; why: string } | null;
  disabled: boolean;
};

/** Whom a mail goes to besides. Everybody sees everybody: there are no hidden copies. */
export function CopiesField({ copies, onChange, typed, offered = [], refused, disabled }: Given) {
  const say = useWords();
  const [open, setOpen] = useState(false);
  const has = (address: string) => copies.some((one) => one.address.toLowerCase() === address.toLowerCase());
  const others = offered.filter(({ address }) => !has(address));
  // What was pressed goes away: the field has the focus next, and stays when the last copy goes.
  const change = (next: Mailbox[]) => {
    onChange(next);
    setOpen(true);
    typed.focus();
  };
  const add = (mailbox: Mailbox) => change(withCopy(copies, mailbox));
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
  const wrong = typed.wrong ? say("outgoing.copies.why.address") : null;
  const error =
    wrong ??
    (refused ? `${refused.address}: ${sayCode(say, "outgoing.copies.why", refused.why)}` : undefined);
  return (
    <BlockStack gap="200">
      {copies.length > 0 ? (
        <InlineStack gap="200">
          {copies.map(({ name, address }) => (
            <Tag
              key={address}
              disabled={disabled}
              accessibilityLabel={say("outgoing.copies.remove", { address })}
              onRemove={() => change(copies.filter((one) => one.address !== address))}
            >
              <BidiText>{name ? `${name} <${address}>` : address}</BidiText>
            </Tag>
          ))}
        </InlineStack>
      ) : null}
      <Form noValidate onSubmit={() => typed.take()}>
        <TextField
          label={say("outgoing.copies.label")}
          type="email"
          id={typed.id}
          focused={open || undefined}
          value={typed.value}
          // Left by the pointer it stays as it is: what is pressed must not move away under it.
          onChange={(value) => {
            if (/[,;]\s*$/u.test(value)) typed.take(value);
            else typed.type(value);
          }}
          autoComplete="off"
          disabled={disabled}
          helpText={say("outgoing.copies.help")}
          error={error}
          connectedRight={
            <Button onClick={() => typed.take()} disabled={disabled || typed.value.trim() === ""}>
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
