import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useRouteError, type ClientLoaderFunctionArgs } from "@remix-run/react";
import { Banner, BlockStack, Box, Card, EmptyState, Page, Text } from "@shopify/polaris";
import { useEffect } from "react";
import { lastKnown } from "#app/components/last-known.ts";
import { LostConnection } from "#app/components/lost-connection.tsx";
import { ScreenError } from "#app/components/screen-error.tsx";
import { titled, useWords } from "#app/components/words.tsx";
import { requireStaff } from "#app/staff.server.ts";
import { ResultsCard } from "./results-card.tsx";
import styles from "./results.css?url";
import { resultsScreen } from "./results-screen.server.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta = titled((say) => say("results.title"));

export const loader = async ({ request }: LoaderFunctionArgs) => resultsScreen(await requireStaff(request));

const known = lastKnown<Awaited<ReturnType<typeof loader>>>();

export const clientLoader = ({ serverLoader }: ClientLoaderFunctionArgs) =>
  known.load("", () => serverLoader<typeof loader>());

export default function ResultsPage() {
  const data = useLoaderData<typeof clientLoader>();
  const { on, results, lost } = data;
  const say = useWords();
  useEffect(() => known.remember("", data), [data]);
  return (
    <Page title={say("results.title")} backAction={{ content: say("issues.title"), url: "/issues" }}>
      <BlockStack gap="400">
        <LostConnection lost={lost} />
        {results.length === 0 ? (
          <Card>
            <NothingYet on={on} />
          </Card>
        ) : (
          <>
            {on ? null : <Banner tone="info">{say("results.off")}</Banner>}
            <Box paddingInline={{ xs: "400", sm: "0" }}>
              <Text as="p" tone="subdued">
                {say("results.intro")}
              </Text>
            </Box>
            {results.map((one) => (
              <ResultsCard key={one.kind} results={one} />
            ))}
            <Box paddingInline={{ xs: "400", sm: "0" }}>
              <Text as="p" variant="bodySm" tone="subdued">
                {say("results.method")}
              </Text>
            </Box>
          </>
        )}
      </BlockStack>
    </Page>
  );
}

function NothingYet({ on }: { on: boolean }) {
  const say = useWords();
  return on ? (
    <EmptyState heading={say("results.none.on")} image="">
      <p>{say("results.none.on.text")}</p>
    </EmptyState>
  ) : (
    <EmptyState
      heading={say("results.none.off")}
      image=""
      action={{ content: say("results.none.off.how"), url: "/settings/outreach#hold-out" }}
    >
      <p>{say("results.none.off.text")}</p>
    </EmptyState>
  );
}

export function ErrorBoundary() {
  return <ScreenError error={useRouteError()} />;
}
