import { BlockStack, Button, InlineGrid, InlineStack, Text } from "@shopify/polaris";
import { useState } from "react";
import { DaysChart } from "#app/components/days-chart.tsx";
import { numberLabel } from "#app/components/labels.ts";
import { SmallTable } from "#app/components/small-table.tsx";
import { useWords } from "#app/components/words.tsx";
import { zonedShortDay } from "#app/components/zoned-time.ts";
import type { ModelDay } from "#app/desk/model-days.ts";
import { numberFormat } from "#app/words/format.ts";
import type { Say } from "#app/words/say.ts";

const MICROS = 1_000_000;

/** What models took by day: two small charts, or the table of their numbers, which a screen reader has in any case. */
export function ModelDays({ days }: { days: readonly ModelDay[] }) {
  const say = useWords();
  const [asTable, setAsTable] = useState(false);
  const title = say("model.days");
  const used = days.some(({ questions }) => questions > 0);
  return (
    <section aria-labelledby="model-days">
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingSm" id="model-days">
            {title}
          </Text>
          {used ? (
            <Button
              size="slim"
              onClick={() => setAsTable(!asTable)}
              accessibilityLabel={say(asTable ? "insights.showChartOf" : "insights.showTableOf", { title })}
            >
              {say(asTable ? "insights.showChart" : "insights.showTable")}
            </Button>
          ) : null}
        </InlineStack>
        <Text as="p" tone="subdued">
          {say(used ? "model.days.says" : "model.days.none")}
        </Text>
        {used && !asTable ? <Charts days={days} /> : null}
        {used ? (
          <div className={asTable ? undefined : "attune-hidden"}>
            <Table days={days} caption={title} />
          </div>
        ) : null}
      </BlockStack>
    </section>
  );
}

function Charts({ days }: { days: readonly ModelDay[] }) {
  const say = useWords();
  const labelled = days.map((one) => ({ key: one.day, label: dayLabel(say, one.day), one }));
  return (
    <InlineGrid columns={{ xs: "minmax(0, 1fr)", sm: "minmax(0, 1fr) minmax(0, 1fr)" }} gap="400">
      <BlockStack gap="100">
        <Text as="p" variant="bodySm" fontWeight="medium">
          {say("insights.cost.tokens")}
        </Text>
        <DaysChart
          days={labelled.map(({ one, ...at }) => ({ ...at, value: one.readingTokens + one.writingTokens }))}
          text={(value) => numberLabel(say, value)}
        />
      </BlockStack>
      <BlockStack gap="100">
        <Text as="p" variant="bodySm" fontWeight="medium">
          {say("model.days.cost")}
        </Text>
        <DaysChart
          days={labelled.map(({ one, ...at }) => ({ ...at, value: one.micros }))}
          text={dollarsIn(say, days)}
        />
      </BlockStack>
    </InlineGrid>
  );
}

function Table({ days, caption }: { days: readonly ModelDay[]; caption: string }) {
  const say = useWords();
  const dollars = dollarsIn(say, days);
  return (
    <SmallTable
      caption={caption}
      columns={[
        { heading: say("insights.volume.of") },
        { heading: say("insights.cost.questions"), numeric: true },
        { heading: say("model.days.reading"), numeric: true },
        { heading: say("model.days.writing"), numeric: true },
        { heading: say("model.days.cost"), numeric: true },
      ]}
      rows={days.map(({ day, questions, readingTokens, writingTokens, micros }) => ({
        key: day,
        cells: [
          dayLabel(say, day),
          ...[questions, readingTokens, writingTokens].map((count) => numberLabel(say, count)),
          dollars(micros),
        ],
      }))}
    />
  );
}

/** A question often costs less than a cent: what a month of them costs decides how exactly each day is said. */
function dollarsIn(say: Say, days: readonly ModelDay[]): (micros: number) => string {
  const digits = days.some(({ micros }) => micros >= MICROS) ? 2 : 4;
  const format = numberFormat(say, {
    ...{ style: "currency", currency: "USD" },
    ...{ minimumFractionDigits: digits, maximumFractionDigits: digits },
  });
  return (micros) => format.format(micros / MICROS);
}

const dayLabel = (say: Say, day: string) => zonedShortDay(say, day, "UTC");
