import type { LoaderFunctionArgs } from "@remix-run/node";
import {
  useLoaderData,
  useNavigation,
  useRouteError,
  useSearchParams,
  type ClientLoaderFunctionArgs,
} from "@remix-run/react";
import { BlockStack, Card, Page } from "@shopify/polaris";
import { useEffect } from "react";
import { incidentTitle } from "#app/components/incident-words.ts";
import { lastKnown } from "#app/components/last-known.ts";
import { LostConnection } from "#app/components/lost-connection.tsx";
import { ScreenError } from "#app/components/screen-error.tsx";
import { useNews } from "#app/components/use-news.ts";
import { requireStaff } from "#app/staff.server.ts";
import { IncidentList } from "./incident-list.tsx";
import { IssueFilters } from "./issue-filters.tsx";
import { IssueTable } from "./issue-table.tsx";
import { FILTERS, readIssuesQuery } from "./issues-query.ts";
import { listScreen } from "./list-screen.server.ts";
import { titled, useWords } from "#app/components/words.tsx";

export const meta = titled((say) => say("issues.title"));

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const session = await requireStaff(request);
  return listScreen(session, readIssuesQuery(new URL(request.url).searchParams));
};

const known = lastKnown<Awaited<ReturnType<typeof loader>>>();

export const clientLoader = ({ serverLoader, request }: ClientLoaderFunctionArgs) =>
  known.load(new URLSearchParams(new URL(request.url).search).toString(), () =>
    serverLoader<typeof loader>(),
  );

const REFRESH_MS = 10_000;

export default function IssuesPage() {
  const say = useWords();
  const data = useLoaderData<typeof clientLoader>();
  const { items, nextCursor, expired, incidents, watched, shopZone, view, lost } = data;
  const [params, setParams] = useSearchParams();
  const loading = useNavigation().state === "loading";
  const firstPage = !params.has("cursor");
  useEffect(() => known.remember(params.toString(), data));
  useNews(REFRESH_MS, firstPage);
  const turn = (cursor: string | null) => {
    const next = new URLSearchParams(params);
    if (cursor) next.set("cursor", cursor);
    else next.delete("cursor");
    setParams(next);
  };
  const filtered = FILTERS.some((name) => params.has(name));
  return (
    <Page
      title={say("issues.title")}
      subtitle={say("issues.subtitle")}
      fullWidth
      secondaryActions={[
        { content: say("issues.results"), url: "/issues/results" },
        { content: say("issues.settings"), url: "/settings/outreach" },
      ]}
    >
      <BlockStack gap="400">
        <LostConnection lost={lost} />
        {view === "open" && firstPage && !filtered ? <IncidentList incidents={incidents} /> : null}
        <Card padding="0">
          <IssueFilters
            view={view}
            incidents={incidents.map((one) => ({ value: one.id, label: incidentTitle(say, one) }))}
            loading={loading}
          />
          <IssueTable
            items={items}
            view={view}
            filtered={filtered}
            expired={expired}
            watched={watched}
            shopZone={shopZone}
            paging={{
              hasNext: nextCursor !== null,
              onNext: () => turn(nextCursor),
              hasPrevious: !firstPage,
              onPrevious: () => turn(null),
            }}
          />
        </Card>
      </BlockStack>
    </Page>
  );
}

export function ErrorBoundary() {
  return <ScreenError error={useRouteError()} />;
}
