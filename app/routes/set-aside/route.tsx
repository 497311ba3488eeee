import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import {
  useLoaderData,
  useSearchParams,
  type ClientActionFunctionArgs,
  type ClientLoaderFunctionArgs,
} from "@remix-run/react";
import { Banner, BlockStack, Box, Card, Page, Text } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { lastKnown, reachOr } from "#app/components/last-known.ts";
import { LostConnection } from "#app/components/lost-connection.tsx";
import { titled, useWords } from "#app/components/words.tsx";
import { listSetAside } from "#app/desk/list-set-aside.server.ts";
import { requireRole, requireStaff } from "#app/staff.server.ts";
import { changeSetAside } from "./change-set-aside.server.ts";
import { ContentCard } from "./content-card.tsx";
import { SetAsideTable } from "./set-aside-table.tsx";

export const meta = titled((say) => say("setAside.title"));

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const session = await requireStaff(request);
  requireRole(session, "privacy");
  const { inShop } = session;
  const listed = await listSetAside(inShop, new URL(request.url).searchParams.get("cursor"));
  return listed.outcome === "listed"
    ? { items: listed.items, nextCursor: listed.nextCursor, expired: false }
    : { items: [], nextCursor: null, expired: true };
};

export const action = async ({ request }: ActionFunctionArgs) => {
  const session = await requireStaff(request);
  return changeSetAside(session, await request.formData());
};

const known = lastKnown<Awaited<ReturnType<typeof loader>>>();

export const clientLoader = ({ serverLoader, request }: ClientLoaderFunctionArgs) =>
  known.load(new URL(request.url).searchParams.get("cursor") ?? "", () => serverLoader<typeof loader>());

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) =>
  reachOr(() => serverAction<typeof action>());

export default function SetAsidePage() {
  const say = useWords();
  const { items, nextCursor, expired, lost } = useLoaderData<typeof clientLoader>();
  const [params, setParams] = useSearchParams();
  const [shown, setShown] = useState<string | null>(null);
  const cursor = params.get("cursor");
  useEffect(
    () => known.remember(cursor ?? "", { items, nextCursor, expired }),
    [cursor, items, nextCursor, expired],
  );
  const turn = (to: string | null) => setParams(to ? { cursor: to } : {});
  const open = items.find(({ ref }) => ref === shown);
  return (
    <Page title={say("setAside.title")} backAction={{ content: say("nav.settings"), url: "/settings" }}>
      <BlockStack gap="400">
        <LostConnection lost={lost} />
        <Box paddingInline={{ xs: "400", sm: "0" }}>
          <Text as="p" tone="subdued">
            {say("setAside.what")}
          </Text>
        </Box>
        {expired ? (
          <Banner tone="warning" action={{ content: say("setAside.toNewest"), onAction: () => turn(null) }}>
            {say("setAside.pageGone")}
          </Banner>
        ) : (
          <Card padding="0">
            <SetAsideTable
              items={items}
              onShow={setShown}
              paging={{
                hasNext: nextCursor !== null,
                onNext: () => turn(nextCursor),
                hasPrevious: cursor !== null,
                onPrevious: () => turn(null),
              }}
            />
          </Card>
        )}
        {open ? <ContentCard key={open.ref} item={open} onClose={() => setShown(null)} /> : null}
      </BlockStack>
    </Page>
  );
}
