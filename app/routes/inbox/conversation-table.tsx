import {
  Banner,
  BlockStack,
  EmptyState,
  IndexTable,
  InlineStack,
  Link,
  Text,
  useBreakpoints,
} from "@shopify/polaris";
import { BidiText } from "#app/components/bidi-text.tsx";
import { EmotionBadge, PriorityBadge, StatusBadge } from "#app/components/conversation-badges.tsx";
import { intentLabel } from "#app/components/labels.ts";
import { RelativeTime } from "#app/components/relative-time.tsx";
import type { ConversationSummary } from "#app/desk/shapes.ts";
import { useWords } from "#app/components/words.tsx";

type Paging = { hasNext: boolean; onNext: () => void; hasPrevious: boolean; onPrevious: () => void };

/** The list itself: a table on a desktop, a stack of entries on a phone. */
export function ConversationTable(given: {
  items: ConversationSummary[];
  filtered: boolean;
  expired: boolean;
  paging: Paging;
}) {
  const { items, filtered, expired, paging } = given;
  const { smDown } = useBreakpoints();
  if (expired) {
    return (
      <Banner tone="warning" action={{ content: "Back to the newest", onAction: paging.onPrevious }}>
        This page of the list is no longer there.
      </Banner>
    );
  }
  return (
    <IndexTable
      resourceName={{ singular: "conversation", plural: "conversations" }}
      itemCount={items.length}
      selectable={false}
      condensed={smDown}
      emptyState={<NothingHere filtered={filtered} />}
      headings={[
        { title: "Shopper" },
        { title: "Subject" },
        { title: "Intent" },
        { title: "Emotion" },
        { title: "Status" },
        { title: "Updated" },
      ]}
      pagination={
        paging.hasNext || paging.hasPrevious
          ? {
              hasNext: paging.hasNext,
              onNext: paging.onNext,
              hasPrevious: paging.hasPrevious,
              onPrevious: paging.onPrevious,
              label: paging.hasPrevious ? "Older conversations" : undefined,
            }
          : undefined
      }
    >
      {items.map((item, position) =>
        smDown ? (
          <NarrowEntry key={item.id} item={item} position={position} />
        ) : (
          <WideRow key={item.id} item={item} position={position} />
        ),
      )}
    </IndexTable>
  );
}

function WideRow({ item, position }: { item: ConversationSummary; position: number }) {
  const say = useWords();
  return (
    <IndexTable.Row id={item.id} position={position}>
      <IndexTable.Cell>
        <div style={{ maxWidth: "14rem", overflow: "hidden", textOverflow: "ellipsis" }}>
          <Text as="span" fontWeight="medium">
            <BidiText>{shopperOf(item)}</BidiText>
          </Text>
        </div>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <div style={{ maxWidth: "24rem", whiteSpace: "normal" }}>
          <Link url={`/inbox/${item.id}`} removeUnderline dataPrimaryLink>
            <BidiText>{item.subject || "(no subject)"}</BidiText>
          </Link>{" "}
          {item.order && !item.subject.includes(item.order.name) ? (
            <Text as="span" tone="subdued">
              {item.order.name}
            </Text>
          ) : null}
        </div>
      </IndexTable.Cell>
      <IndexTable.Cell>{intentLabel(say, item.intent)}</IndexTable.Cell>
      <IndexTable.Cell>
        <InlineStack gap="100">
          <EmotionBadge emotion={item.emotion} unsure={item.unsure} />
          <PriorityBadge priority={item.priority} />
        </InlineStack>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <StatusBadge status={item.status} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <RelativeTime at={item.updatedAt} />
      </IndexTable.Cell>
    </IndexTable.Row>
  );
}

function NarrowEntry({ item, position }: { item: ConversationSummary; position: number }) {
  return (
    <IndexTable.Row id={item.id} position={position}>
      <div style={{ padding: "12px 16px", width: "100%" }}>
        <BlockStack gap="100">
          <InlineStack align="space-between" gap="200" wrap={false}>
            <Text as="span" fontWeight="medium">
              <BidiText>{shopperOf(item)}</BidiText>
            </Text>
            <Text as="span" tone="subdued">
              <RelativeTime at={item.updatedAt} />
            </Text>
          </InlineStack>
          <Link url={`/inbox/${item.id}`} removeUnderline dataPrimaryLink>
            <BidiText>{item.subject || "(no subject)"}</BidiText>
          </Link>
          <InlineStack gap="100">
            <StatusBadge status={item.status} />
            <EmotionBadge emotion={item.emotion} unsure={item.unsure} />
            <PriorityBadge priority={item.priority} />
          </InlineStack>
        </BlockStack>
      </div>
    </IndexTable.Row>
  );
}

const shopperOf = (item: ConversationSummary) =>
  item.customer?.name || item.customer?.email || "Unknown shopper";

function NothingHere({ filtered }: { filtered: boolean }) {
  return filtered ? (
    <EmptyState heading="No conversations match" image="">
      <p>Try fewer filters or other words.</p>
    </EmptyState>
  ) : (
    <EmptyState
      heading="No messages yet"
      image=""
      action={{ content: "Set up incoming mail", url: "/settings" }}
    >
      <p>When a shopper writes, their conversation appears here with a drafted reply.</p>
    </EmptyState>
  );
}
