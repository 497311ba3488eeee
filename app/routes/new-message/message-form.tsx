import { useNavigate } from "@remix-run/react";
import { Banner, BlockStack, Button, InlineStack, Link, Text } from "@shopify/polaris";
import { useWords } from "#app/components/words.tsx";
import { MessageHead } from "./message-head.tsx";
import { MessageText } from "./message-text.tsx";
import { firstOf } from "./first-of.ts";
import type { loader } from "./route.tsx";
import { useMessage } from "./use-message.ts";
import { useSend } from "./use-send.ts";

type Loaded = Awaited<ReturnType<typeof loader>>;

/** A message as it is written: to whom, about what, in which language; checked against the records while it is typed. */
export function MessageForm({ loaded }: { loaded: Loaded }) {
  const say = useWords();
  const navigate = useNavigate();
  const message = useMessage(firstOf(loaded), loaded.message);
  const { written, change, restored, beginning, begin, forget, discard } = message;
  const sending = useSend({
    onSent: (conversationId) => {
      forget();
      navigate(`/inbox/${conversationId}`);
    },
    onStale: () => void begin("hand", written),
  });
  const start = () => discard(firstOf({ ...loaded, found: null, message: null }));
  return (
    <BlockStack gap="400">
      {restored.shown ? (
        <Banner tone="info" onDismiss={restored.dismiss}>
          <InlineStack gap="300" blockAlign="center">
            <Text as="p">{say("outgoing.new.restored")}</Text>
            <Button size="slim" onClick={start}>
              {say("outgoing.new.discard")}
            </Button>
          </InlineStack>
        </Banner>
      ) : null}
      {beginning.state === "sent" ? (
        <Banner tone="info">
          <InlineStack gap="300" blockAlign="center">
            <Text as="p">{say("outgoing.new.sentBefore")}</Text>
            <Link url={`/inbox/${written.conversationId ?? ""}`}>{say("outgoing.new.sentOpen")}</Link>
            <Button size="slim" onClick={start}>
              {say("outgoing.new.another")}
            </Button>
          </InlineStack>
        </Banner>
      ) : null}
      <MessageHead
        written={written}
        onChange={change}
        refused={beginning.refused}
        languages={loaded.languages}
        noSubject={sending.noSubject}
        disabled={sending.busy}
      />
      <MessageText
        key={beginning.message?.conversationId ?? "new"}
        written={written}
        onChange={change}
        beginning={beginning}
        macros={loaded.macros}
        sending={sending}
        onDraft={() =>
          void begin("order", written).then((made) => {
            if (made) change({ text: made.draft.text });
          })
        }
        onAgain={() => void begin("hand", written)}
      />
    </BlockStack>
  );
}
