import { useFetcher } from "@remix-run/react";
import { Banner, BlockStack, Button, Card, InlineStack, List, Select, Text } from "@shopify/polaris";
import { useState } from "react";
import { Unreached } from "#app/components/unreached.tsx";
import { useOutcomeToast } from "#app/components/use-outcome-toast.ts";
import { useWords } from "#app/components/words.tsx";
import type { Overdue } from "#app/privacy/overdue.server.ts";
import type { RetentionChange } from "#app/shop/list-retention-changes.server.ts";
import { retentionKinds, type RetentionKind, type RetentionSettings } from "#app/shop/retention-settings.ts";
import { RetentionChanges } from "./retention-changes.tsx";
import type { clientAction } from "./route.tsx";

const KINDS = retentionKinds;
type Kind = RetentionKind;
type Given = { retention: RetentionSettings; changes: RetentionChange[]; zone: string };

/** In days. */
const CHOICES = [30, 90, 180, 365, 730, 1_095, 1_825, 3_650];
/** Counting stops there (overdue.server.ts). */
const MOST = 10_000;
const SAVED = { saved: "settings.saved" } as const;

/** For how long what is done is kept. Before anything is erased, how much it is is said, and has to be confirmed. */
export function RetentionCard({ retention, changes, zone }: Given) {
  const say = useWords();
  const fetcher = useFetcher<typeof clientAction>();
  const [edits, setEdits] = useState<Partial<Record<Kind, string>>>({});
  const [asked, setAsked] = useState<unknown>(null);
  const saved = (kind: Kind) => (retention[kind] === null ? "" : String(retention[kind]));
  const valueOf = (kind: Kind) => edits[kind] ?? saved(kind);
  const isChanged = KINDS.some((kind) => valueOf(kind) !== saved(kind));
  const isBusy = fetcher.state !== "idle";
  useOutcomeToast(fetcher.data, SAVED);
  const toConfirm =
    fetcher.data?.outcome === "to_confirm" && fetcher.data !== asked && isChanged
      ? fetcher.data.overdue
      : null;
  const save = (confirmed: boolean) => {
    const values = Object.fromEntries(KINDS.map((kind) => [kind, valueOf(kind)]));
    fetcher.submit({ intent: "save-retention", ...values, confirmed: String(confirmed) }, { method: "post" });
  };
  const choose = (kind: Kind) => (value: string) => {
    setEdits({ ...edits, [kind]: value });
    // What was said of the choice before is not of this one.
    setAsked(fetcher.data);
  };
  return (
    <Card>
      <BlockStack gap="400">
        <Unreached answered={fetcher.data} />
        {KINDS.map((kind) => (
          <Select
            key={kind}
            label={say(`retention.${kind}`)}
            helpText={say(`retention.${kind}.help`)}
            options={[
              { value: "", label: say("retention.forGood") },
              ...choicesWith(retention[kind]).map((days) => ({
                value: String(days),
                label: say("retention.days", { days }),
              })),
            ]}
            value={valueOf(kind)}
            onChange={choose(kind)}
            disabled={isBusy}
          />
        ))}
        <div aria-live="polite">
          {toConfirm ? (
            <ToConfirm
              overdue={toConfirm}
              isBusy={isBusy}
              onConfirm={() => save(true)}
              onCancel={() => setAsked(fetcher.data)}
            />
          ) : null}
        </div>
        {toConfirm ? null : (
          <InlineStack>
            <Button onClick={() => save(false)} disabled={!isChanged} loading={isBusy}>
              {say("action.save")}
            </Button>
          </InlineStack>
        )}
        <Text as="p" tone="subdued">
          {say("retention.when")}
        </Text>
        <RetentionChanges changes={changes} zone={zone} />
      </BlockStack>
    </Card>
  );
}

/** One that was set by the API stands among the choices. */
const choicesWith = (days: number | null) =>
  days === null || CHOICES.includes(days) ? CHOICES : [...CHOICES, days].toSorted((a, b) => a - b);

type Confirming = { overdue: Overdue; isBusy: boolean; onConfirm: () => void; onCancel: () => void };

function ToConfirm({ overdue, isBusy, onConfirm, onCancel }: Confirming) {
  const say = useWords();
  const counted = (["conversations", "attachments", "rawMails"] as const).filter((what) => overdue[what] > 0);
  return (
    <Banner tone="warning" title={say("retention.confirm.title")}>
      <BlockStack gap="300">
        <List>
          {counted.map((what) => (
            <List.Item key={what}>
              {say(`retention.confirm.${what}`, {
                count: overdue[what],
                more: overdue[what] >= MOST ? "yes" : "no",
              })}
            </List.Item>
          ))}
        </List>
        <p>{say("retention.confirm.text")}</p>
        <InlineStack gap="200">
          <Button tone="critical" variant="primary" onClick={onConfirm} loading={isBusy}>
            {say("retention.confirm.erase")}
          </Button>
          <Button onClick={onCancel} disabled={isBusy}>
            {say("action.cancel")}
          </Button>
        </InlineStack>
      </BlockStack>
    </Banner>
  );
}
