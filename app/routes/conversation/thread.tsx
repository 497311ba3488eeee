import { Badge, BlockStack, Box, Button, Card, Collapsible, InlineStack, Text } from "@shopify/polaris";
import { useId, useState, type ReactNode } from "react";
import { BidiText } from "#app/components/bidi-text.tsx";
import { RelativeTime } from "#app/components/relative-time.tsx";
import { threadSubject } from "#app/conversation/thread-subject.ts";
import type { ConversationDetail } from "#app/desk/shapes.ts";
import { inOrder } from "./acting/in-order.ts";
import { Attachments } from "./attachments.tsx";
import { Copied } from "./outgoing-copied.tsx";
import { Formatted } from "./formatted.tsx";
import { LinkedText } from "./linked-text.tsx";
import { foldedAtFirst } from "./long-message.ts";
import { MessageText } from "./long-message.tsx";
import { MessageTranslation, TranslationNotice } from "./translation.tsx";
import { useTranslations, type Translations } from "./use-translations.ts";
import { Subject } from "#app/components/subject.tsx";
import { useWords, Words } from "#app/components/words.tsx";
import type { WordKey } from "#app/words/say.ts";

type Message = ConversationDetail["messages"][number];

type Given = {
  conversation: ConversationDetail;
  /** Who reads it. */
  me: string;
  /** What else happened, by when: it stands between the messages. */
  beside?: readonly { id: string; at: string; shown: ReactNode }[];
  /** What is about to be said. */
  children: ReactNode;
};

/** Who said what, oldest first. Quoted text is folded; what arrived automatically says so. */
export function Thread({ conversation, me, beside = [], children }: Given) {
  const say = useWords();
  const translations = useTranslations(conversation);
  const folded = foldedAtFirst(conversation.messages);
  return (
    <Card>
      <BlockStack gap="400">
        <TranslationNotice language={conversation.language} translations={translations} />
        {conversation.messages.length === 0 ? (
          <Text as="p" tone="subdued">
            {say("conversation.thread.nothingLeft")}
          </Text>
        ) : null}
        <BlockStack gap="400" as="ol">
          {inOrder(conversation.messages, beside).map((row) =>
            row.of === "beside" ? (
              <li key={row.entry.id} style={{ listStyle: "none" }}>
                {row.entry.shown}
              </li>
            ) : (
              <MessageEntry
                key={row.entry.id}
                message={row.entry}
                me={me}
                folded={folded.has(row.entry.id)}
                subject={subjectOf(row.entry, conversation)}
                translations={translations}
              />
            ),
          )}
        </BlockStack>
        {children}
      </BlockStack>
    </Card>
  );
}

/** A mail of another subject came by itself, or answers one that did. Null where the subject is the conversation's. */
function subjectOf({ subject }: Message, conversation: { subject: string }): string | null {
  const own = threadSubject(subject);
  return own === "" || own === threadSubject(conversation.subject) ? null : subject.trim();
}

type Entry = {
  message: Message;
  me: string;
  folded: boolean;
  subject: string | null;
  translations: Translations;
};

function MessageEntry({ message, me, folded, subject, translations }: Entry) {
  const say = useWords();
  const out = message.direction === "out";
  return (
    <li style={{ listStyle: "none" }} className={out ? "attune-reply" : undefined}>
      <Box
        background={out ? "bg-surface-secondary" : "bg-surface"}
        borderColor="border"
        borderWidth="025"
        borderRadius="300"
        padding="400"
      >
        <BlockStack gap="200">
          <MessageHead message={message} me={me} />
          {subject ? (
            <Text as="p" variant="bodySm" tone="subdued">
              <Words of="conversation.thread.subject" values={{ subject: <Subject>{subject}</Subject> }} />
            </Text>
          ) : null}
          <Copied copies={message.cc} />
          <MessageText text={message.text.trim() || say("conversation.thread.noText")} folded={folded} />
          <MessageTranslation id={message.id} translations={translations} />
          {message.makerLine ? (
            <Text as="p" variant="bodySm" tone="subdued">
              <BidiText>{message.makerLine}</BidiText>
            </Text>
          ) : null}
          {message.quoted ? <Quoted text={message.quoted} /> : null}
          {message.formatted ? <Formatted messageId={message.id} /> : null}
          <Attachments attachments={message.attachments} />
        </BlockStack>
      </Box>
    </li>
  );
}

/** What we wrote: an answer, or what nobody had asked for. */
const OURS: Record<string, WordKey> & { reply: WordKey } = {
  reply: "conversation.thread.yourReply",
  outreach: "conversation.thread.wroteFirst",
  promise_at_risk: "conversation.thread.yourMessage",
  correction: "conversation.thread.yourMessage",
};

function MessageHead({ message, me }: { message: Message; me: string }) {
  const say = useWords();
  const { direction, from, automatic, at, purpose, sentBy } = message;
  return (
    <InlineStack align="space-between" gap="200">
      <InlineStack align="start" gap="200" blockAlign="center">
        <Text as="h2" variant="headingSm">
          <BidiText>{from.name || from.address || say("conversation.thread.unknownSender")}</BidiText>
        </Text>
        {direction === "out" ? <Badge tone="info">{say(OURS[purpose ?? ""] ?? OURS.reply)}</Badge> : null}
        {sentBy?.id === me ? (
          <Text as="span" tone="subdued">
            {say("conversation.thread.sentByMe")}
          </Text>
        ) : sentBy?.name ? (
          <Text as="span" tone="subdued">
            <Words of="conversation.thread.sentBy" values={{ name: <BidiText>{sentBy.name}</BidiText> }} />
          </Text>
        ) : null}
        {automatic ? <Badge>{say("conversation.thread.automatic")}</Badge> : null}
      </InlineStack>
      <Text as="span" tone="subdued">
        <RelativeTime at={at} />
      </Text>
    </InlineStack>
  );
}

function Quoted({ text }: { text: string }) {
  const say = useWords();
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <BlockStack gap="200">
      <InlineStack>
        <Button variant="plain" onClick={() => setOpen(!open)} ariaExpanded={open} ariaControls={id}>
          {say(open ? "conversation.thread.hideQuoted" : "conversation.thread.showQuoted")}
        </Button>
      </InlineStack>
      <Collapsible open={open} id={id}>
        <Text as="p" tone="subdued">
          <LinkedText>{text}</LinkedText>
        </Text>
      </Collapsible>
    </BlockStack>
  );
}
