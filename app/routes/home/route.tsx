import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useFetcher, useLoaderData, type ClientLoaderFunctionArgs } from "@remix-run/react";
import { BlockStack, Layout, Page } from "@shopify/polaris";
import { useEffect } from "react";
import { lastKnown } from "#app/components/last-known.ts";
import { LostConnection } from "#app/components/lost-connection.tsx";
import { useNews } from "#app/components/use-news.ts";
import { titled, useWords } from "#app/components/words.tsx";
import { readingRates } from "#app/desk/reading-rates.server.ts";
import { showHome } from "#app/desk/show-home.server.ts";
import { olderOrdersUnseen } from "#app/mirror/read-backfill.server.ts";
import { env } from "#app/env.server.ts";
import { mayDo } from "#app/shop/roles.ts";
import { requireStaff } from "#app/staff.server.ts";
import { AttentionCard } from "./attention-card.tsx";
import { FirstSteps } from "./first-steps.tsx";
import styles from "./home.css?url";
import { MirrorCard } from "./mirror-card.tsx";
import { ReadingsCard } from "./readings-card.tsx";
import { SinceCard } from "./since-card.tsx";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta = titled((say) => say("app.name"));

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { inShop, shop, settings, inboundAddress, staff } = await requireStaff(request);
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
    apiKey: env.SHOPIFY_API_KEY,
    mayMail: mayDo(staff.role, "mail"),
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
  const { home, olderOrdersUnseen, rates, inboundAddress, apiKey, mayMail, shopName, lost } = data;
  const steps = useFetcher();
  const { showFirstSteps } = data;
  const bringBack = () =>
    steps.submit({ intent: "first-steps", shown: "true" }, { method: "post", action: "/settings" });
  useEffect(() => known.remember("home", data), [data]);
  const reading = home.backfill.state === "waiting" || home.backfill.state === "running";
  useNews(reading ? WHILE_READING_MS : OTHERWISE_MS);
  return (
    <Page
      title={shopName}
      subtitle={say("home.subtitle")}
      secondaryActions={
        showFirstSteps || !mayMail
          ? []
          : [{ content: say("home.steps.bringBack"), onAction: bringBack, loading: steps.state !== "idle" }]
      }
    >
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            <LostConnection lost={lost} />
            <AttentionCard attention={home.attention} isRead={!reading} />
            {showFirstSteps ? <FirstSteps {...{ home, inboundAddress, apiKey, mayMail }} /> : null}
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            <SinceCard happened={home.since} zone={home.timeZone} />
            <MirrorCard home={home} olderOrdersUnseen={olderOrdersUnseen} />
            <ReadingsCard rates={rates} />
          </BlockStack>
        </Layout.Section>
      </Layout>
    </Page>
  );
}
