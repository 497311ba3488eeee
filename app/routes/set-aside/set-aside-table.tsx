import { useAppBridge } from "@shopify/app-bridge-react";
import { useFetcher } from "@remix-run/react";
import {
  Banner,
  BlockStack,
  Box,
  Button,
  EmptyState,
  IndexTable,
  InlineStack,
  Text,
  useBreakpoints,
  useIndexResourceState,
} from "@shopify/polaris";
import { useEffect, useRef, type CSSProperties } from "react";
import { asSentence } from "#app/components/labels.ts";
import { RelativeTime } from "#app/components/relative-time.tsx";
import type { SetAside } from "#app/desk/list-set-aside.server.ts";
import type { clientAction } from "./route.tsx";
import { whatLabel } from "./what-label.ts";

type Paging = { hasNext: boolean; onNext: () => void; hasPrevious: boolean; onPrevious: () => void };
type Given = { items: SetAside[]; onShow: (ref: string) => void; paging: Paging };

/** The list, with what can be done about one or several. */
export function SetAsideTable({ items, onShow, paging }: Given) {
  const { smDown } = useBreakpoints();
  const fetcher = useFetcher<typeof clientAction>();
  const selection = useIndexResourceState(items, { resourceIDResolver: ({ ref }) => ref });
  const { selectedResources, allResourcesSelected, handleSelectionChange, clearSelection } = selection;
  const busy = fetcher.state !== "idle";
  useToast(fetcher.data, clearSelection);
  const change = (intent: "replay" | "dismiss", refs: string[]) => {
    if (busy) return;
    const form = new FormData();
    form.set("intent", intent);
    for (const ref of refs) form.append("ref", ref);
    fetcher.submit(form, { method: "post" });
  };
  return (
    <>
      <NotChanged outcome={fetcher.data?.outcome} />
      <IndexTable
        resourceName={{ singular: "event", plural: "events" }}
        itemCount={items.length}
        condensed={smDown}
        selectedItemsCount={allResourcesSelected ? "All" : selectedResources.length}
        onSelectionChange={handleSelectionChange}
        promotedBulkActions={[
          { content: "Try again", disabled: busy, onAction: () => change("replay", selectedResources) },
          { content: "Dismiss", disabled: busy, onAction: () => change("dismiss", selectedResources) },
        ]}
        emptyState={
          <EmptyState heading="Nothing is set aside" image="">
            <p>Everything Attune received, it could work with.</p>
          </EmptyState>
        }
        headings={[
          { title: "Event" },
          { title: "Why" },
          { title: "Received" },
          { title: "Actions", hidden: true },
        ]}
        pagination={
          paging.hasNext || paging.hasPrevious
            ? { ...paging, label: paging.hasPrevious ? "Older events" : undefined }
            : undefined
        }
      >
        {items.map((item, position) => {
          const actions = (
            <InlineStack gap="200" wrap={!smDown ? false : true}>
              <Button size="slim" disabled={busy} onClick={() => change("replay", [item.ref])}>
                Try again
              </Button>
              <Button size="slim" variant="tertiary" onClick={() => onShow(item.ref)}>
                Show content
              </Button>
              <Button
                size="slim"
                variant="tertiary"
                disabled={busy}
                onClick={() => change("dismiss", [item.ref])}
              >
                Dismiss
              </Button>
            </InlineStack>
          );
          return (
            <IndexTable.Row
              key={item.ref}
              id={item.ref}
              position={position}
              selected={selectedResources.includes(item.ref)}
              onClick={() => undefined}
            >
              {smDown ? <Narrow item={item} actions={actions} /> : <Wide item={item} actions={actions} />}
            </IndexTable.Row>
          );
        })}
      </IndexTable>
    </>
  );
}

/** A topic is whatever a signed request says: up to 255 letters without a space. */
const wrapped: CSSProperties = { whiteSpace: "normal", overflowWrap: "anywhere" };

type Entry = { item: SetAside; actions: React.ReactNode };

function Wide({ item, actions }: Entry) {
  return (
    <>
      <IndexTable.Cell>
        <div style={{ maxWidth: "18rem", ...wrapped }}>
          <Name item={item} />
        </div>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <div style={{ maxWidth: "26rem", ...wrapped }}>{why(item)}</div>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <RelativeTime at={item.at} />
      </IndexTable.Cell>
      <IndexTable.Cell>{actions}</IndexTable.Cell>
    </>
  );
}

function Narrow({ item, actions }: Entry) {
  return (
    <div style={{ padding: "12px 16px", width: "100%", overflowWrap: "anywhere" }}>
      <BlockStack gap="200">
        <InlineStack align="space-between" gap="200" wrap={false}>
          <Name item={item} />
          <div style={{ flexShrink: 0 }}>
            <Text as="span" tone="subdued">
              <RelativeTime at={item.at} />
            </Text>
          </div>
        </InlineStack>
        <Text as="p">{why(item)}</Text>
        {actions}
      </BlockStack>
    </div>
  );
}

function Name({ item }: { item: SetAside }) {
  return (
    <BlockStack>
      <Text as="span" fontWeight="medium">
        {whatLabel(item)}
      </Text>
      <Text as="span" tone="subdued" variant="bodySm">
        {item.what}
      </Text>
    </BlockStack>
  );
}

const why = (item: SetAside): string =>
  asSentence(item.reason || "no reason was kept") + (item.attempts ? ` Tried ${item.attempts} times.` : "");

function NotChanged({ outcome }: { outcome: string | undefined }) {
  if (outcome !== "unreachable" && outcome !== "refused") return null;
  return (
    <Box padding="300">
      <Banner tone="critical" title={outcome === "refused" ? "Not changed" : "Not changed: no connection"}>
        {outcome === "refused"
          ? "Load the page again and try once more."
          : "Try again when the connection is back."}
      </Banner>
    </Box>
  );
}

type Answer = { outcome: string; count?: number };

/** Says once how it went; the list has been read anew by then. */
function useToast(answer: Answer | undefined, done: () => void): void {
  const bridge = useAppBridge();
  const told = useRef<Answer | null>(null);
  useEffect(() => {
    if (answer?.count === undefined || told.current === answer) return;
    told.current = answer;
    const events = answer.count === 1 ? "1 event" : `${answer.count} events`;
    const said = answer.outcome === "replayed" ? `${events} tried again` : `${events} dismissed`;
    bridge.toast.show(answer.count === 0 ? "Nothing was left to change" : said);
    done();
  }, [answer, bridge, done]);
}
