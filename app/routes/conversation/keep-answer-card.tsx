import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, Card, InlineStack, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { AnswerBanner } from "#app/components/answer-banner.tsx";
import { faultLabel } from "#app/components/fault-words.ts";
import type { clientAction } from "./route.tsx";
import { useOutcomeToast } from "./use-outcome-toast.ts";
import { useWords } from "#app/components/words.tsx";

/** After a reply to a question that others ask too: the way to keep what it said. */
export function KeepAnswerCard({ draftId, kept }: { draftId: string; kept: boolean }) {
  const say = useWords();
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
          <Text as="p">{say("conversation.keep.kept")}</Text>
          <Button url="/settings/knowledge">{say("conversation.keep.open")}</Button>
        </InlineStack>
      </Card>
    );
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="300">
          <Text as="p">{say("conversation.keep.ask")}</Text>
          {suggested ? null : (
            <Button onClick={suggest} loading={suggesting.state !== "idle"}>
              {say("conversation.keep.suggest")}
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
  const say = useWords();
  const fetcher = useFetcher<typeof clientAction>({ key: `keep:${draftId}` });
  useOutcomeToast(fetcher.data);
  const [fields, setFields] = useState({ title: suggested.title, text: suggested.text });
  const refused = fetcher.data?.outcome === "answer_refused" ? fetcher.data : null;
  const errorOf = (field: "title" | "text") =>
    refused?.field === field
      ? faultLabel(say, field === "text" ? "body" : "title", refused.fault)
      : undefined;
  const busy = fetcher.state !== "idle";
  return (
    <BlockStack gap="300">
      {busy ? null : <AnswerBanner answered={fetcher.data} />}
      <TextField
        label={say("conversation.keep.title")}
        value={fields.title}
        onChange={(title) => setFields({ ...fields, title })}
        error={errorOf("title")}
        autoComplete="off"
        maxLength={120}
      />
      <TextField
        label={say("conversation.keep.answer")}
        value={fields.text}
        onChange={(text) => setFields({ ...fields, text })}
        error={errorOf("text")}
        multiline={4}
        autoComplete="off"
        maxLength={4_000}
        helpText={say("conversation.keep.help")}
      />
      <InlineStack gap="200">
        <Button
          variant="primary"
          loading={busy}
          onClick={() => fetcher.submit({ intent: "keep-answer", draftId, ...fields }, { method: "post" })}
        >
          {say("conversation.keep.keep")}
        </Button>
        <Button onClick={onClose} disabled={busy}>
          {say("action.cancel")}
        </Button>
      </InlineStack>
    </BlockStack>
  );
}
