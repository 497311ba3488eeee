import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, Card, FormLayout, InlineStack, Select, TextField } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { articleKinds, type Article } from "#app/voice/article.ts";
import type { clientAction } from "./knowledge-route.tsx";
import { Unreached } from "#app/components/unreached.tsx";

type Given = { article: Article | null; languages: string[]; onDone: () => void };

/** Writes a text, or changes one; what is refused is said beside its field. */
export function KnowledgeForm({ article, languages, onDone }: Given) {
  const fetcher = useFetcher<typeof clientAction>();
  const [fields, setFields] = useState({
    kind: article?.kind ?? "article",
    language: article?.language ?? "en",
    title: article?.title ?? "",
    body: article?.body ?? "",
  });
  const errors = fetcher.data?.outcome === "refused" ? fetcher.data.errors : {};
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
              label="Kind"
              options={[
                { value: "article", label: "Article: how things are" },
                { value: "macro", label: "Macro: words you use again and again" },
                { value: "answer", label: "Answer: what a reply said" },
              ]}
              value={fields.kind}
              onChange={(value) =>
                setFields({ ...fields, kind: articleKinds.find((kind) => kind === value) ?? "article" })
              }
            />
            <Select
              label="Language"
              options={languages.map((value) => ({ value, label: languageName(value) }))}
              value={fields.language}
              onChange={set("language")}
              error={errors["language"]}
              helpText="Quoted to shoppers who write in it."
            />
          </FormLayout.Group>
          <TextField
            label="Title"
            value={fields.title}
            onChange={set("title")}
            error={errors["title"]}
            autoComplete="off"
            maxLength={120}
          />
          <TextField
            label="Text"
            value={fields.body}
            onChange={set("body")}
            error={errors["body"]}
            multiline={6}
            autoComplete="off"
            maxLength={4_000}
            showCharacterCount
            helpText="Drafts quote one or two sentences of a paragraph: let each paragraph stand by itself."
          />
          <InlineStack gap="200">
            <Button variant="primary" onClick={save} loading={fetcher.state !== "idle"}>
              Save text
            </Button>
            <Button onClick={onDone}>Cancel</Button>
          </InlineStack>
        </FormLayout>
      </BlockStack>
    </Card>
  );
}

/** "German" for de. */
export function languageName(tag: string): string {
  return new Intl.DisplayNames("en", { type: "language", fallback: "code" }).of(tag) ?? tag;
}
