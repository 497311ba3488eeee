import { useFetcher } from "@remix-run/react";
import {
  Banner,
  BlockStack,
  Box,
  Button,
  Card,
  InlineStack,
  Scrollable,
  SkeletonBodyText,
  Text,
} from "@shopify/polaris";
import { useEffect, useRef } from "react";
import type { SetAside } from "#app/desk/list-set-aside.server.ts";
import type { OpenedDeadLetter } from "#app/ingest/dead-letters/open-dead-letter.server.ts";
import { whatLabel } from "./what-label.ts";
import { useWords } from "#app/components/words.tsx";

/** What arrived, as it arrived. Asked for by a person: it may be about a shopper. */
export function ContentCard({ item, onClose }: { item: SetAside; onClose: () => void }) {
  const say = useWords();
  const fetcher = useFetcher<OpenedDeadLetter>();
  const { load } = fetcher;
  const card = useRef<HTMLElement>(null);
  useEffect(() => load(`/set-aside/${item.ref}/content`), [load, item.ref]);
  useEffect(() => {
    card.current?.focus();
    card.current?.scrollIntoView({ block: "nearest" });
  }, [fetcher.data]);
  return (
    <section
      ref={card}
      tabIndex={-1}
      aria-label={say("setAside.content", { what: whatLabel(say, item) })}
      style={{ outline: "none" }}
    >
      <Card>
        <BlockStack gap="300">
          <InlineStack align="space-between" blockAlign="center" gap="200">
            <Text as="h2" variant="headingMd" breakWord>
              {whatLabel(say, item)}
            </Text>
            <Button variant="tertiary" onClick={onClose}>
              {say("action.close")}
            </Button>
          </InlineStack>
          {fetcher.data ? <Opened opened={fetcher.data} /> : <SkeletonBodyText lines={4} />}
        </BlockStack>
      </Card>
    </section>
  );
}

function Opened({ opened }: { opened: OpenedDeadLetter }) {
  const say = useWords();
  if (opened.outcome === "gone") return <Banner tone="info">{say("setAside.gone")}</Banner>;
  if (opened.outcome === "unreadable") return <Banner tone="critical">{say("setAside.unreadable")}</Banner>;
  return (
    <>
      <Box background="bg-surface-secondary" padding="300" borderRadius="200">
        <Scrollable focusable style={{ maxHeight: "24rem" }}>
          <pre dir="auto" style={{ margin: 0, whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
            {opened.content || say("setAside.empty")}
          </pre>
        </Scrollable>
      </Box>
      {opened.cut ? <Text as="p">{say("setAside.cut")}</Text> : null}
    </>
  );
}
