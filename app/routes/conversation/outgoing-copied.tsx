import { Text } from "@shopify/polaris";
import { BidiText } from "#app/components/bidi-text.tsx";
import { listed } from "#app/components/labels.ts";
import { useWords, Words } from "#app/components/words.tsx";
import type { Mailbox } from "#app/conversation/message-content.ts";

/** Who had a copy of a message. */
export function Copied({ copies }: { copies: readonly Mailbox[] }) {
  const say = useWords();
  if (copies.length === 0) return null;
  const names = copies.map(({ name, address }) => (name ? `${name} <${address}>` : address));
  return (
    <Text as="p" variant="bodySm" tone="subdued" breakWord>
      <Words of="outgoing.copied" values={{ copies: <BidiText>{listed(say, names)}</BidiText> }} />
    </Text>
  );
}
