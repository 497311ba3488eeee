import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import {
  useLoaderData,
  useRouteError,
  useSearchParams,
  type ClientLoaderFunctionArgs,
} from "@remix-run/react";
import { BlockStack, Box, Button, Card, EmptyState, InlineStack, Page, Text } from "@shopify/polaris";
import { useEffect } from "react";
import { lastKnown } from "#app/components/last-known.ts";
import { LostConnection } from "#app/components/lost-connection.tsx";
import { ScreenError } from "#app/components/screen-error.tsx";
import { titled, useWords } from "#app/components/words.tsx";
import { requireRole, requireStaff } from "#app/staff.server.ts";
import { listMacros } from "#app/voice/list-macros.server.ts";
import { MacroRow } from "./macro-row.tsx";
import { MacroSearch } from "./macro-search.tsx";
import styles from "./macros.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta = titled((say) => say("macros.title"));

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const session = await requireStaff(request);
  requireRole(session, "knowledge");
  const { inShop, shop } = session;
  const query = new URL(request.url).searchParams;
  const q = (query.get("q") ?? "").slice(0, 200);
  const asked = { q, cursor: query.get("cursor") ?? undefined };
  const listed = await inShop((tx) => listMacros(tx, shop.id, asked));
  return listed ?? { items: [], nextCursor: null };
};

const known = lastKnown<Awaited<ReturnType<typeof loader>>>();

export const clientLoader = ({ request, serverLoader }: ClientLoaderFunctionArgs) =>
  known.load(new URL(request.url).search, () => serverLoader<typeof loader>());

export default function MacrosPage() {
  const say = useWords();
  const { items, nextCursor, lost } = useLoaderData<typeof clientLoader>();
  const [params, setParams] = useSearchParams();
  const search = params.size > 0 ? `?${params.toString()}` : "";
  useEffect(() => known.remember(search, { items, nextCursor }), [search, items, nextCursor]);
  const q = params.get("q") ?? "";
  const isEmpty = items.length === 0 && q === "" && !params.has("cursor");
  const turn = (cursor: string | null) =>
    setParams({ ...(q ? { q } : {}), ...(cursor === null ? {} : { cursor }) });
  return (
    <Page
      title={say("macros.title")}
      subtitle={say("macros.subtitle")}
      backAction={{ content: say("settings.title"), url: "/settings" }}
      {...(isEmpty ? {} : { primaryAction: { content: say("macros.add"), url: "/settings/macros/new" } })}
    >
      <BlockStack gap="400">
        <LostConnection lost={lost} />
        <Card padding={isEmpty ? "400" : "0"}>
          {isEmpty ? (
            <EmptyState
              heading={say("macros.empty")}
              image=""
              action={{ content: say("macros.add"), url: "/settings/macros/new" }}
            >
              <p>{say("macros.empty.text")}</p>
            </EmptyState>
          ) : (
            <>
              <Box padding="400">
                <MacroSearch q={q} />
              </Box>
              <div aria-live="polite">
                {items.length === 0 ? (
                  <Box padding="400" paddingBlockStart="0">
                    <Text as="p">{say("macros.none", { q })}</Text>
                  </Box>
                ) : null}
              </div>
              <ul className="attune-macros" aria-label={say("macros.title")}>
                {items.map((macro) => (
                  <MacroRow key={macro.id} macro={macro} />
                ))}
              </ul>
            </>
          )}
        </Card>
        {nextCursor || params.has("cursor") ? (
          <InlineStack gap="200">
            {params.has("cursor") ? (
              <Button onClick={() => turn(null)}>{say("paging.beginning")}</Button>
            ) : null}
            {nextCursor ? <Button onClick={() => turn(nextCursor)}>{say("paging.next")}</Button> : null}
          </InlineStack>
        ) : null}
      </BlockStack>
    </Page>
  );
}

export function ErrorBoundary() {
  return <ScreenError error={useRouteError()} />;
}
