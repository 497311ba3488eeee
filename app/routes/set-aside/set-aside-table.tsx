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
import { RelativeTime } from "#app/components/relative-time.tsx";
import type { SetAside } from "#app/desk/list-set-aside.server.ts";
import type { clientAction } from "./route.tsx";
import { whatLabel, whyLabel } from "./what-label.ts";
import { useWords } from "#app/components/words.tsx";

type Paging = { hasNext: boolean; onNext: () => void; hasPrevious: boolean; onPrevious: () => void };
type Given = { items: SetAside[]; onShow: (ref: string) => void; paging: Paging };

/** The list, with what can be done about one or several. */
export function SetAsideTable({ items, onShow, paging }: Given) {
  const say = useWords();
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
        resourceName={{ singular: say("setAside.event"), plural: say("setAside.events") }}
        itemCount={items.length}
        condensed={smDown}
        selectedItemsCount={allResourcesSelected ? "All" : selectedResources.length}
        onSelectionChange={handleSelectionChange}
        promotedBulkActions={[
          {
            content: say("action.tryAgain"),
            disabled: busy,
            onAction: () => change("replay", selectedResources),
          },
          {
            content: say("action.dismiss"),
            disabled: busy,
            onAction: () => change("dismiss", selectedResources),
          },
        ]}
        emptyState={
          <EmptyState heading={say("setAside.none.title")} image="">
            <p>{say("setAside.none")}</p>
          </EmptyState>
        }
        headings={[
          { title: say("setAside.column.event") },
          { title: say("setAside.column.why") },
          { title: say("setAside.column.received") },
          { title: say("setAside.column.actions"), hidden: true },
        ]}
        pagination={
          paging.hasNext || paging.hasPrevious
            ? { ...paging, label: paging.hasPrevious ? say("setAside.older") : undefined }
            : undefined
        }
      >
        {items.map((item, position) => {
          const actions = (
            <InlineStack gap="200" wrap={!smDown ? false : true}>
              <Button size="slim" disabled={busy} onClick={() => change("replay", [item.ref])}>
                {say("action.tryAgain")}
              </Button>
              <Button size="slim" variant="tertiary" onClick={() => onShow(item.ref)}>
                {say("setAside.show")}
              </Button>
              <Button
                size="slim"
                variant="tertiary"
                disabled={busy}
                onClick={() => change("dismiss", [item.ref])}
              >
                {say("action.dismiss")}
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
  const say = useWords();
  return (
    <>
      <IndexTable.Cell>
        <div style={{ maxWidth: "18rem", ...wrapped }}>
          <Name item={item} />
        </div>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <div style={{ maxWidth: "26rem", ...wrapped }}>{whyLabel(say, item)}</div>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <RelativeTime at={item.at} />
      </IndexTable.Cell>
      <IndexTable.Cell>{actions}</IndexTable.Cell>
    </>
  );
}

function Narrow({ item, actions }: Entry) {
  const say = useWords();
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
        <Text as="p">{whyLabel(say, item)}</Text>
        {actions}
      </BlockStack>
    </div>
  );
}

function Name({ item }: { item: SetAside }) {
  const say = useWords();
  return (
    <BlockStack>
      <Text as="span" fontWeight="medium">
        {whatLabel(say, item)}
      </Text>
      <Text as="span" tone="subdued" variant="bodySm">
        {item.what}
      </Text>
    </BlockStack>
  );
}

function NotChanged({ outcome }: { outcome: string | undefined }) {
  const say = useWords();
  if (outcome !== "unreachable" && outcome !== "refused") return null;
  return (
    <Box padding="300">
      <Banner tone="critical" title={say(`setAside.${outcome}.title`)}>
        {say(`setAside.${outcome}`)}
      </Banner>
    </Box>
  );
}

type Answer = { outcome: string; count?: number };

/** Says once how it went; the list has been read anew by then. */
function useToast(answer: Answer | undefined, done: () => void): void {
  const say = useWords();
  const bridge = useAppBridge();
  const told = useRef<Answer | null>(null);
  useEffect(() => {
    if (answer?.count === undefined || told.current === answer) return;
    told.current = answer;
    const what = answer.outcome === "replayed" ? "setAside.toast.replayed" : "setAside.toast.dismissed";
    bridge.toast.show(say(what, { count: answer.count }));
    done();
  }, [answer, bridge, done, say]);
}
