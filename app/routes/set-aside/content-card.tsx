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

/** What arrived, as it arrived. Asked for by a person: it may be about a shopper. */
export function ContentCard({ item, onClose }: { item: SetAside; onClose: () => void }) {
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
      aria-label={`Content of ${whatLabel(item)}`}
      style={{ outline: "none" }}
    >
      <Card>
        <BlockStack gap="300">
          <InlineStack align="space-between" blockAlign="center">
            <Text as="h2" variant="headingMd">
              {whatLabel(item)}
            </Text>
            <Button variant="tertiary" onClick={onClose}>
              Close
            </Button>
          </InlineStack>
          {fetcher.data ? <Opened opened={fetcher.data} /> : <SkeletonBodyText lines={4} />}
        </BlockStack>
      </Card>
    </section>
  );
}

function Opened({ opened }: { opened: OpenedDeadLetter }) {
  if (opened.outcome === "gone") return <Banner tone="info">It is not set aside any more.</Banner>;
  if (opened.outcome === "unreadable")
    return <Banner tone="critical">Its content cannot be opened: its key is gone, or it was altered.</Banner>;
  return (
    <>
      <Box background="bg-surface-secondary" padding="300" borderRadius="200">
        <Scrollable focusable style={{ maxHeight: "24rem" }}>
          <pre dir="auto" style={{ margin: 0, whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
            {opened.content || "(empty)"}
          </pre>
        </Scrollable>
      </Box>
      {opened.cut ? <Text as="p">The rest is not shown.</Text> : null}
    </>
  );
}
