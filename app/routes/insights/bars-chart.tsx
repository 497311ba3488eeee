import { BlockStack, InlineStack, Text } from "@shopify/polaris";
import { BarFilling } from "#app/components/bar-filling.tsx";
import type { Bar, Topic } from "./topic.ts";

/** Drawn only for the eye: the table says the same to everybody. Told apart by pattern and by place, not by colour alone. */
export function BarsChart({ topic: { rows, series, barText, whole } }: { topic: Topic }) {
  const largest = Math.max(...rows.flatMap(({ bars }) => bars.map(({ value, high }) => high ?? value ?? 0)));
  const most = whole ?? largest;
  return (
    <div aria-hidden className="insights-bars">
      {series.length > 1 ? (
        <InlineStack align="start" gap="400">
          {series.map((name, index) => (
            <Key key={name} name={name} plain={index === 0} />
          ))}
        </InlineStack>
      ) : null}
      {rows.map(({ key, label, bars }) => (
        <BlockStack gap="100" key={key}>
          <Text as="p" variant="bodySm" breakWord>
            {label}
          </Text>
          {bars.map((bar, index) => (
            <div className="insights-bar" key={series[index]}>
              <BarOf bar={bar} most={most} plain={index === 0} />
              <Text as="span" variant="bodySm" tone={index === 0 ? undefined : "subdued"} numeric>
                {bar.value === null ? (bar.instead ?? "–") : barText(bar.value)}
              </Text>
            </div>
          ))}
        </BlockStack>
      ))}
    </div>
  );
}

const HEIGHT = 14;
const part = (value: number, most: number) => `${most > 0 ? (100 * Math.max(0, value)) / most : 0}%`;

/** The value as a bar, and between what it lies as a line across its end. */
function BarOf({ bar, most, plain }: { bar: Bar; most: number; plain: boolean }) {
  const middle = HEIGHT / 2;
  const { value, low = null, high = null } = bar;
  return (
    <svg width="100%" height={HEIGHT}>
      <rect className="attune-bar-ground" width="100%" height={HEIGHT} rx="3" />
      {value === null ? null : <BarFilling plain={plain} width={part(value, most)} height={HEIGHT} />}
      {low !== null && high !== null ? (
        <g className="insights-interval">
          <line x1={part(low, most)} x2={part(high, most)} y1={middle} y2={middle} />
          <line x1={part(low, most)} x2={part(low, most)} y1="3" y2={HEIGHT - 3} />
          <line x1={part(high, most)} x2={part(high, most)} y1="3" y2={HEIGHT - 3} />
        </g>
      ) : null}
    </svg>
  );
}

function Key({ name, plain }: { name: string; plain: boolean }) {
  return (
    <InlineStack align="start" gap="200" blockAlign="center">
      <svg width="20" height={HEIGHT}>
        <BarFilling plain={plain} width="20" height={HEIGHT} />
      </svg>
      <Text as="span" variant="bodySm">
        {name}
      </Text>
    </InlineStack>
  );
}
