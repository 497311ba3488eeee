import { useAppBridge } from "@shopify/app-bridge-react";
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
import { useEffect, useRef, useState } from "react";
import { languageLabel } from "#app/components/labels.ts";
import type { ConversationDetail } from "#app/desk/shapes.ts";
import type { action } from "./route.tsx";
import { Blocked } from "./blocked.tsx";
import { Checks } from "./checks.tsx";
import { DraftActions } from "./draft-actions.tsx";
import { DraftText } from "./draft-text.tsx";

type Draft = NonNullable<ConversationDetail["draft"]>;
type Given = Pick<ConversationDetail, "draft" | "messages" | "status">;

/** The drafted reply: why it says what it says, and what a person does with it. */
export function DraftCard({ draft, messages, status }: Given) {
  const newest = messages.findLast((message) => message.direction === "in" && !message.automatic);
  if (draft?.status === "sent" && messages.at(-1)?.direction === "out") return null;
  if (!draft || draft.status === "declined" || draft.status === "sent") {
    return newest && messages.at(-1)?.direction === "in" ? (
      <NoDraft declined={draft?.status === "declined"} messageId={newest.id} open={status === "open"} />
    ) : null;
  }
  return <WaitingDraft key={draft.id} draft={draft} messageId={newest?.id ?? null} />;
}

function WaitingDraft({ draft, messageId }: { draft: Draft; messageId: string | null }) {
  const fetcher = useFetcher<typeof action>();
  const [edited, setEdited] = useState<string | null>(null);
  useOutcomeToast(fetcher.data);
  const busy = fetcher.state !== "idle";
  const send = (overrule?: string) =>
    void fetcher.submit(
      {
        intent: "send",
        draftId: draft.id,
        ...(edited === null ? {} : { text: edited }),
        ...(overrule ? { overrule } : {}),
      },
      { method: "post" },
    );
  const stale = draft.status === "stale" || fetcher.data?.outcome === "stale";
  return (
    <Card>
      <BlockStack gap="400">
        <DraftHeading draft={draft} />
        {stale ? (
          <Banner tone="warning" title="The records changed since this was drafted">
            A new draft is being made from what is true now. This one cannot be sent.
          </Banner>
        ) : null}
        {fetcher.data?.outcome === "refused" ? <Banner tone="critical">{fetcher.data.message}</Banner> : null}
        {edited === null ? (
          <DraftText draft={draft} />
        ) : (
          <TextField
            label="Reply"
            value={edited}
            onChange={setEdited}
            multiline={10}
            autoComplete="off"
            maxLength={50_000}
            helpText="Edited text is checked against the records too."
          />
        )}
        <Checks checks={draft.checks} />
        {fetcher.data?.outcome === "blocked" ? (
          <Blocked checks={fetcher.data.checks} busy={busy} onSend={send} />
        ) : null}
        <DraftActions
          draftId={draft.id}
          messageId={messageId}
          busy={busy}
          stale={stale}
          editing={edited !== null}
          onEdit={() => setEdited(edited === null ? draft.text : null)}
          onSend={() => send()}
        />
      </BlockStack>
    </Card>
  );
}

function DraftHeading({ draft }: { draft: Draft }) {
  return (
    <InlineStack align="space-between" gap="200" blockAlign="center">
      <Text as="h2" variant="headingMd">
        Draft reply
      </Text>
      <InlineStack gap="100">
        <Badge>{languageLabel(draft.language)}</Badge>
        <Badge>{draft.maker === "composer" ? "Drafted by Attune" : `Drafted with ${draft.maker}`}</Badge>
        <Badge>{`Version ${draft.version}`}</Badge>
      </InlineStack>
    </InlineStack>
  );
}

function NoDraft({ declined, messageId, open }: { declined: boolean; messageId: string; open: boolean }) {
  const fetcher = useFetcher<typeof action>();
  if (!declined && open) return <Preparing messageId={messageId} />;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="p">{declined ? "The draft was declined." : "There is no draft for this message."}</Text>
        {fetcher.data?.outcome === "refused" ? <Banner tone="critical">{fetcher.data.message}</Banner> : null}
        <DraftActions
          draftId={null}
          messageId={messageId}
          busy={fetcher.state !== "idle"}
          stale
          editing={false}
        />
      </BlockStack>
    </Card>
  );
}

const PATIENCE_MS = 15_000;

/** A draft is usually there within two seconds; after a while it is said that none came, and one can be asked for. */
function Preparing({ messageId }: { messageId: string }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {late ? "No draft for this message" : "Preparing a draft"}
        </Text>
        {late ? (
          <DraftActions draftId={null} messageId={messageId} busy={false} stale editing={false} />
        ) : (
          <div aria-busy="true">
            <SkeletonBodyText lines={5} />
          </div>
        )}
      </BlockStack>
    </Card>
  );
}

const WORDS: Record<string, string> = {
  sent: "Reply approved. It is being sent.",
  already_sent: "This reply was approved already.",
  declined: "Draft declined",
  redrafted: "New draft ready",
};

function useOutcomeToast(answered: { outcome: string } | undefined) {
  const shopify = useAppBridge();
  const seen = useRef<unknown>(null);
  useEffect(() => {
    if (!answered || answered === seen.current) return;
    seen.current = answered;
    const words = WORDS[answered.outcome];
    if (words) shopify.toast.show(words);
  }, [answered, shopify]);
}
