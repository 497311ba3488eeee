import { useFetcher } from "@remix-run/react";
import { Badge, BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { useState } from "react";
import { BidiText } from "#app/components/bidi-text.tsx";
import { languageLabel } from "#app/components/labels.ts";
import { useWords } from "#app/components/words.tsx";
import type { Article } from "#app/voice/article.ts";
import type { clientAction } from "./knowledge-route.tsx";
import { Unreached } from "#app/components/unreached.tsx";

/** One text, with the ways to change it and to take it out of use. A retired one comes back when it is saved again. */
export function KnowledgeRow({ article, onEdit }: { article: Article; onEdit: () => void }) {
  const say = useWords();
  const fetcher = useFetcher<typeof clientAction>();
  const [asking, setAsking] = useState(false);
  const { id, kind, language, title, body, retiredAt } = article;
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
          <Badge>{say(`knowledge.kind.${kind}`)}</Badge>
          <Badge>{languageLabel(say, language)}</Badge>
          {retiredAt ? <Badge tone="attention">{say("knowledge.notInUse")}</Badge> : null}
        </InlineStack>
        <Text as="p">
          <BidiText lines>{body}</BidiText>
        </Text>
        {asking && !retiredAt ? (
          <InlineStack gap="200" blockAlign="center">
            <Text as="span">{say("knowledge.retire.ask")}</Text>
            <Button
              tone="critical"
              variant="primary"
              onClick={retire}
              loading={busy}
              accessibilityLabel={say("knowledge.retireItem", { item: title })}
            >
              {say("knowledge.retire")}
            </Button>
            <Button onClick={() => setAsking(false)} disabled={busy}>
              {say("action.keep")}
            </Button>
          </InlineStack>
        ) : (
          <InlineStack gap="200">
            <Button
              onClick={onEdit}
              accessibilityLabel={say(retiredAt ? "knowledge.editAndUseItem" : "action.editItem", {
                item: title,
              })}
            >
              {say(retiredAt ? "knowledge.editAndUse" : "action.edit")}
            </Button>
            {retiredAt ? null : (
              <Button
                tone="critical"
                variant="tertiary"
                onClick={() => setAsking(true)}
                accessibilityLabel={say("knowledge.retireItemAsk", { item: title })}
              >
                {say("knowledge.retire")}
              </Button>
            )}
          </InlineStack>
        )}
      </BlockStack>
    </Card>
  );
}
