import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, Card, InlineStack, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { AnswerBanner } from "#app/components/answer-banner.tsx";
import type { clientAction } from "./route.tsx";
import { useOutcomeToast } from "./use-outcome-toast.ts";

/** After a reply to a question that others ask too: the way to keep what it said. */
export function KeepAnswerCard({ draftId, kept }: { draftId: string; kept: boolean }) {
  const suggesting = useFetcher<typeof clientAction>({ key: `suggest:${draftId}` });
  const [closed, setClosed] = useState(false);
  const suggested = suggesting.data?.outcome === "answer_suggested" && !closed ? suggesting.data : null;
  const suggest = () => {
    setClosed(false);
    suggesting.submit({ intent: "suggest-answer", draftId }, { method: "post" });
  };
  if (kept)
    return (
      <Card>
        <InlineStack align="space-between" blockAlign="center" gap="300">
          <Text as="p">What this reply says is kept among your knowledge.</Text>
          <Button url="/settings/knowledge">Open knowledge</Button>
        </InlineStack>
      </Card>
    );
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="300">
          <Text as="p">Do others ask this too? Keep what your reply says of it, for later drafts.</Text>
          {suggested ? null : (
            <Button onClick={suggest} loading={suggesting.state !== "idle"}>
              Keep as an answer
            </Button>
          )}
        </InlineStack>
        {suggesting.state === "idle" ? <AnswerBanner answered={suggesting.data} /> : null}
        {suggested ? (
          <AnswerForm draftId={draftId} suggested={suggested} onClose={() => setClosed(true)} />
        ) : null}
      </BlockStack>
    </Card>
  );
}

type Given = { draftId: string; suggested: { title: string; text: string }; onClose: () => void };

function AnswerForm({ draftId, suggested, onClose }: Given) {
  const fetcher = useFetcher<typeof clientAction>({ key: `keep:${draftId}` });
  useOutcomeToast(fetcher.data);
  const [fields, setFields] = useState({ title: suggested.title, text: suggested.text });
  const refused = fetcher.data?.outcome === "answer_refused" ? fetcher.data : null;
  const errorOf = (field: "title" | "text") => (refused?.field === field ? refused.message : undefined);
  const busy = fetcher.state !== "idle";
  return (
    <BlockStack gap="300">
      {busy ? null : <AnswerBanner answered={fetcher.data} />}
      <TextField
        label="Title"
        value={fields.title}
        onChange={(title) => setFields({ ...fields, title })}
        error={errorOf("title")}
        autoComplete="off"
        maxLength={120}
      />
      <TextField
        label="Answer"
        value={fields.text}
        onChange={(text) => setFields({ ...fields, text })}
        error={errorOf("text")}
        multiline={4}
        autoComplete="off"
        maxLength={4_000}
        helpText="What was about this shopper is left out already. Read it before you keep it."
      />
      <InlineStack gap="200">
        <Button
          variant="primary"
          loading={busy}
          onClick={() => fetcher.submit({ intent: "keep-answer", draftId, ...fields }, { method: "post" })}
        >
          Keep answer
        </Button>
        <Button onClick={onClose} disabled={busy}>
          Cancel
        </Button>
      </InlineStack>
    </BlockStack>
  );
}
