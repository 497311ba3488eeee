import {
  Badge,
  Banner,
  BlockStack,
  EmptyState,
  IndexTable,
  InlineStack,
  Link,
  Text,
  useBreakpoints,
} from "@shopify/polaris";
import type { CSSProperties } from "react";
import { BidiText } from "#app/components/bidi-text.tsx";
import { SeverityBadge } from "#app/components/issue-badges.tsx";
import { issueKindLabel } from "#app/components/issue-labels.ts";
import { outreachState } from "#app/components/outreach-words.ts";
import { useNow, RelativeTime } from "#app/components/relative-time.tsx";
import type { Watched } from "#app/desk/show-watched.server.ts";
import type { IssueSummary } from "#app/desk/issue-shapes.ts";
import type { ViewId } from "./issues-query.ts";
import { useWords, Words } from "#app/components/words.tsx";

type Paging = { hasNext: boolean; onNext: () => void; hasPrevious: boolean; onPrevious: () => void };
type Given = {
  items: IssueSummary[];
  view: ViewId;
  filtered: boolean;
  expired: boolean;
  watched: Watched;
  shopZone: string | null;
  paging: Paging;
};

/** The list itself: a table on a desktop, a stack of entries on a phone. */
export function IssueTable({ items, view, filtered, expired, watched, shopZone, paging }: Given) {
  const { mdDown } = useBreakpoints();
  const say = useWords();
  if (expired) {
    return (
      <Banner tone="warning" action={{ content: say("issues.back"), onAction: paging.onPrevious }}>
        {say("issues.gone")}
      </Banner>
    );
  }
  const Row = mdDown ? NarrowEntry : WideRow;
  return (
    <IndexTable
      resourceName={{ singular: say("issues.problem"), plural: say("issues.problems") }}
      itemCount={items.length}
      selectable={false}
      condensed={mdDown}
      emptyState={<NothingHere view={view} filtered={filtered} watched={watched} />}
      headings={[
        { title: say("issues.column.problem") },
        { title: say("issues.column.severity") },
        { title: say("issues.column.shopper") },
        { title: say("issues.column.parcel") },
        { title: say("issues.column.known") },
        { title: say("issues.column.message") },
      ]}
      pagination={
        paging.hasNext || paging.hasPrevious
          ? { ...paging, label: paging.hasPrevious ? say("issues.further") : undefined }
          : undefined
      }
    >
      {items.map((item, position) => (
        <Row key={item.id} item={item} position={position} shopZone={shopZone} />
      ))}
    </IndexTable>
  );
}

type Entry = { item: IssueSummary; position: number; shopZone: string | null };

const wrapped = (maxWidth: string): CSSProperties => ({
  maxWidth,
  whiteSpace: "normal",
  overflowWrap: "anywhere",
});

function WideRow({ item, position, shopZone }: Entry) {
  const say = useWords();
  return (
    <IndexTable.Row id={item.id} position={position}>
      <IndexTable.Cell>
        <div style={wrapped("22rem")}>
          <Problem item={item} />
        </div>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <SeverityBadge severity={item.severity} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <div style={wrapped("11rem")}>
          <BidiText>{item.shopper || say("shopper.noName")}</BidiText>
        </div>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <div style={wrapped("12.5rem")}>
          <Parcel item={item} />
        </div>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <RelativeTime at={item.knownSince} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <div style={wrapped("16rem")}>
          <Message item={item} shopZone={shopZone} />
        </div>
      </IndexTable.Cell>
    </IndexTable.Row>
  );
}

function NarrowEntry({ item, position, shopZone }: Entry) {
  const say = useWords();
  return (
    <IndexTable.Row id={item.id} position={position}>
      <div style={{ padding: "12px 16px", width: "100%", overflowWrap: "anywhere" }}>
        <BlockStack gap="150">
          <InlineStack align="space-between" gap="200" wrap={false}>
            <Problem item={item} />
            <div style={{ flexShrink: 0 }}>
              <Text as="span" tone="subdued">
                <RelativeTime at={item.knownSince} />
              </Text>
            </div>
          </InlineStack>
          <Text as="span" tone="subdued">
            <BidiText>{item.shopper || say("shopper.noName")}</BidiText>
            {item.parcel?.carrier ? ` · ${item.parcel.carrier}` : ""}
          </Text>
          <InlineStack gap="200" blockAlign="center">
            <SeverityBadge severity={item.severity} />
            <Message item={item} shopZone={shopZone} />
          </InlineStack>
        </BlockStack>
      </div>
    </IndexTable.Row>
  );
}

function Problem({ item }: { item: IssueSummary }) {
  const say = useWords();
  return (
    <BlockStack>
      <Link url={`/issues/${item.id}`} removeUnderline dataPrimaryLink>
        <Text as="span" fontWeight="medium">
          {issueKindLabel(say, item.kind)}
        </Text>
      </Link>
      <Text as="span" tone="subdued">
        {item.incidentId ? say("issues.partOfIncident", { order: item.order.name }) : item.order.name}
      </Text>
    </BlockStack>
  );
}

function Parcel({ item: { parcel } }: { item: IssueSummary }) {
  const say = useWords();
  if (!parcel) return null;
  return (
    <BlockStack>
      <Text as="span">
        <BidiText>{parcel.carrier ?? say("issues.parcel")}</BidiText>
      </Text>
      {parcel.number ? (
        <Text as="span" tone="subdued" variant="bodySm">
          {parcel.number}
        </Text>
      ) : null}
    </BlockStack>
  );
}

/** Where its message stands: one that waits for a person stands out, the rest is plain text. */
function Message({ item, shopZone }: Pick<Entry, "item" | "shopZone">) {
  const say = useWords();
  const now = useNow();
  const { text, tone } = outreachState(say, {
    outreach: item.outreach,
    zones: { theirs: item.shopperZone, shop: shopZone },
    now: now === null ? null : new Date(now).toISOString(),
  });
  return tone ? <Badge tone={tone}>{text}</Badge> : <Text as="span">{text}</Text>;
}

/** What an empty view says; the one of open problems says what that rests on. */
function NothingHere({ view, filtered, watched }: Pick<Given, "view" | "filtered" | "watched">) {
  const say = useWords();
  const which = filtered ? "filtered" : view;
  return (
    <EmptyState heading={say(`issues.empty.${which}.heading`)} image="">
      <p>{which === "open" ? <WhatIsWatched watched={watched} /> : say(`issues.empty.${which}.text`)}</p>
    </EmptyState>
  );
}

const WhatIsWatched = ({ watched: { orders, more, lookedAt } }: Pick<Given, "watched">) => (
  <Words
    of="issues.empty.open.text"
    values={{
      orders,
      more: more ? "yes" : "no",
      looked: lookedAt ? "yes" : "no",
      when: lookedAt ? <RelativeTime at={lookedAt} /> : null,
    }}
  />
);
