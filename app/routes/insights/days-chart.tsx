import { InlineStack, Text } from "@shopify/polaris";
import type { Topic } from "./topic.ts";

const HEIGHT = 120;
const GAP = 0.2;

/** A column for each day, between nothing and the most. Drawn only for the eye: the table has the numbers. */
export function DaysChart({ topic: { rows, barText } }: { topic: Topic }) {
  const values = rows.map(({ bars: [bar] }) => bar?.value ?? 0);
  const most = Math.max(...values);
  return (
    <div aria-hidden className="insights-days">
      <Text as="span" variant="bodySm" tone="subdued">
        {barText(most)}
      </Text>
      <svg width="100%" height={HEIGHT} viewBox={`0 0 ${values.length} ${HEIGHT}`} preserveAspectRatio="none">
        {values.map((value, index) => {
          const height = most > 0 ? (HEIGHT * value) / most : 0;
          const day = rows[index]?.key;
          return (
            <rect
              className="attune-bar-plain"
              key={day}
              x={index + GAP / 2}
              y={HEIGHT - height}
              width={1 - GAP}
              height={height}
            />
          );
        })}
      </svg>
      <InlineStack align="space-between">
        <Text as="span" variant="bodySm" tone="subdued">
          {rows[0]?.label}
        </Text>
        <Text as="span" variant="bodySm" tone="subdued">
          {rows.at(-1)?.label}
        </Text>
      </InlineStack>
    </div>
  );
}
