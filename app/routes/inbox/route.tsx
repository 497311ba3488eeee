import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useNavigation, useRevalidator, useSearchParams } from "@remix-run/react";
import { Card, Page } from "@shopify/polaris";
import { useEffect } from "react";
import { listConversations } from "#app/desk/list-conversations.server.ts";
import { requireStaff } from "#app/staff.server.ts";
import { ConversationTable } from "./conversation-table.tsx";
import { InboxFilters } from "./inbox-filters.tsx";
import { readInboxQuery } from "./inbox-query.ts";

export const meta: MetaFunction = () => [{ title: "Inbox" }];

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { inShop, keys } = await requireStaff(request);
  const query = readInboxQuery(new URL(request.url).searchParams);
  const listed = await listConversations({ inShop, keys }, query);
  return listed.outcome === "listed"
    ? { items: listed.items, nextCursor: listed.nextCursor, expired: false }
    : { items: [], nextCursor: null, expired: true };
};

const REFRESH_MS = 5_000;

export default function InboxPage() {
  const { items, nextCursor, expired } = useLoaderData<typeof loader>();
  const [params, setParams] = useSearchParams();
  const loading = useNavigation().state === "loading";
  const firstPage = !params.has("cursor");
  useNewMessages(firstPage);
  const turn = (cursor: string | null) => {
    const next = new URLSearchParams(params);
    if (cursor) next.set("cursor", cursor);
    else next.delete("cursor");
    setParams(next);
  };
  return (
    <Page title="Inbox" fullWidth>
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
    </Page>
  );
}

/** The newest page looks for new messages while somebody looks at it. */
function useNewMessages(active: boolean) {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!active) return undefined;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible" && state === "idle") revalidate();
    }, REFRESH_MS);
    return () => clearInterval(timer);
  }, [active, revalidate, state]);
}
