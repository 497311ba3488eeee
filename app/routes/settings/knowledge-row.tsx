import { useFetcher } from "@remix-run/react";
import { Badge, BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { useState } from "react";
import { BidiText } from "#app/components/bidi-text.tsx";
import type { Article } from "#app/voice/article.ts";
import { languageName } from "./knowledge-form.tsx";
import type { clientAction } from "./knowledge-route.tsx";
import { Unreached } from "#app/components/unreached.tsx";

const KINDS: Record<Article["kind"], string> = { article: "Article", macro: "Macro", answer: "Answer" };

/** One text, with the ways to change it and to take it out of use. A retired one comes back when it is saved again. */
export function KnowledgeRow({ article, onEdit }: { article: Article; onEdit: () => void }) {
  const fetcher = useFetcher<typeof clientAction>();
  const [asking, setAsking] = useState(false);
  const { id, kind, language, title, body, retiredAt } = article;
  const edit = retiredAt ? "Edit and use again" : "Edit";
  const busy = fetcher.state !== "idle";
  const retire = () => fetcher.submit({ intent: "retire-article", id }, { method: "post" });
  return (
    <Card>
      <BlockStack gap="200">
        <Unreached answered={fetcher.data} />
        <InlineStack gap="200" blockAlign="center">
          <Text as="h2" variant="headingSm">
            <BidiText>{title}</BidiText>
          </Text>
          <Badge>{KINDS[kind]}</Badge>
          <Badge>{languageName(language)}</Badge>
          {retiredAt ? <Badge tone="attention">Not in use</Badge> : null}
        </InlineStack>
        <Text as="p">
          <BidiText lines>{body}</BidiText>
        </Text>
        {asking && !retiredAt ? (
          <InlineStack gap="200" blockAlign="center">
            <Text as="span">Drafts will no longer quote it.</Text>
            <Button
              tone="critical"
              variant="primary"
              onClick={retire}
              loading={busy}
              accessibilityLabel={`Retire ${title}`}
            >
              Retire
            </Button>
            <Button onClick={() => setAsking(false)} disabled={busy}>
              Keep
            </Button>
          </InlineStack>
        ) : (
          <InlineStack gap="200">
            <Button onClick={onEdit} accessibilityLabel={`${edit} ${title}`}>
              {edit}
            </Button>
            {retiredAt ? null : (
              <Button
                tone="critical"
                variant="tertiary"
                onClick={() => setAsking(true)}
                accessibilityLabel={`Retire ${title} …`}
              >
                Retire
              </Button>
            )}
          </InlineStack>
        )}
      </BlockStack>
    </Card>
  );
}
