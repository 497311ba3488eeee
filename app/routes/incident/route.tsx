import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import {
  useLoaderData,
  useRevalidator,
  useRouteError,
  useSearchParams,
  type ClientLoaderFunctionArgs,
} from "@remix-run/react";
import { Banner, BlockStack, Box, Button, InlineStack, Page, Text } from "@shopify/polaris";
import { useEffect, useState } from "react";
import draftStyles from "#app/components/draft/draft.css?url";
import { incidentTitle } from "#app/components/incident-words.ts";
import { IssueStatusBadge, SeverityBadge } from "#app/components/issue-badges.tsx";
import { lastKnown } from "#app/components/last-known.ts";
import { LostConnection } from "#app/components/lost-connection.tsx";
import { ScreenError } from "#app/components/screen-error.tsx";
import { useNews } from "#app/components/use-news.ts";
import { zonedDay } from "#app/components/zoned-time.ts";
import { requireStaff } from "#app/staff.server.ts";
import { BulkConfirmation } from "./bulk-plan.tsx";
import { BulkResult } from "./bulk-result.tsx";
import { incidentScreen } from "./incident-screen.server.ts";
import { MemberCard } from "./member-card.tsx";
import { useBulk } from "./use-bulk.ts";
import { titled, useWords } from "#app/components/words.tsx";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: draftStyles }];

export const meta = titled<Awaited<ReturnType<typeof loader>>>((say, data) =>
  data ? incidentTitle(say, data.incident) : say("incident.title.none"),
);

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const session = await requireStaff(request);
  const cursor = new URL(request.url).searchParams.get("cursor") ?? undefined;
  const screen = await incidentScreen(session, { id: params["incidentId"] ?? "", cursor });
  if (!screen) throw new Response("Not found", { status: 404 });
  return screen;
};

const known = lastKnown<Awaited<ReturnType<typeof loader>>>();
const keyOf = (id: string, params: URLSearchParams) => `${id}?${params.get("cursor") ?? ""}`;

export const clientLoader = ({ serverLoader, params, request }: ClientLoaderFunctionArgs) =>
  known.load(keyOf(params["incidentId"] ?? "", new URL(request.url).searchParams), () =>
    serverLoader<typeof loader>(),
  );

const REFRESH_MS = 10_000;

export default function IncidentPage() {
  const say = useWords();
  const data = useLoaderData<typeof clientLoader>();
  const { incident, around, shopZone, lost } = data;
  const [params, setParams] = useSearchParams();
  useEffect(() => known.remember(keyOf(incident.id, params), data));
  const { revalidate } = useRevalidator();
  const { bulk, plan, approve, close, dismiss } = useBulk(incident.id, revalidate);
  const [excluded, setExcluded] = useState<ReadonlySet<string>>(new Set());
  const busy = bulk.state === "approving" || bulk.state === "planning";
  useNews(REFRESH_MS, !busy && bulk.state !== "asking");
  const chosen = incident.toApprove.filter(({ issueId }) => !excluded.has(issueId));
  const left = incident.toApprove.length - chosen.length;
  const include = (id: string) => (included: boolean) =>
    setExcluded((before) => new Set(included ? [...before].filter((one) => one !== id) : [...before, id]));
  return (
    <Page
      title={incidentTitle(say, incident)}
      subtitle={say("incident.since", { day: zonedDay(say, incident.openedAt, shopZone) })}
      backAction={{ content: say("issues.title"), url: "/issues" }}
      titleMetadata={
        <InlineStack gap="100">
          <SeverityBadge severity={incident.severity} />
          <IssueStatusBadge status={incident.state === "open" ? "open" : "resolved"} />
        </InlineStack>
      }
      {...(incident.toApprove.length > 0
        ? {
            primaryAction: {
              content: say("incident.approve", { count: chosen.length }),
              onAction: () => plan(chosen),
              disabled: busy || chosen.length === 0,
              loading: bulk.state === "planning",
            },
          }
        : {})}
    >
      <BlockStack gap="400">
        <LostConnection lost={lost} />
        <BulkResult
          bulk={bulk}
          onContinue={() => (bulk.plan ? approve(chosen) : plan(chosen))}
          onDismiss={dismiss}
        />
        <Box paddingInline={{ xs: "400", sm: "0" }}>
          <Text as="p" tone="subdued">
            {incident.toApprove.length === 0 ? say("incident.waits.none") : say("incident.waits", { left })}
          </Text>
        </Box>
        {incident.members.map((member) => (
          <MemberCard
            key={member.issueId}
            member={member}
            around={around[member.issueId] ?? null}
            shopZone={shopZone}
            included={!excluded.has(member.issueId)}
            busy={busy}
            onInclude={include(member.issueId)}
          />
        ))}
        {incident.members.length === 0 ? <Banner tone="info">{say("incident.empty")}</Banner> : null}
        {incident.nextCursor || params.has("cursor") ? (
          <Box paddingInline={{ xs: "400", sm: "0" }}>
            <InlineStack gap="200">
              {params.has("cursor") ? (
                <Button onClick={() => setParams({})}>{say("paging.beginning")}</Button>
              ) : null}
              {incident.nextCursor ? (
                <Button onClick={() => setParams({ cursor: incident.nextCursor ?? "" })}>
                  {say("paging.next")}
                </Button>
              ) : null}
            </InlineStack>
          </Box>
        ) : null}
      </BlockStack>
      <BulkConfirmation
        open={bulk.state === "asking"}
        plan={bulk.plan}
        excluded={left}
        zone={shopZone}
        onApprove={() => approve(chosen)}
        onClose={close}
      />
    </Page>
  );
}

export function ErrorBoundary() {
  return <ScreenError error={useRouteError()} />;
}
