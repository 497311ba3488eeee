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
        tone={kind === "forbidden" || kind === "notFound" ? "warning" : "critical"}
        action={
          kind === "forbidden"
            ? { content: say("error.forbidden.team"), url: "/settings/team" }
            : kind === "notFound"
              ? { content: say("nav.inbox"), url: "/inbox" }
              : { content: say("action.tryAgain"), onAction: revalidate, loading: state === "loading" }
        }
        secondaryAction={kind === "notFound" ? { content: say("nav.home"), url: "/" } : undefined}
      >
        <BlockStack gap="200">
          <Text as="p">{say(`error.${kind}.text`, { role: roleAskedFor(error) })}</Text>
        </BlockStack>
      </Banner>
    </Page>
  );
}

type Kind = "notFound" | "signedOut" | "forbidden" | "noConnection" | "other";

function kindOf(error: unknown): Kind {
  if (isRouteErrorResponse(error) && error.status === 403) return "forbidden";
  // An address that names nothing there can be names nothing there is.
  if (isRouteErrorResponse(error) && (error.status === 404 || error.status === 400)) return "notFound";
  if (isRouteErrorResponse(error) && error.status === 401) return "signedOut";
  return error instanceof TypeError ? "noConnection" : "other";
}

/** The least role that would have been enough: what staff.server.ts answers with 403. */
function roleAskedFor(error: unknown): string {
  const data: unknown = isRouteErrorResponse(error) ? error.data : null;
  const role = typeof data === "object" && data !== null && "role" in data ? data.role : null;
  return role === "lead" ? role : "owner";
}
