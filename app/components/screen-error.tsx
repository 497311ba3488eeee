import { isRouteErrorResponse, useRevalidator } from "@remix-run/react";
import { Banner, BlockStack, Page, Text } from "@shopify/polaris";

/** What a screen shows instead of itself: what happened, in plain words, and what to do about it. */
export function ScreenError({ error }: { error: unknown }) {
  const { revalidate, state } = useRevalidator();
  const { title, detail } = words(error);
  return (
    <Page title="Attune">
      <Banner
        title={title}
        tone="critical"
        action={{ content: "Try again", onAction: revalidate, loading: state === "loading" }}
      >
        <BlockStack gap="200">
          <Text as="p">{detail}</Text>
        </BlockStack>
      </Banner>
    </Page>
  );
}

function words(error: unknown): { title: string; detail: string } {
  if (isRouteErrorResponse(error) && error.status === 404) {
    return { title: "Not found", detail: "It may have been removed, or the link is not complete." };
  }
  if (isRouteErrorResponse(error) && error.status === 401) {
    return { title: "You are signed out", detail: "Open Attune again from your Shopify admin." };
  }
  if (error instanceof TypeError) {
    return { title: "No connection", detail: "Nothing was lost. Check your connection and try again." };
  }
  return {
    title: "This page could not be loaded",
    detail: "Nothing was lost or sent. Try again; if it stays, contact support with the time it happened.",
  };
}
