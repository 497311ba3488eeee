import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import {
  useLoaderData,
  useLocation,
  useNavigation,
  useRouteError,
  type ClientLoaderFunctionArgs,
} from "@remix-run/react";
import {
  BlockStack,
  Box,
  Card,
  EmptyState,
  Page,
  SkeletonBodyText,
  SkeletonDisplayText,
  Text,
} from "@shopify/polaris";
import { useEffect } from "react";
import { lastKnown } from "#app/components/last-known.ts";
import { LostConnection } from "#app/components/lost-connection.tsx";
import { ScreenError } from "#app/components/screen-error.tsx";
import { titled, useWords } from "#app/components/words.tsx";
import { zonedDay } from "#app/components/zoned-time.ts";
import { FEWEST } from "#app/desk/insights/share.ts";
import type { Insights } from "#app/desk/insights/show-insights.server.ts";
import { requireStaff } from "#app/staff.server.ts";
import styles from "./insights.css?url";
import { insightsScreen } from "./insights-screen.server.ts";
import { PeriodFilters } from "./period-filters.tsx";
import { TopicCard } from "./topic-card.tsx";
import { topicsOf } from "./topics.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta = titled((say) => say("insights.title"));

export const loader = async ({ request }: LoaderFunctionArgs) =>
  insightsScreen(await requireStaff(request), new URL(request.url).searchParams);

const known = lastKnown<Awaited<ReturnType<typeof loader>>>();

export const clientLoader = ({ request, serverLoader }: ClientLoaderFunctionArgs) =>
  known.load(new URL(request.url).search, () => serverLoader<typeof loader>());

export default function InsightsPage() {
  const data = useLoaderData<typeof clientLoader>();
  const { insights, wrong, lost } = data;
  const say = useWords();
  const { pathname, search } = useLocation();
  const { location: next } = useNavigation();
  const loading = next?.pathname === pathname && next.search !== search;
  useEffect(() => known.remember(search, data), [data, search]);
  const { now, before, channels, languages } = insights;
  return (
    <Page title={say("insights.title")}>
      <BlockStack gap="400">
        <LostConnection lost={lost} />
        <PeriodFilters {...{ shown: now, channels, languages, wrong }} />
        <output className="insights-coverage">
          <Box paddingInline={{ xs: "400", sm: "0" }}>
            <Text as="p" tone="subdued">
              {loading ? say("insights.loading") : <Coverage insights={insights} />}
            </Text>
          </Box>
        </output>
        {loading ? (
          <Loading />
        ) : now.began + before.began === 0 ? (
          <NothingYet chosen={insights.chosen} />
        ) : (
          <Topics insights={insights} />
        )}
      </BlockStack>
    </Page>
  );
}

/** What all of the screen rests on, in a sentence. */
function Coverage({ insights: { now, before, timeZone, days } }: { insights: Insights }) {
  const say = useWords();
  const day = (name: string) => zonedDay(say, name, "UTC");
  return (
    <>
      {say("insights.coverage", {
        ...{ count: now.began, from: day(now.from), to: day(now.to), zone: timeZone },
        ...{ before: before.began, days },
      })}
      {now.looked < now.began ? ` ${say("insights.coverage.part", { looked: now.looked })}` : ""}
    </>
  );
}

function Topics({ insights }: { insights: Insights }) {
  const say = useWords();
  const file = `insights-${insights.now.from}-${insights.now.to}`;
  return (
    <>
      <div className="insights-grid">
        {topicsOf(say, insights).map((topic) => (
          <TopicCard key={topic.id} topic={topic} file={file} />
        ))}
      </div>
      <Box paddingInline={{ xs: "400", sm: "0" }}>
        <div className="insights-method">
          <Text as="p" variant="bodySm" tone="subdued">
            {say("insights.method", { fewest: FEWEST })}
          </Text>
        </div>
      </Box>
    </>
  );
}

function Loading() {
  return (
    <div className="insights-grid" aria-hidden>
      {["one", "two", "three", "four"].map((key) => (
        <Card key={key}>
          <BlockStack gap="400">
            <SkeletonDisplayText size="small" />
            <SkeletonBodyText lines={6} />
          </BlockStack>
        </Card>
      ))}
    </div>
  );
}

function NothingYet({ chosen: { channel, language } }: { chosen: Insights["chosen"] }) {
  const say = useWords();
  const filtered = channel !== "" || language !== "";
  return (
    <Card>
      <EmptyState heading={say("insights.none")} image="">
        <p>{say(filtered ? "insights.none.filtered" : "insights.none.text")}</p>
      </EmptyState>
    </Card>
  );
}

export function ErrorBoundary() {
  return <ScreenError error={useRouteError()} />;
}
