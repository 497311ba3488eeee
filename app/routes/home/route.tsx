import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, type ClientLoaderFunctionArgs } from "@remix-run/react";
import { BlockStack, Layout, Page } from "@shopify/polaris";
import { useEffect } from "react";
import { lastKnown } from "#app/components/last-known.ts";
import { LostConnection } from "#app/components/lost-connection.tsx";
import { useNews } from "#app/components/use-news.ts";
import { titled, useWords } from "#app/components/words.tsx";
import { readingRates } from "#app/desk/reading-rates.server.ts";
import { showHome } from "#app/desk/show-home.server.ts";
import { olderOrdersUnseen } from "#app/mirror/read-backfill.server.ts";
import { requireStaff } from "#app/staff.server.ts";
import { AttentionCard } from "./attention-card.tsx";
import { FirstSteps } from "./first-steps.tsx";
import { MirrorCard } from "./mirror-card.tsx";
import { ReadingsCard } from "./readings-card.tsx";

export const meta = titled((say) => say("app.name"));

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { inShop, shop, settings, inboundAddress } = await requireStaff(request);
  const [home, unseen, rates] = await Promise.all([
    showHome({ inShop, now: () => new Date() }),
    inShop((tx) => olderOrdersUnseen(tx)),
    readingRates({ inShop, now: () => new Date() }),
  ]);
  return {
    home,
    olderOrdersUnseen: unseen,
    rates,
    shopName: shop.name,
    inboundAddress,
    showFirstSteps: !settings.onboardingDismissed,
  };
};

const known = lastKnown<Awaited<ReturnType<typeof loader>>>();

export const clientLoader = ({ serverLoader }: ClientLoaderFunctionArgs) =>
  known.load("home", () => serverLoader<typeof loader>());

const WHILE_READING_MS = 2_000;
const OTHERWISE_MS = 15_000;

export default function HomePage() {
  const say = useWords();
  const data = useLoaderData<typeof clientLoader>();
  const { home, olderOrdersUnseen, rates, inboundAddress, shopName, showFirstSteps, lost } = data;
  useEffect(() => known.remember("home", data), [data]);
  const reading = home.backfill.state === "waiting" || home.backfill.state === "running";
  useNews(reading ? WHILE_READING_MS : OTHERWISE_MS);
  return (
    <Page title={shopName} subtitle={say("home.subtitle")}>
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            <LostConnection lost={lost} />
            <AttentionCard attention={home.attention} />
            {showFirstSteps ? <FirstSteps home={home} inboundAddress={inboundAddress} /> : null}
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            <MirrorCard home={home} olderOrdersUnseen={olderOrdersUnseen} />
            <ReadingsCard rates={rates} />
          </BlockStack>
        </Layout.Section>
      </Layout>
    </Page>
  );
}
