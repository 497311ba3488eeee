import { useFetcher } from "@remix-run/react";
import { Badge, BlockStack, Button, Card, InlineStack, ProgressBar, Text } from "@shopify/polaris";
import { Download } from "#app/components/download.tsx";
import { dateTimeLabel } from "#app/components/labels.ts";
import { Unreached } from "#app/components/unreached.tsx";
import { useNews } from "#app/components/use-news.ts";
import { useWords } from "#app/components/words.tsx";
import type { ShownExport } from "#app/privacy/shop-export.ts";
import type { clientAction } from "./route.tsx";

const LOOK_EVERY_MS = 2_000;

/** A copy of everything, made on request; while one is made, how far it is. */
export function ExportCard({ exports }: { exports: ShownExport[] }) {
  const say = useWords();
  const fetcher = useFetcher<typeof clientAction>();
  const isUnderWay = exports.some(({ state }) => state === "waiting" || state === "running");
  useNews(LOOK_EVERY_MS, isUnderWay);
  return (
    <Card>
      <BlockStack gap="400">
        <Unreached answered={fetcher.data} />
        <Text as="p">{say("export.what")}</Text>
        <fetcher.Form method="post">
          <input type="hidden" name="intent" value="ask-export" />
          <Button submit disabled={isUnderWay} loading={fetcher.state !== "idle"}>
            {say("export.ask")}
          </Button>
        </fetcher.Form>
        <div aria-live="polite">
          <BlockStack gap="300">
            {exports.map((one) => (
              <One key={one.id} one={one} />
            ))}
          </BlockStack>
        </div>
      </BlockStack>
    </Card>
  );
}

function One({ one: { id, state, askedAt, done, total, expiresAt, takenAt } }: { one: ShownExport }) {
  const say = useWords();
  const asked = say("export.asked", { at: dateTimeLabel(say, askedAt) });
  const taken = takenAt.at(-1);
  const label = `export-${id}`;
  return (
    <BlockStack gap="100">
      <InlineStack align="space-between" blockAlign="center" gap="200">
        <Text as="p">{asked}</Text>
        {state === "ready" ? (
          <Download address={`/data-exports/${id}`} name="attune-export.zip" label={say("export.download")} />
        ) : (
          <Badge tone={state === "expired" ? undefined : "info"}>{say(`export.state.${state}`)}</Badge>
        )}
      </InlineStack>
      {state === "running" ? (
        <>
          <Text as="p" tone="subdued" id={label}>
            {say("export.progress", { done, total })}
          </Text>
          <ProgressBar
            progress={total > 0 ? Math.round((100 * done) / total) : 0}
            size="small"
            ariaLabelledBy={label}
          />
        </>
      ) : null}
      {state === "ready" && expiresAt ? (
        <Text as="p" tone="subdued">
          {say("export.until", { at: dateTimeLabel(say, expiresAt) })}
        </Text>
      ) : null}
      {taken ? (
        <Text as="p" tone="subdued">
          {say("export.taken", { count: takenAt.length, at: dateTimeLabel(say, taken) })}
        </Text>
      ) : null}
    </BlockStack>
  );
}
