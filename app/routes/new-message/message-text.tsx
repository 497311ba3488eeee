import { Banner, BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { Blocked } from "#app/components/draft/blocked.tsx";
import { Checks } from "#app/components/draft/checks.tsx";
import { DraftEditor } from "#app/components/draft/draft-editor.tsx";
import { useChecks } from "#app/components/draft/use-checks.ts";
import { Additions } from "#app/components/outgoing/additions.tsx";
import { useAdditions } from "#app/components/outgoing/use-additions.ts";
import { useWords } from "#app/components/words.tsx";
import type { KeptMessage } from "./kept-message.ts";
import { MacroField, type Macro } from "./macro-field.tsx";
import type { useMessage } from "./use-message.ts";
import type { useSend } from "./use-send.ts";

type Given = {
  written: KeptMessage;
  onChange: (to: Partial<KeptMessage>) => void;
  beginning: ReturnType<typeof useMessage>["beginning"];
  macros: Macro[];
  sending: ReturnType<typeof useSend>;
  onDraft: () => void;
  /** The connection is tried once more. */
  onAgain: () => void;
};
const NO_FILES = { files: [] };

/** What it says: written by hand or drafted from the order, judged while it is typed, and sent. */
export function MessageText(given: Given) {
  const { written, onChange, beginning, sending, onAgain } = given;
  const say = useWords();
  const { message, state } = beginning;
  const { text, language, subject, to, copies } = written;
  const additions = useAdditions(message?.conversationId ?? null, message ?? NO_FILES, [
    copies,
    (changed) => onChange({ copies: changed }),
  ]);
  const live = useChecks({
    conversationId: message?.conversationId ?? "",
    draftId: message?.draft.id ?? "",
    text: message && text.trim() !== "" ? text : null,
  });
  const found = sending.blocked?.text === text ? sending.blocked.checks : live.checks;
  const stops = found?.some(({ outcome }) => outcome === "block") ?? false;
  const send = (overrule?: string) => {
    const all = message ? additions.typed.take() : null;
    if (!message || all === null) return;
    const added = { ...additions, copies: all };
    sending.send({ message, subject, text, additions: added, ...(overrule ? { overrule } : {}) });
  };
  const waits = !to || !message || text.trim() === "" || state === "beginning" || state === "sent";
  return (
    <Card>
      <BlockStack gap="400">
        <Beginnings {...given} />
        <DraftEditor
          text={text}
          language={language}
          live={live}
          label={say("outgoing.new.text")}
          onChange={(value) => onChange({ text: value })}
        />
        {beginning.optedOut ? <Banner tone="warning">{say("outgoing.new.optedOut")}</Banner> : null}
        <div aria-live="polite">
          {found && stops ? (
            <Blocked
              checks={found}
              refused={sending.blocked !== null}
              busy={sending.busy}
              unasked
              onSend={send}
            />
          ) : found ? (
            <Checks checks={found} sentences={[]} />
          ) : null}
        </div>
        {message ? (
          <Additions additions={additions} refused={sending.addition} disabled={sending.busy} />
        ) : (
          <Text as="p" variant="bodySm" tone="subdued">
            {say("outgoing.new.chooseFirst")}
          </Text>
        )}
        {state === "lost" ? (
          <Banner tone="warning" action={{ content: say("outgoing.tryAgain"), onAction: onAgain }}>
            {say("outgoing.new.notChecked")}
          </Banner>
        ) : null}
        {sending.trouble ? <Banner tone="critical">{say(sending.trouble)}</Banner> : null}
        <InlineStack>
          <Button
            variant="primary"
            onClick={() => send()}
            loading={sending.busy}
            disabled={waits || (stops && live.state !== "lost")}
          >
            {say(sending.trouble === "outgoing.unreachable" ? "outgoing.sendAgain" : "outgoing.new.send")}
          </Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}

/** What a message can be begun with: the facts of its order, a macro. */
function Beginnings({ written, onChange, beginning, macros, sending, onDraft }: Given) {
  const say = useWords();
  const { to, order, text, language } = written;
  if (!order && macros.length === 0) return null;
  const empty = text.trim() === "";
  return (
    <BlockStack gap="200">
      <InlineStack gap="200" blockAlign="center">
        {order ? (
          <Button
            onClick={onDraft}
            disabled={!to || !empty || sending.busy}
            loading={beginning.state === "beginning"}
          >
            {order.name ? say("outgoing.new.draftFrom", { order: order.name }) : say("outgoing.new.draft")}
          </Button>
        ) : null}
        <MacroField
          macros={macros}
          language={language}
          disabled={sending.busy}
          onInsert={(body) => onChange({ text: [text.trimEnd(), body].filter(Boolean).join("\n\n") })}
        />
      </InlineStack>
      {order && !empty ? (
        <Text as="p" variant="bodySm" tone="subdued">
          {say("outgoing.new.draftHelp")}
        </Text>
      ) : null}
    </BlockStack>
  );
}
