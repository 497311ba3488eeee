import { useFetcher } from "@remix-run/react";
import { Banner, BlockStack, Box, Card, Text } from "@shopify/polaris";
import { useRef, useState } from "react";
import { Unreached } from "#app/components/unreached.tsx";
import { useOutcomeToast } from "#app/components/use-outcome-toast.ts";
import { useWords } from "#app/components/words.tsx";
import type { ListedRule } from "#app/desk/list-rules.server.ts";
import type { clientAction } from "./route.tsx";
import { RuleRow } from "./rule-row.tsx";
import type { Names } from "./rule-words.ts";

const SAID = {
  switched_on: "triage.said.on",
  switched_off: "triage.said.off",
  removed: "triage.said.removed",
} as const;
const REFUSED = ["changed_since", "not_there", "refused"] as const;

/** The rules in their order, which is changed by moving one up or down: by mouse or by its buttons' keys. */
export function RuleList({ rules, names }: { rules: ListedRule[]; names: Names }) {
  const say = useWords();
  // One for each kind of click: a rule can be switched while the order is still being kept.
  const ordering = useFetcher<typeof clientAction>();
  const fetcher = useFetcher<typeof clientAction>();
  const { shown, move, moved } = useOrder(rules, ordering);
  const list = useRef<HTMLOListElement>(null);
  useOutcomeToast(fetcher.data, SAID);
  const busy = fetcher.state !== "idle";
  const answers = [fetcher.data, ordering.data];
  const refusal = REFUSED.find((one) => answers.some((answer) => answer?.outcome === one));
  const step = (id: string, by: -1 | 1) => {
    const to = move(id, by);
    // The row went with its buttons: the one that was pressed keeps the focus, or the other where this one came to the end.
    requestAnimationFrame(() => {
      const row = list.current?.children[to];
      const wanted = row?.querySelector<HTMLElement>(
        `[data-move="${by}"] button:not([aria-disabled="true"])`,
      );
      (wanted ?? row?.querySelector<HTMLElement>('[data-move] button:not([aria-disabled="true"])'))?.focus();
    });
  };
  return (
    <BlockStack gap="400">
      <Unreached answered={answers.find((answer) => answer?.outcome === "unreachable")} />
      {refusal ? <Banner tone="critical" title={say(`triage.refused.${refusal}`)} /> : null}
      <Card padding="0">
        <ol className="attune-rules" ref={list} aria-label={say("triage.list")}>
          {shown.map((rule, at) => (
            <RuleRow
              key={rule.id}
              rule={rule}
              names={names}
              place={at + 1}
              count={shown.length}
              busy={busy}
              onMove={(by) => step(rule.id, by)}
              onSwitch={(on) =>
                fetcher.submit({ intent: "switch", id: rule.id, on: String(on) }, { method: "post" })
              }
              onRemove={() => {
                fetcher.submit({ intent: "remove", id: rule.id }, { method: "post" });
                // Its row goes, and with it what has the focus.
                list.current?.closest<HTMLElement>("[data-rules]")?.focus();
              }}
            />
          ))}
        </ol>
      </Card>
      <Box paddingInline={{ xs: "400", sm: "0" }}>
        <Text as="p" tone="subdued">
          {say("triage.order.how")}
        </Text>
      </Box>
      <div aria-live="polite" className="attune-unseen">
        {moved ? say("triage.said.moved", { ...moved, count: shown.length }) : ""}
      </div>
    </BlockStack>
  );
}

type Ordering = ReturnType<typeof useFetcher<typeof clientAction>>;

/** The order as it is shown: as it was moved, until the server says what there is now. */
function useOrder(rules: ListedRule[], fetcher: Ordering) {
  const [order, setOrder] = useState<{ of: ListedRule[]; ids: string[] } | null>(null);
  const [moved, setMoved] = useState<{ name: string; place: number } | null>(null);
  const ids = order?.of === rules ? order.ids : rules.map(({ id }) => id);
  const shown = ids.flatMap((id) => rules.find((one) => one.id === id) ?? []);
  const move = (id: string, by: -1 | 1): number => {
    const from = ids.indexOf(id);
    const to = from + by;
    const other = ids[to];
    if (other === undefined) return from;
    const next = ids.with(to, id).with(from, other);
    setOrder({ of: rules, ids: next });
    setMoved({ name: rules.find((one) => one.id === id)?.name ?? "", place: to + 1 });
    fetcher.submit({ intent: "order", ids: next.join(",") }, { method: "post" });
    return to;
  };
  return { shown, move, moved };
}
