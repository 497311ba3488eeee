import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useRevalidator } from "@remix-run/react";
import { BlockStack, Layout, Page } from "@shopify/polaris";
import { useEffect } from "react";
import { showHome } from "#app/desk/show-home.server.ts";
import { readBackfill } from "#app/mirror/read-backfill.server.ts";
import { requireStaff } from "#app/staff.server.ts";
import { AttentionCard } from "./attention-card.tsx";
import { FirstSteps } from "./first-steps.tsx";
import { MirrorCard } from "./mirror-card.tsx";

export const meta: MetaFunction = () => [{ title: "Attune" }];

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { inShop, shop, settings, inboundAddress } = await requireStaff(request);
  const [home, backfill] = await Promise.all([showHome(inShop), inShop((tx) => readBackfill(tx))]);
  return {
    home,
    olderOrdersUnseen: backfill.olderOrdersUnseen,
    shopName: shop.name,
    inboundAddress,
    showFirstSteps: !settings.onboardingDismissed,
  };
};

const REFRESH_MS = 2_000;

export default function HomePage() {
  const { home, olderOrdersUnseen, inboundAddress, shopName, showFirstSteps } =
    useLoaderData<typeof loader>();
  useRefreshWhile(home.backfill.state === "waiting" || home.backfill.state === "running");
  return (
    <Page title={shopName} subtitle="Care for shoppers, with every fact traced to a record">
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            <AttentionCard attention={home.attention} />
            {showFirstSteps ? <FirstSteps home={home} inboundAddress={inboundAddress} /> : null}
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <MirrorCard home={home} olderOrdersUnseen={olderOrdersUnseen} />
        </Layout.Section>
      </Layout>
    </Page>
  );
}

/** Looks again every few seconds while something moves and somebody is looking. */
function useRefreshWhile(moving: boolean) {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!moving) return undefined;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") revalidate();
    }, REFRESH_MS);
    return () => clearInterval(timer);
  }, [moving, revalidate]);
}
