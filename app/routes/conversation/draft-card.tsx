import { useFetcher } from "@remix-run/react";
import {
  Badge,
  Banner,
  BlockStack,
  Card,
  InlineStack,
  SkeletonBodyText,
  Text,
  TextField,
} from "@shopify/polaris";
import { useState } from "react";
import { languageLabel } from "#app/components/labels.ts";
import { useNow } from "#app/components/relative-time.tsx";
import type { ConversationDetail } from "#app/desk/shapes.ts";
import { AnswerBanner } from "./answer-banner.tsx";
import { Blocked } from "./blocked.tsx";
import { Checks } from "./checks.tsx";
import { DraftActions } from "./draft-actions.tsx";
import { noDraftText, noDraftTitle } from "./no-draft-text.ts";
import { DraftText } from "./draft-text.tsx";
import { Options } from "./options.tsx";
import type { clientAction } from "./route.tsx";
import { useOutcomeToast } from "./use-outcome-toast.ts";

type Draft = NonNullable<ConversationDetail["draft"]>;
type Given = Pick<ConversationDetail, "draft" | "noDraft" | "messages" | "status">;
/** What a person made of a draft's text. It outlives the draft: a newer draft must not take somebody's words away. */
type Edited = { draftId: string; text: string };

/** The drafted reply: why it says what it says, and what a person does with it. */
export function DraftCard({ draft, noDraft, messages, status }: Given) {
  const [edited, setEdited] = useState<Edited | null>(null);
  const newest = messages.findLast((message) => message.direction === "in" && !message.automatic);
  const { data: declining } = useFetcher<typeof clientAction>({ key: `decline:${newest?.id ?? null}` });
  if (draft && (draft.status === "waiting" || draft.status === "stale")) {
    return <WaitingDraft draft={draft} messageId={newest?.id ?? null} edited={edited} onEdited={setEdited} />;
  }
  // While the reply to the newest message is on its way, and after it left, there is nothing to draft. One that could not
  // leave, or was cancelled, opened the conversation again: a person may want another.
  const drafted = draft !== null && draft.messageId === newest?.id;
  const unanswered = newest && messages.at(-1)?.direction === "in" && (!drafted || status === "open");
  const expected = status === "open" && !drafted && declining?.outcome !== "declined";
  return unanswered ? <NoDraft message={newest} expected={expected} noDraft={noDraft} /> : null;
}

type Waiting = {
  draft: Draft;
  messageId: string | null;
  edited: Edited | null;
  onEdited: (edited: Edited | null) => void;
};

function WaitingDraft({ draft, messageId, edited, onEdited }: Waiting) {
  // A key per draft: what was answered about an older one says nothing about this one.
  const fetcher = useFetcher<typeof clientAction>({ key: `send:${draft.id}` });
  useOutcomeToast(fetcher.data);
  const busy = fetcher.state !== "idle";
  const answered = fetcher.data;
  const send = (overrule?: string) => {
    const form: Record<string, string> = { intent: "send", draftId: draft.id };
    if (edited) form["text"] = edited.text;
    if (overrule) form["overrule"] = overrule;
    fetcher.submit(form, { method: "post" });
  };
  const stale = draft.status === "stale" || answered?.outcome === "stale";
  const blocked = answered?.outcome === "blocked" && !stale ? answered.checks : null;
  return (
    <Card>
      <BlockStack gap="400">
        <DraftHeading draft={draft} />
        {stale ? (
          <StaleBanner changes={draft.staleBecause ?? []} again={messageId !== draft.messageId} />
        ) : null}
        {edited && edited.draftId !== draft.id ? (
          <Banner tone="info" title="There is a newer draft">
            Your own text is kept and is checked against the newest records when you send it. Discard it to
            see the new draft.
          </Banner>
        ) : null}
        {edited ? (
          <TextField
            label="Reply"
            value={edited.text}
            onChange={(text) => onEdited({ ...edited, text })}
            multiline={10}
            autoComplete="off"
            maxLength={50_000}
            error={edited.text.trim() === "" ? "Write something before you send it" : undefined}
            helpText="Edited text is checked against the records when you send it."
          />
        ) : (
          <DraftText key={draft.id} draft={draft} />
        )}
        {edited || blocked ? null : <Checks checks={draft.checks} />}
        <Options plan={draft.plan} />
        {draft.usage ? <Cost usage={draft.usage} /> : null}
        {blocked ? <Blocked checks={blocked} busy={busy} onSend={send} /> : null}
        {busy ? null : <AnswerBanner answered={answered} />}
        <DraftActions
          key={`${draft.id} actions`}
          draftId={draft.id}
          messageId={messageId}
          busy={busy}
          stale={stale}
          empty={edited !== null && edited.text.trim() === ""}
          editing={edited !== null}
          onEdit={() => onEdited(edited ? null : { draftId: draft.id, text: draft.text })}
          onSend={() => send()}
        />
      </BlockStack>
    </Card>
  );
}

type Stale = { changes: NonNullable<Draft["staleBecause"]>; again: boolean };

const MOST_CHANGES = 5;

function StaleBanner({ changes, again }: Stale) {
  const [title, instead] =
    again && changes.length === 0
      ? ["The shopper has written again", "A new draft is being made for the newest message."]
      : ["The records changed since this was drafted", "A new draft is being made from what is true now."];
  return (
    <Banner tone="warning" title={title}>
      <BlockStack gap="100">
        {changes.slice(0, MOST_CHANGES).map((change, at) => (
          <Text as="p" key={at} breakWord>
            {changeInWords(change)}
          </Text>
        ))}
        <Text as="p">{instead} This one cannot be sent.</Text>
      </BlockStack>
    </Banner>
  );
}

function changeInWords({ label, before, after }: Stale["changes"][number]): string {
  if (after === null) return `${label}: ${before ?? ""} is no longer on record`;
  return before === null ? `${label}: now ${after}` : `${label}: was ${before}, now ${after}`;
}

function DraftHeading({ draft }: { draft: Draft }) {
  return (
    <InlineStack align="space-between" gap="200" blockAlign="center">
      <Text as="h2" variant="headingMd">
        Draft reply
      </Text>
      <InlineStack align="start" gap="100">
        <Badge>{languageLabel(draft.language)}</Badge>
        <Badge>{draft.maker === "composer" ? "Drafted by Attune" : `Drafted with ${draft.maker}`}</Badge>
        {draft.version > 1 ? <Badge>{`Version ${draft.version}`}</Badge> : null}
      </InlineStack>
    </InlineStack>
  );
}

/** What a model took for this version, also where its words were set aside. */
function Cost({ usage: { tokensIn, tokensOut, costMicros } }: { usage: NonNullable<Draft["usage"]> }) {
  const dollars = costMicros / 1_000_000;
  const cost = dollars < 0.01 ? "less than a cent" : `about $${dollars.toFixed(2)}`;
  return (
    <Text as="p" variant="bodySm" tone="subdued">
      {`Claude took ${(tokensIn + tokensOut).toLocaleString("en")} tokens for this draft: ${cost}.`}
    </Text>
  );
}

const PATIENCE_MS = 15_000;

type Undrafted = {
  message: ConversationDetail["messages"][number];
  expected: boolean;
  noDraft: ConversationDetail["noDraft"];
};

/** A draft is usually there within two seconds; after a while it is said that there is none, and one can be asked for. */
function NoDraft({ message, expected, noDraft }: Undrafted) {
  const now = useNow();
  const age = now === null ? null : now - new Date(message.at).getTime();
  const coming = expected && noDraft === null && (age === null || age < PATIENCE_MS);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {coming ? "Preparing a draft" : noDraftTitle(noDraft)}
        </Text>
        {noDraft ? <Text as="p">{noDraftText(noDraft)}</Text> : null}
        {coming ? (
          <div aria-busy="true">
            <SkeletonBodyText lines={5} />
          </div>
        ) : (
          <DraftActions draftId={null} messageId={message.id} busy={false} stale editing={false} />
        )}
      </BlockStack>
    </Card>
  );
}
