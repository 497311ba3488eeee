import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  useLoaderData,
  useNavigation,
  useSearchParams,
  type ClientLoaderFunctionArgs,
} from "@remix-run/react";
import { BlockStack, Card, Page } from "@shopify/polaris";
import { useEffect } from "react";
import { lastKnown } from "#app/components/last-known.ts";
import { LostConnection } from "#app/components/lost-connection.tsx";
import { useNews } from "#app/components/use-news.ts";
import { listConversations } from "#app/desk/list-conversations.server.ts";
import { requireStaff } from "#app/staff.server.ts";
import { ConversationTable } from "./conversation-table.tsx";
import { InboxFilters } from "./inbox-filters.tsx";
import { readInboxQuery } from "./inbox-query.ts";

export const meta: MetaFunction = () => [{ title: "Inbox" }];

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { inShop, keys } = await requireStaff(request);
  const query = readInboxQuery(new URL(request.url).searchParams);
  const listed = await listConversations({ inShop, keys, now: () => new Date() }, query);
  return listed.outcome === "listed"
    ? { items: listed.items, nextCursor: listed.nextCursor, expired: false }
    : { items: [], nextCursor: null, expired: true };
};

const known = lastKnown<Awaited<ReturnType<typeof loader>>>();

export const clientLoader = ({ serverLoader, request }: ClientLoaderFunctionArgs) =>
  known.load(new URLSearchParams(new URL(request.url).search).toString(), () =>
    serverLoader<typeof loader>(),
  );

const REFRESH_MS = 5_000;

export default function InboxPage() {
  const { items, nextCursor, expired, lost } = useLoaderData<typeof clientLoader>();
  const [params, setParams] = useSearchParams();
  const loading = useNavigation().state === "loading";
  const firstPage = !params.has("cursor");
  useEffect(() => known.remember(params.toString(), { items, nextCursor, expired }));
  useNews(REFRESH_MS, firstPage);
  const turn = (cursor: string | null) => {
    const next = new URLSearchParams(params);
    if (cursor) next.set("cursor", cursor);
    else next.delete("cursor");
    setParams(next);
  };
  return (
    <Page title="Inbox" fullWidth>
      <BlockStack gap="400">
        <LostConnection lost={lost} />
        <Card padding="0">
          <InboxFilters loading={loading} />
          <ConversationTable
            items={items}
            filtered={[...params.keys()].some((key) => key !== "cursor")}
            expired={expired}
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
