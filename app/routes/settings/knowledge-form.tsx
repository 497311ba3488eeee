import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, Card, FormLayout, InlineStack, Select, TextField } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { faultLabels } from "#app/components/fault-words.ts";
import { languageLabel } from "#app/components/labels.ts";
import { useWords } from "#app/components/words.tsx";
import type { Article } from "#app/voice/article.ts";
import type { clientAction } from "./knowledge-route.tsx";
import { Unreached } from "#app/components/unreached.tsx";

/** Macros have a screen of their own. */
const KINDS = ["article", "answer"] as const;

type Given = { article: Article | null; languages: string[]; onDone: () => void };

/** Writes a text, or changes one; what is refused is said beside its field. */
export function KnowledgeForm({ article, languages, onDone }: Given) {
  const say = useWords();
  const fetcher = useFetcher<typeof clientAction>();
  const [fields, setFields] = useState({
    kind: KINDS.find((kind) => kind === article?.kind) ?? "article",
    language: article?.language ?? "en",
    title: article?.title ?? "",
    body: article?.body ?? "",
  });
  const errors = faultLabels(say, fetcher.data);
  const saved = fetcher.state === "idle" && fetcher.data?.outcome === "saved";
  useEffect(() => {
    if (saved) onDone();
  }, [saved, onDone]);
  const set = (name: "language" | "title" | "body") => (value: string) =>
    setFields({ ...fields, [name]: value });
  const save = () =>
    fetcher.submit({ intent: "save-article", id: article?.id ?? "", ...fields }, { method: "post" });
  return (
    <Card>
      <BlockStack gap="400">
        <Unreached answered={fetcher.data} />
        <FormLayout>
          <FormLayout.Group>
            <Select
              label={say("knowledge.field.kind")}
              options={KINDS.map((value) => ({ value, label: say(`knowledge.kindIs.${value}`) }))}
              value={fields.kind}
              onChange={(value) =>
                setFields({ ...fields, kind: KINDS.find((kind) => kind === value) ?? "article" })
              }
            />
            <Select
              label={say("knowledge.field.language")}
              options={languages.map((value) => ({ value, label: languageLabel(say, value) }))}
              value={fields.language}
              onChange={set("language")}
              error={errors["language"]}
              helpText={say("knowledge.field.language.help")}
            />
          </FormLayout.Group>
          <TextField
            label={say("knowledge.field.title")}
            value={fields.title}
            onChange={set("title")}
            error={errors["title"]}
            focused
            autoComplete="off"
            maxLength={120}
          />
          <TextField
            label={say("knowledge.field.text")}
            value={fields.body}
            onChange={set("body")}
            error={errors["body"]}
            multiline={6}
            autoComplete="off"
            maxLength={4_000}
            showCharacterCount
            helpText={say("knowledge.field.text.help")}
          />
          <InlineStack gap="200">
            <Button variant="primary" onClick={save} loading={fetcher.state !== "idle"}>
              {say("knowledge.save")}
            </Button>
            <Button onClick={onDone}>{say("action.cancel")}</Button>
          </InlineStack>
        </FormLayout>
      </BlockStack>
    </Card>
  );
}
