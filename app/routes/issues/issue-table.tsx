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
import { useWords } from "#app/components/words.tsx";

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
  if (expired) {
    return (
      <Banner tone="warning" action={{ content: "Back to the beginning", onAction: paging.onPrevious }}>
        This page of the list is no longer there.
      </Banner>
    );
  }
  const Row = mdDown ? NarrowEntry : WideRow;
  return (
    <IndexTable
      resourceName={{ singular: "problem", plural: "problems" }}
      itemCount={items.length}
      selectable={false}
      condensed={mdDown}
      emptyState={<NothingHere view={view} filtered={filtered} watched={watched} />}
      headings={[
        { title: "Problem" },
        { title: "Severity" },
        { title: "Shopper" },
        { title: "Parcel" },
        { title: "Since" },
        { title: "Message" },
      ]}
      pagination={
        paging.hasNext || paging.hasPrevious
          ? { ...paging, label: paging.hasPrevious ? "Further problems" : undefined }
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
          <BidiText>{item.shopper || "No name"}</BidiText>
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
            <BidiText>{item.shopper || "No name"}</BidiText>
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
        {item.order.name}
        {item.incidentId ? " · part of an incident" : ""}
      </Text>
    </BlockStack>
  );
}

function Parcel({ item: { parcel } }: { item: IssueSummary }) {
  if (!parcel) return null;
  return (
    <BlockStack>
      <Text as="span">
        <BidiText>{parcel.carrier ?? "Parcel"}</BidiText>
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
const EMPTY: Record<Exclude<ViewId, "open">, [heading: string, text: string]> = {
  waiting: ["No drafts wait", "A message that waits for somebody of your team appears here."],
  snoozed: ["Nothing is put off", "What you snooze is here until it comes back."],
  resolved: ["Nothing is over yet", "A problem is over when the records say so, by itself."],
  dismissed: [
    "Nothing was dismissed",
    "What somebody marked as not a problem is here, and can be taken back.",
  ],
};

function NothingHere({ view, filtered, watched }: Pick<Given, "view" | "filtered" | "watched">) {
  if (filtered)
    return (
      <EmptyState heading="No problems match" image="">
        <p>Try fewer filters.</p>
      </EmptyState>
    );
  if (view !== "open") {
    const [heading, text] = EMPTY[view];
    return (
      <EmptyState heading={heading} image="">
        <p>{text}</p>
      </EmptyState>
    );
  }
  const orders = `${watched.orders.toLocaleString("en")}${watched.more ? "+" : ""}`;
  return (
    <EmptyState heading="No problems found" image="">
      <p>
        Attune looks at every order when something changes, and again when nothing does for too long.{" "}
        {watched.orders === 1 ? "1 order is" : `${orders} orders are`} watched
        {watched.lookedAt ? (
          <>
            , looked at last <RelativeTime at={watched.lookedAt} />
          </>
        ) : null}
        .
      </p>
    </EmptyState>
  );
}
