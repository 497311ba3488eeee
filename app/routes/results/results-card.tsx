import { Badge, BlockStack, Card, Text } from "@shopify/polaris";
import type { HoldOutResults, OutcomeRow } from "#app/care/learn/hold-out-results.server.ts";
import { issueKindLabel } from "#app/components/issue-labels.ts";
import { SmallTable } from "#app/components/small-table.tsx";
import { ArmsChart } from "./arms-chart.tsx";
import { countLabel, followsLabel, intervalLabel, verdict } from "./results-words.ts";
import { useWords } from "#app/components/words.tsx";

/** One kind of problem: both arms side by side, as bars and as a table. */
export function ResultsCard({ results: { kind, outcomes } }: { results: HoldOutResults["kinds"][number] }) {
  const say = useWords();
  const title = issueKindLabel(say, kind);
  return (
    <Card>
      <BlockStack gap="500">
        <Text as="h2" variant="headingMd">
          {title}
        </Text>
        <ArmsChart rows={outcomes} />
        <SmallTable
          caption={title}
          columns={[
            { heading: say("results.column.follows") },
            { heading: say("results.arm.written") },
            { heading: say("results.arm.heldOut") },
            { heading: say("results.column.difference") },
          ]}
          rows={outcomes.map((row) => ({
            key: row.outcome,
            cells: [
              followsLabel(say, row.outcome),
              countLabel(say, row.written),
              countLabel(say, row.heldOut),
              <Difference key="difference" row={row} />,
            ],
          }))}
        />
      </BlockStack>
    </Card>
  );
}

const TONES = { not_yet: undefined, helps: "success", does_not_help: "warning" } as const;

/** What is known, and the interval it rests on: while it is wide, that is what is known. */
function Difference({ row }: { row: OutcomeRow }) {
  const say = useWords();
  const says = verdict(row);
  const counted = row.written.n > 0 && row.heldOut.n > 0;
  return (
    <BlockStack gap="050" inlineAlign="start">
      <Badge tone={TONES[says]}>{say(`results.verdict.${says}`)}</Badge>
      {counted ? (
        <Text as="span" variant="bodySm" tone="subdued">
          {say("results.interval", { interval: intervalLabel(say, row.difference) })}
        </Text>
      ) : null}
    </BlockStack>
  );
}
