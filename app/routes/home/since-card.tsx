import { BlockStack, Card, Text } from "@shopify/polaris";
import { countLabel } from "#app/components/labels.ts";
import { useWords } from "#app/components/words.tsx";
import { zonedHour } from "#app/components/zoned-time.ts";
import type { SinceYesterday } from "#app/desk/show-since-yesterday.server.ts";

const COUNTED = [
  "begun",
  "answered",
  "draftsSent",
  "issuesFound",
  "issuesSettled",
  "promisesKept",
  "promisesBroken",
] as const;

/** Counting stops there (show-since-yesterday.server.ts). */
const MOST = 1_000;

/** What happened since this time yesterday, where the shop is. */
export function SinceCard({ happened, zone }: { happened: SinceYesterday; zone: string }) {
  const say = useWords();
  const { since, rated, satisfied } = happened;
  const isQuiet = rated === 0 && COUNTED.every((what) => happened[what] === 0);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {say("home.since.title", { time: zonedHour(say, since, zone) })}
        </Text>
        {isQuiet ? (
          <Text as="p" tone="subdued">
            {say("home.since.none")}
          </Text>
        ) : (
          <dl className="attune-figures">
            {COUNTED.map((what) => (
              <Figure
                key={what}
                name={say(`home.since.${what}`)}
                value={countLabel(say, happened[what], MOST)}
              />
            ))}
            <Figure
              name={say("home.since.csat")}
              value={say(rated === 0 ? "home.since.csat.none" : "home.since.csat.of", { satisfied, rated })}
            />
          </dl>
        )}
      </BlockStack>
    </Card>
  );
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
