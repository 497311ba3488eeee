import { useNavigate, useRevalidator } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { Banner, BlockStack, Button, ButtonGroup, Card, InlineStack, Text } from "@shopify/polaris";
import { useState } from "react";
import { postJson } from "#app/components/outgoing/post-json.ts";
import { RelativeTime } from "#app/components/relative-time.tsx";
import { shortSubject } from "#app/components/short-subject.ts";
import { Subject } from "#app/components/subject.tsx";
import { useWords, Words } from "#app/components/words.tsx";
import type { Merged } from "#app/care/review/merge/merge-conversations.server.ts";
import type { Split } from "#app/care/review/merge/split-conversation.server.ts";
import type { Unmerged } from "#app/care/review/merge/unmerge-conversations.server.ts";
import type { ConversationDetail } from "#app/desk/shapes.ts";
import type { WordKey } from "#app/words/say.ts";
import { MergeChoice } from "./outgoing-merge-choice.tsx";
import { SplitChoice } from "./outgoing-split-choice.tsx";

type Given = { conversation: Pick<ConversationDetail, "id" | "messages" | "outgoing" | "customer"> };

/** Puts another conversation into this one, takes messages out of it, and puts back what came from elsewhere. */
export function MergeCard({ conversation }: Given) {
  const say = useWords();
  const { id, messages, outgoing } = conversation;
  const [open, setOpen] = useState<"merge" | "split" | null>(null);
  const { busy, trouble, merge, unmerge, split } = useMerging(id, () => setOpen(null));
  const toggle = (which: "merge" | "split") => setOpen(open === which ? null : which);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {say("outgoing.merge.title")}
        </Text>
        {outgoing.merges.map((one) => (
          <InlineStack key={one.id} gap="200" align="space-between" blockAlign="center">
            <Text as="p" variant="bodySm" breakWord>
              <Words
                of="outgoing.merge.from"
                values={{
                  subject: <Subject>{one.subject || say("conversation.noSubject")}</Subject>,
                  when: <RelativeTime at={one.at} />,
                }}
              />
            </Text>
            <Button
              size="slim"
              disabled={busy}
              onClick={() => unmerge(one.id)}
              accessibilityLabel={say("outgoing.merge.undoOf", { subject: shortSubject(one.subject) })}
            >
              {say("outgoing.merge.undo")}
            </Button>
          </InlineStack>
        ))}
        <ButtonGroup>
          <Button onClick={() => toggle("merge")} ariaExpanded={open === "merge"} disabled={busy}>
            {say("outgoing.merge.open")}
          </Button>
          <Button
            onClick={() => toggle("split")}
            ariaExpanded={open === "split"}
            disabled={busy || messages.length < 2}
          >
            {say("outgoing.split.open")}
          </Button>
        </ButtonGroup>
        {trouble ? <Banner tone="critical">{say(trouble)}</Banner> : null}
        {open === "merge" ? <MergeChoice conversationId={id} busy={busy} onMerge={merge} /> : null}
        {open === "split" ? <SplitChoice messages={messages} busy={busy} onSplit={split} /> : null}
      </BlockStack>
    </Card>
  );
}

/** What is done, and said of it. `trouble`: why it was not. */
function useMerging(conversationId: string, onDone: () => void) {
  const say = useWords();
  const shopify = useAppBridge();
  const navigate = useNavigate();
  const { revalidate } = useRevalidator();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<WordKey | null>(null);
  const address = `/inbox/${conversationId}/merge`;
  const act = async <T extends { outcome: string }>(
    body: object,
  ): Promise<T | { outcome: "unreachable" }> => {
    setBusy(true);
    setTrouble(null);
    const said = await postJson<T>(address, body);
    setBusy(false);
    if (said.outcome === "unreachable") setTrouble("outgoing.unreachable");
    return said;
  };
  const done = (words: WordKey) => {
    shopify.toast.show(say(words));
    onDone();
    revalidate();
  };
  const merge = async (fromId: string, otherContact: boolean) => {
    const said = await act<Merged>({ act: "merge", fromId, ...(otherContact ? { otherContact } : {}) });
    if (said.outcome === "merged") done("outgoing.merge.done");
    else if (said.outcome === "contacts_differ") setTrouble("outgoing.merge.differ");
    else if (said.outcome !== "unreachable") setTrouble("outgoing.merge.refused");
  };
  const unmerge = async (mergeId: string) => {
    const said = await act<Unmerged>({ act: "unmerge", mergeId });
    if (said.outcome === "unmerged") done("outgoing.merge.undone");
    else if (said.outcome === "answered_together") setTrouble("outgoing.merge.answeredTogether");
    else if (said.outcome !== "unreachable") setTrouble("outgoing.merge.tooLate");
  };
  const split = async (messageIds: string[]) => {
    const said = await act<Split>({ act: "split", messageIds });
    if (said.outcome === "split") {
      const newId = said.conversationId;
      const undo = async () => {
        await postJson<Merged>(address, { act: "unsplit", fromId: newId });
        navigate(`/inbox/${conversationId}`);
      };
      shopify.toast.show(say("outgoing.split.done"), {
        action: say("outgoing.split.undo"),
        onAction: () => void undo(),
      });
      onDone();
      navigate(`/inbox/${newId}`);
    } else if (said.outcome !== "unreachable") setTrouble("outgoing.split.refused");
  };
  return {
    ...{ busy, trouble },
    merge: (fromId: string, otherContact: boolean) => void merge(fromId, otherContact),
    unmerge: (mergeId: string) => void unmerge(mergeId),
    split: (messageIds: string[]) => void split(messageIds),
  };
}
