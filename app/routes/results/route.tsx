import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useRouteError, type ClientLoaderFunctionArgs } from "@remix-run/react";
import { Banner, BlockStack, Box, Card, EmptyState, Page, Text } from "@shopify/polaris";
import { useEffect } from "react";
import { lastKnown } from "#app/components/last-known.ts";
import { LostConnection } from "#app/components/lost-connection.tsx";
import { ScreenError } from "#app/components/screen-error.tsx";
import { requireStaff } from "#app/staff.server.ts";
import { ResultsCard } from "./results-card.tsx";
import styles from "./results.css?url";
import { resultsScreen } from "./results-screen.server.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta: MetaFunction = () => [{ title: "Does writing first help?" }];

export const loader = async ({ request }: LoaderFunctionArgs) => resultsScreen(await requireStaff(request));

const known = lastKnown<Awaited<ReturnType<typeof loader>>>();

export const clientLoader = ({ serverLoader }: ClientLoaderFunctionArgs) =>
  known.load("", () => serverLoader<typeof loader>());

export default function ResultsPage() {
  const data = useLoaderData<typeof clientLoader>();
  const { on, results, method, lost } = data;
  useEffect(() => known.remember("", data), [data]);
  return (
    <Page title="Does writing first help?" backAction={{ content: "Issues", url: "/issues" }}>
      <BlockStack gap="400">
        <LostConnection lost={lost} />
        {results.length === 0 ? (
          <Card>
            <NothingYet on={on} />
          </Card>
        ) : (
          <>
            {on ? null : (
              <Banner tone="info">Nobody new is held back. What is shown goes on with those who were.</Banner>
            )}
            <Box paddingInline={{ xs: "400", sm: "0" }}>
              <Text as="p" tone="subdued">
                Shoppers with the same kind of problem, some of whom were written to and some were not, by
                chance. A difference is told once chance alone hardly explains it, however often you look.
              </Text>
            </Box>
            {results.map((one) => (
              <ResultsCard key={one.kind} results={one} />
            ))}
            <Box paddingInline={{ xs: "400", sm: "0" }}>
              <Text as="p" variant="bodySm" tone="subdued">
                {method}
              </Text>
            </Box>
          </>
        )}
      </BlockStack>
    </Page>
  );
}

function NothingYet({ on }: { on: boolean }) {
  return on ? (
    <EmptyState heading="Nothing to compare yet" image="">
      <p>Both groups appear here 14 days after the first shopper was drawn: what follows needs its time.</p>
    </EmptyState>
  ) : (
    <EmptyState
      heading="Nobody is held back"
      image=""
      action={{ content: "How it works", url: "/settings/outreach#hold-out" }}
    >
      <p>
        Whether writing first helps can only be known with some who were not written to. That is off until you
        switch it on.
      </p>
    </EmptyState>
  );
}

export function ErrorBoundary() {
  return <ScreenError error={useRouteError()} />;
}
