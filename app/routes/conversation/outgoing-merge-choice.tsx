import {
  Badge,
  Banner,
  BlockStack,
  Button,
  InlineStack,
  Link,
  Spinner,
  Text,
  TextField,
} from "@shopify/polaris";
import { useState } from "react";
import { BidiText } from "#app/components/bidi-text.tsx";
import { StatusBadge } from "#app/components/conversation-badges.tsx";
import { useAnswer } from "#app/components/draft/use-answer.ts";
import { useSettled } from "#app/components/outgoing/use-settled.ts";
import { RelativeTime } from "#app/components/relative-time.tsx";
import { shortSubject } from "#app/components/short-subject.ts";
import { Subject } from "#app/components/subject.tsx";
import { useWords } from "#app/components/words.tsx";
import type { Mergeable } from "#app/desk/list-mergeable.server.ts";

type Given = {
  conversationId: string;
  busy: boolean;
  onMerge: (fromId: string, otherContact: boolean) => void;
};

/** Which conversation is put into this one: another one with the same address, or one that words find. */
export function MergeChoice({ conversationId, busy, onMerge }: Given) {
  const say = useWords();
  const [typed, setTyped] = useState("");
  const q = useSettled(typed.trim());
  const { data, failed, again } = useAnswer<Mergeable[]>(
    `/inbox/${conversationId}/merge?q=${encodeURIComponent(q)}`,
  );
  return (
    <BlockStack gap="300">
      <TextField
        label={say("outgoing.merge.search")}
        value={typed}
        onChange={setTyped}
        autoComplete="off"
        helpText={say("outgoing.merge.search.help")}
      />
      <div aria-live="polite" aria-busy={data === null && !failed}>
        {failed ? (
          <Banner tone="warning" action={{ content: say("outgoing.tryAgain"), onAction: again }}>
            {say("outgoing.notLoaded")}
          </Banner>
        ) : data === null ? (
          <Spinner size="small" accessibilityLabel={say("outgoing.loading")} />
        ) : data.length === 0 ? (
          <Text as="p" tone="subdued">
            {say(q === "" ? "outgoing.merge.noneOfTheirs" : "outgoing.merge.noneFound")}
          </Text>
        ) : (
          <ul className="attune-choices">
            {data.map((one) => (
              <Choice key={one.id} one={one} busy={busy} onMerge={onMerge} />
            ))}
          </ul>
        )}
      </div>
    </BlockStack>
  );
}

function Choice({ one, busy, onMerge }: { one: Mergeable; busy: boolean; onMerge: Given["onMerge"] }) {
  const say = useWords();
  const [asked, setAsked] = useState(false);
  const { id, subject, customer, status, updatedAt, sameContact } = one;
  const title = subject || say("conversation.noSubject");
  return (
    <li>
      <BlockStack gap="100">
        <InlineStack gap="200" blockAlign="center">
          <Link url={`/inbox/${id}`}>
            <Subject>{title}</Subject>
          </Link>
          <StatusBadge status={status} />
          {sameContact ? null : <Badge tone="warning">{say("outgoing.merge.otherAddress")}</Badge>}
        </InlineStack>
        <Text as="p" variant="bodySm" tone="subdued" breakWord>
          <BidiText>{customer.name || customer.email}</BidiText>
          {" · "}
          <RelativeTime at={updatedAt} />
        </Text>
        {asked ? (
          <Banner tone="warning">
            <BlockStack gap="200">
              <Text as="p">{say("outgoing.merge.other", { address: customer.email })}</Text>
              <InlineStack gap="200">
                <Button size="slim" disabled={busy} onClick={() => onMerge(id, true)}>
                  {say("outgoing.merge.otherYes")}
                </Button>
                <Button size="slim" disabled={busy} onClick={() => setAsked(false)}>
                  {say("outgoing.cancel")}
                </Button>
              </InlineStack>
            </BlockStack>
          </Banner>
        ) : (
          <InlineStack>
            <Button
              size="slim"
              disabled={busy}
              accessibilityLabel={say("outgoing.merge.intoOf", { subject: shortSubject(title) })}
              onClick={() => (sameContact ? onMerge(id, false) : setAsked(true))}
            >
              {say("outgoing.merge.into")}
            </Button>
          </InlineStack>
        )}
      </BlockStack>
    </li>
  );
}
