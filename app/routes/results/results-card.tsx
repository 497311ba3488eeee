import { Badge, BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import { issueKindLabel } from "#app/components/issue-labels.ts";
import { SmallTable } from "#app/components/small-table.tsx";
import { ArmsChart } from "./arms-chart.tsx";
import { FOLLOWS, countLabel, verdict, type ShownComparison, type ShownResults } from "./results-shape.ts";

/** One kind of problem, or all of them: both arms side by side, as bars and as a table. */
export function ResultsCard({ results: { kind, comparisons } }: { results: ShownResults }) {
  const title = kind === null ? "All problems that are compared" : issueKindLabel(kind);
  return (
    <Card>
      <BlockStack gap="500">
        <Text as="h2" variant="headingMd">
          {title}
        </Text>
        <ArmsChart comparisons={comparisons} />
        <SmallTable
          caption={title}
          columns={[
            { heading: "What followed" },
            { heading: "Written to" },
            { heading: "Held back" },
            { heading: "Difference" },
          ]}
          rows={comparisons.map((one) => ({
            key: one.follows,
            cells: [
              FOLLOWS[one.follows].label,
              countLabel(one.written),
              countLabel(one.heldOut),
              <Difference key="difference" comparison={one} />,
            ],
          }))}
        />
      </BlockStack>
    </Card>
  );
}

function Difference({ comparison }: { comparison: ShownComparison }) {
  const { known, helps, text } = verdict(comparison);
  if (!known) return <Badge>{text}</Badge>;
  return (
    <InlineStack align="start" gap="200">
      <Badge tone={helps ? "success" : "warning"}>{helps ? "Writing helps" : "Writing does not help"}</Badge>
      <Text as="span">{text}</Text>
    </InlineStack>
  );
}
