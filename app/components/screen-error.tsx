import { isRouteErrorResponse, useRevalidator } from "@remix-run/react";
import { Banner, BlockStack, Page, Text } from "@shopify/polaris";
import { useWords } from "./words.tsx";

/** What a screen shows instead of itself: what happened, in plain words, and what to do about it. */
export function ScreenError({ error }: { error: unknown }) {
  const { revalidate, state } = useRevalidator();
  const say = useWords();
  const kind = kindOf(error);
  return (
    <Page title={say("app.name")}>
      <Banner
        title={say(`error.${kind}.title`)}
        tone="critical"
        action={{ content: say("action.tryAgain"), onAction: revalidate, loading: state === "loading" }}
      >
        <BlockStack gap="200">
          <Text as="p">{say(`error.${kind}.text`)}</Text>
        </BlockStack>
      </Banner>
    </Page>
  );
}

function kindOf(error: unknown): "notFound" | "signedOut" | "noConnection" | "other" {
  if (isRouteErrorResponse(error) && error.status === 404) return "notFound";
  if (isRouteErrorResponse(error) && error.status === 401) return "signedOut";
  return error instanceof TypeError ? "noConnection" : "other";
}
