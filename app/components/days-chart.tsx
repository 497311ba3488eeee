import { InlineStack, Text } from "@shopify/polaris";

const HEIGHT = 120;
const GAP = 0.2;

/** `text`: a value as it is read. */
type Given = { days: { key: string; label: string; value: number }[]; text: (value: number) => string };

/** A column for each day, between nothing and the most. Drawn only for the eye: a table has the numbers. */
export function DaysChart({ days, text }: Given) {
  const most = Math.max(...days.map(({ value }) => value));
  return (
    <div aria-hidden className="attune-days">
      <Text as="span" variant="bodySm" tone="subdued">
        {text(most)}
      </Text>
      <svg width="100%" height={HEIGHT} viewBox={`0 0 ${days.length} ${HEIGHT}`} preserveAspectRatio="none">
        {days.map(({ key, value }, index) => {
          const height = most > 0 ? (HEIGHT * value) / most : 0;
          return (
            <rect
              className="attune-bar-plain"
              key={key}
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
          {days[0]?.label}
        </Text>
        <Text as="span" variant="bodySm" tone="subdued">
          {days.at(-1)?.label}
        </Text>
      </InlineStack>
    </div>
  );
}
