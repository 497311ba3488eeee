import { useFetcher } from "@remix-run/react";
import { Badge, Banner, BlockStack, Card, Divider, InlineStack, Text } from "@shopify/polaris";
import { useState } from "react";
import { languageLabel } from "#app/components/labels.ts";
import type { Mailbox } from "#app/conversation/message-content.ts";
import type { ConversationDetail } from "#app/desk/shapes.ts";
import { AnswerBanner } from "#app/components/answer-banner.tsx";
import { Blocked } from "#app/components/draft/blocked.tsx";
import { Checks } from "#app/components/draft/checks.tsx";
import { insertMacro } from "./acting/insert-macro.ts";
import { MacroPicker, type OfferedMacro } from "./acting/macro-picker.tsx";
import { costLabel } from "./cost.ts";
import { DraftActions } from "./draft-actions.tsx";
import { DraftEditor } from "#app/components/draft/draft-editor.tsx";
import { DraftText } from "#app/components/draft/draft-text.tsx";
import { HintBox } from "./hint-box.tsx";
import type { Edited } from "./kept-by-conversation.ts";
import { Options } from "./options.tsx";
import type { clientAction } from "./route.tsx";
import { StaleBanner } from "#app/components/draft/stale-banner.tsx";
import { useChecks } from "#app/components/draft/use-checks.ts";
import { useOutcomeToast } from "./use-outcome-toast.ts";
import { Additions, SendAgain } from "#app/components/outgoing/additions.tsx";
import { useAdditions } from "#app/components/outgoing/use-additions.ts";
import { useFocused } from "#app/components/outgoing/use-focused.ts";
import { useWriting } from "./use-writing.ts";
import { Versions } from "./versions.tsx";
import { useWords } from "#app/components/words.tsx";

type Draft = NonNullable<ConversationDetail["draft"]>;

type Given = {
  conversationId: string;
  draft: Draft;
  messageId: string | null;
  edited: Edited | null;
  /** It is what they wrote in this browser before. */
  restored: boolean;
  onEdited: (edited: Edited | null) => void;
  /** Who is to have a copy, kept like what is written. */
  copies: Mailbox[];
  onCopies: (copies: Mailbox[]) => void;
  outgoing: ConversationDetail["outgoing"];
  /** A macro was put in, which may want more than its words. */
  onMacro: (macro: OfferedMacro) => void;
  /** It came back because somebody took it back: they go on here. */
  focused: boolean;
};

/** A draft that waits for a person: its sentences or their edit, what the guard says of it, and what can be done with it. */
export function WaitingDraft(given: Given) {
  const { conversationId, draft, messageId, edited, restored, onEdited, outgoing, onMacro, focused } = given;
  const say = useWords();
  const additions = useAdditions(conversationId, outgoing, [given.copies, given.onCopies]);
  const { fetcher, send, sentText } = useSend(draft.id, edited, additions.form);
  const place = useFocused(focused);
  const redraft = useWriting(messageId);
  const busy = fetcher.state !== "idle";
  const answered = fetcher.data;
  const stale = draft.status === "stale" || answered?.outcome === "stale";
  const own = draft.maker === "person";
  const blank = edited?.text.trim() === "";
  const written = stale || blank ? null : (edited?.text ?? null);
  const live = useChecks({ conversationId, draftId: draft.id, text: written });
  const refused =
    answered?.outcome === "blocked" && !stale && sentText === (edited?.text ?? null) ? answered.checks : null;
  const found = refused ?? (edited ? live.checks : draft.checks);
  const stops = found?.some(({ outcome }) => outcome === "block") ?? false;
  // What is said of an older text, or was not heard, does not hold a reply back: it is checked again before it leaves.
  const stopped = edited !== null && (blank || (stops && live.state !== "lost"));
  return (
    <div ref={place} tabIndex={-1} className="attune-focus-place">
      <Card>
        <BlockStack gap="400">
          <DraftHeading draft={draft} />
          {stale ? (
            <StaleBanner changes={draft.staleBecause ?? []} again={messageId !== draft.messageId} />
          ) : null}
          {edited && edited.draftId !== draft.id ? <NewerDraft /> : null}
          {edited && restored ? (
            <Text as="p" tone="subdued">
              {say("acting.kept")}
            </Text>
          ) : null}
          {edited ? (
            <DraftEditor
              text={edited.text}
              language={draft.language}
              label={draft.messageId === null ? say("draft.message") : undefined}
              live={live}
              onChange={(text) => onEdited({ ...edited, text })}
            />
          ) : (
            <DraftText key={draft.id} conversationId={conversationId} draft={draft} />
          )}
          <div aria-live={edited ? "polite" : undefined}>
            {found && stops && (edited || refused) ? (
              <Blocked
                checks={found}
                refused={refused !== null}
                busy={busy}
                unasked={draft.messageId === null}
                onSend={send}
              />
            ) : found ? (
              <Checks
                checks={found}
                sentences={edited === null || edited.text === draft.text ? draft.sentences : []}
              />
            ) : null}
          </div>
          <MacroPicker
            conversationId={conversationId}
            disabled={busy || stale}
            onInsert={(macro) => {
              const field = editorIn(place.current);
              const { text, caret } = insertMacro(
                edited?.text ?? draft.text,
                macro.text,
                field?.selectionStart ?? null,
              );
              onEdited({ draftId: edited?.draftId ?? draft.id, text });
              onMacro(macro);
              requestAnimationFrame(() => {
                const written = editorIn(place.current);
                written?.focus();
                written?.setSelectionRange(caret, caret);
              });
            }}
          />
          <Additions
            additions={additions}
            offered={outgoing.offered}
            refused={answered?.outcome === "addition_refused" ? answered.addition : null}
            disabled={busy}
          />
          {busy ? null : <AnswerBanner answered={answered} />}
          {answered?.outcome === "unreachable" && !busy ? <SendAgain onSend={() => send()} /> : null}
          <DraftActions
            key={`${draft.id} actions`}
            draftId={draft.id}
            messageId={messageId}
            unasked={draft.messageId === null}
            busy={busy}
            drafting={redraft.busy}
            stopped={stale || stopped}
            editing={edited !== null}
            own={own}
            onEdit={() => {
              onEdited(edited || own ? null : { draftId: draft.id, text: draft.text });
              if (!edited) requestAnimationFrame(() => editorIn(place.current)?.focus());
            }}
            onSend={() => send()}
          />
          <Divider />
          {own ? null : <Options plan={draft.plan} redraft={redraft} disabled={busy || messageId === null} />}
          {messageId && !own ? <HintBox redraft={redraft} disabled={busy} /> : null}
          <Versions key={`${draft.id} versions`} conversationId={conversationId} version={draft.version} />
        </BlockStack>
      </Card>
    </div>
  );
}

const editorIn = (place: HTMLElement | null) =>
  place?.querySelector<HTMLTextAreaElement>(".attune-editor textarea") ?? null;

/** Sends what stands there. A key per draft: what was answered about an older one says nothing about this one. */
function useSend(draftId: string, edited: Edited | null, additions: () => Record<string, string> | null) {
  const fetcher = useFetcher<typeof clientAction>({ key: `send:${draftId}` });
  const [sentText, setSentText] = useState<string | null>(null);
  useOutcomeToast(fetcher.data);
  const send = (overrule?: string) => {
    const added = additions();
    if (added === null) return;
    const form: Record<string, string> = { intent: "send", draftId, ...added };
    if (edited) form["text"] = edited.text;
    if (overrule) form["overrule"] = overrule;
    setSentText(edited?.text ?? null);
    fetcher.submit(form, { method: "post" });
  };
  return { fetcher, send, sentText };
}

function NewerDraft() {
  const say = useWords();
  return (
    <Banner tone="info" title={say("conversation.draft.newer.title")}>
      {say("conversation.draft.newer")}
    </Banner>
  );
}

function DraftHeading({ draft }: { draft: Draft }) {
  const say = useWords();
  return (
    <BlockStack gap="100">
      <InlineStack align="space-between" gap="200" blockAlign="center">
        <Text as="h2" variant="headingMd">
          {draft.maker === "person" && draft.purpose === "answer"
            ? say("conversation.thread.yourReply")
            : say(`conversation.draft.${draft.purpose}`)}
        </Text>
        <InlineStack align="start" gap="100">
          <Badge>{languageLabel(say, draft.language)}</Badge>
          {draft.maker === "person" ? null : (
            <Badge>
              {draft.maker === "composer"
                ? say("conversation.draft.byAttune")
                : say("conversation.draft.with", { maker: draft.maker })}
            </Badge>
          )}
          {draft.answers ? (
            <Badge>{say("conversation.draft.answers", { count: draft.answers.length })}</Badge>
          ) : null}
          {draft.version > 1 ? <Badge>{say("versions.version", { version: draft.version })}</Badge> : null}
        </InlineStack>
      </InlineStack>
      {draft.maker === "person" ? null : (
        <Text as="p" variant="bodySm" tone="subdued">
          {costLabel(say, draft)}
        </Text>
      )}
    </BlockStack>
  );
}
