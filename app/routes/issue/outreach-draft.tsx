import { useFetcher } from "@remix-run/react";
import { Badge, Banner, BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import { useEffect, useState } from "react";
import type { Draft } from "#app/care/draft/draft.ts";
import type { AroundText } from "#app/care/review/around-text.ts";
import type { OutreachStage } from "#app/care/decide/outreach.ts";
import { AnswerBanner } from "#app/components/answer-banner.tsx";
import { Below, Subject } from "#app/components/draft/around-text.tsx";
import { Blocked } from "#app/components/draft/blocked.tsx";
import { Checks } from "#app/components/draft/checks.tsx";
import { DraftEditor } from "#app/components/draft/draft-editor.tsx";
import { DraftText } from "#app/components/draft/draft-text.tsx";
import { StaleBanner } from "#app/components/draft/stale-banner.tsx";
import { useChecks } from "#app/components/draft/use-checks.ts";
import { stageLabel } from "#app/components/issue-labels.ts";
import { zonedTime } from "#app/components/zoned-time.ts";
import { languageLabel } from "#app/components/labels.ts";
import { DraftActions } from "./draft-actions.tsx";
import type { clientAction } from "./route.tsx";
import { useIssueToast } from "./use-issue-toast.ts";
import { useWords } from "#app/components/words.tsx";

/** What a person made of a draft's text. It outlives the draft: a newer draft must not take somebody's words away. */
export type Edited = { draftId: string; text: string };

type Given = {
  /** Kept by the page: a message that somebody else settles meanwhile takes nobody's words away. */
  edited: Edited | null;
  setEdited: (edited: Edited | null) => void;
  draft: Draft;
  around: AroundText | null;
  stage: OutreachStage;
  /** When it would leave if it were approved now; null: at once. */
  leavesAt: string | null;
  zone: string | null;
};

/** The message that waits for a person: its sentences with what they rest on, or their edit, and what can be done with it. */
export function OutreachDraft({ edited, setEdited, draft, around, stage, leavesAt, zone }: Given) {
  const say = useWords();
  const { fetcher, approve, sentText } = useApprove(draft.id, edited);
  const busy = fetcher.state !== "idle";
  const approved = APPROVED.has(fetcher.data?.outcome ?? "");
  useEffect(() => {
    if (approved) setEdited(null);
  }, [approved, setEdited]);
  const answered = fetcher.data;
  const stale = draft.status === "stale" || answered?.outcome === "stale";
  const blank = edited?.text.trim() === "";
  const live = useChecks({
    conversationId: draft.conversationId,
    draftId: draft.id,
    text: stale || blank ? null : (edited?.text ?? null),
    around: true,
  });
  // Who writes it all anew says nothing of AI under it.
  const { subject, below } = live.around ?? around ?? { subject: null, below: [] };
  const refused =
    answered?.outcome === "blocked" && !stale && sentText === (edited?.text ?? null) ? answered.checks : null;
  const found = refused ?? (edited ? live.checks : draft.checks);
  const stops = found?.some(({ outcome }) => outcome === "block") ?? false;
  // What is said of an older text, or was not heard, does not hold a message back: it is checked again before it leaves.
  const stopped = edited === null ? stops : blank || (stops && live.state !== "lost");
  return (
    <Card>
      <BlockStack gap="400">
        <Heading draft={draft} stage={stage} />
        {stale ? <StaleBanner changes={draft.staleBecause ?? []} again={false} /> : null}
        {edited && edited.draftId !== draft.id ? (
          <Banner tone="info" title={say("issue.draft.newer")}>
            {say("issue.draft.newer.text")}
          </Banner>
        ) : null}
        {subject === null ? null : <Subject of={subject} language={draft.language} />}
        {edited ? (
          <DraftEditor
            text={edited.text}
            language={draft.language}
            label={say("draft.message")}
            live={live}
            onChange={(text) => setEdited({ ...edited, text })}
          />
        ) : (
          <DraftText key={draft.id} conversationId={draft.conversationId} draft={draft} />
        )}
        <Below of={below} language={draft.language} />
        <div aria-live={edited ? "polite" : undefined}>
          {found && stops && (edited || refused) ? (
            <Blocked checks={found} refused={refused !== null} busy={busy} unasked onSend={approve} />
          ) : found ? (
            <Checks
              checks={found}
              sentences={edited === null || edited.text === draft.text ? draft.sentences : []}
            />
          ) : null}
        </div>
        {busy ? null : <AnswerBanner answered={answered} />}
        {leavesAt ? (
          <Text as="p" tone="subdued">
            {say("issue.draft.quiet", { when: zonedTime(say, leavesAt, zone) })}
          </Text>
        ) : null}
        <DraftActions
          draftId={draft.id}
          busy={busy}
          stopped={stale || stopped}
          editing={edited !== null}
          onEdit={() => setEdited(edited ? null : { draftId: draft.id, text: draft.text })}
          onApprove={() => approve()}
        />
      </BlockStack>
    </Card>
  );
}

const APPROVED: ReadonlySet<string> = new Set(["approved", "approved_later"]);

/** Approves what stands there. A key per draft: what was answered about an older one says nothing about this one. */
function useApprove(draftId: string, edited: Edited | null) {
  const fetcher = useFetcher<typeof clientAction>({ key: `approve:${draftId}` });
  const [sentText, setSentText] = useState<string | null>(null);
  useIssueToast(fetcher.data);
  const approve = (overrule?: string) => {
    if (fetcher.state !== "idle") return;
    const form: Record<string, string> = { intent: "approve", draftId };
    if (edited) form["text"] = edited.text;
    if (overrule) form["overrule"] = overrule;
    setSentText(edited?.text ?? null);
    fetcher.submit(form, { method: "post" });
  };
  return { fetcher, approve, sentText };
}

function Heading({ draft, stage }: { draft: Draft; stage: OutreachStage }) {
  const say = useWords();
  return (
    <InlineStack align="space-between" gap="200" blockAlign="center">
      <Text as="h2" variant="headingMd">
        {say("issue.draft.heading")}
      </Text>
      <InlineStack align="start" gap="100">
        <Badge>{stageLabel(say, stage)}</Badge>
        <Badge>{languageLabel(say, draft.language)}</Badge>
        <Badge>
          {draft.maker === "composer"
            ? say("issue.draft.by")
            : say("issue.draft.with", { model: draft.maker })}
        </Badge>
      </InlineStack>
    </InlineStack>
  );
}
