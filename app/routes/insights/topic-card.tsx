import { Link } from "@remix-run/react";
import { BlockStack, Button, ButtonGroup, Card, Text } from "@shopify/polaris";
import { useState } from "react";
import { DaysChart } from "#app/components/days-chart.tsx";
import { SmallTable } from "#app/components/small-table.tsx";
import { useWords } from "#app/components/words.tsx";
import { FEWEST } from "#app/desk/insights/share.ts";
import { BarsChart } from "./bars-chart.tsx";
import { cellText } from "./cells.ts";
import { saveText } from "./save-text.ts";
import { isEmpty, topicCsv, type Topic } from "./topic.ts";

/** A chart or its table, whichever is wished for; a screen reader has the table in any case. */
export function TopicCard({ topic, file }: { topic: Topic; file: string }) {
  const say = useWords();
  const [asTable, setAsTable] = useState(false);
  const { id, title, says, note, link } = topic;
  // What is too few for a chart is counted in the table all the same.
  const drawn = !isEmpty(topic);
  const shown = asTable || (!drawn && topic.rows.length > 0);
  return (
    <section
      className="insights-topic"
      aria-labelledby={`insights-${id}`}
      data-wide={shown || topic.wide || undefined}
    >
      <Card>
        <BlockStack gap="400">
          <div className="insights-head">
            <Text as="h2" variant="headingMd" id={`insights-${id}`}>
              {title}
            </Text>
            {topic.rows.length > 0 ? (
              <ButtonGroup>
                {drawn ? (
                  <Button
                    size="slim"
                    onClick={() => setAsTable(!asTable)}
                    accessibilityLabel={say(asTable ? "insights.showChartOf" : "insights.showTableOf", {
                      title,
                    })}
                  >
                    {say(asTable ? "insights.showChart" : "insights.showTable")}
                  </Button>
                ) : null}
                <Button
                  size="slim"
                  onClick={() => saveText(`${file}-${id}.csv`, topicCsv(say, topic))}
                  accessibilityLabel={say("insights.csvOf", { title })}
                >
                  {say("insights.csv")}
                </Button>
              </ButtonGroup>
            ) : null}
          </div>
          <Text as="p" tone="subdued">
            {says}
          </Text>
          {drawn ? null : (
            <Text as="p">
              {say(topic.rows.length > 0 ? "insights.fewInAll" : "insights.nothing", { fewest: FEWEST })}
            </Text>
          )}
          {drawn && !shown ? (
            topic.chart === "days" ? (
              <DaysChart
                days={topic.rows.map(({ key, label, bars: [bar] }) => ({
                  key,
                  label,
                  value: bar?.value ?? 0,
                }))}
                text={topic.barText}
              />
            ) : (
              <BarsChart topic={topic} />
            )
          ) : null}
          {topic.rows.length > 0 ? (
            <div className={shown ? "insights-table" : "attune-hidden"}>
              <SmallTable
                caption={title}
                columns={[
                  { heading: topic.of },
                  ...topic.columns.map(({ heading, kind }) => ({ heading, numeric: kind !== "text" })),
                ]}
                rows={topic.rows.map(({ key, label, cells }) => ({
                  key,
                  cells: [label, ...cells.map((cell) => cellText(say, cell))],
                }))}
              />
            </div>
          ) : null}
          {note && topic.rows.length > 0 ? (
            <Text as="p" variant="bodySm" tone="subdued">
              {note}
            </Text>
          ) : null}
          {link ? <Link to={link.to}>{link.label}</Link> : null}
        </BlockStack>
      </Card>
    </section>
  );
}
