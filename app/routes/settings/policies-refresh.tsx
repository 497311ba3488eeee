import { useFetcher } from "@remix-run/react";
import { Banner, BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { ShopTime } from "#app/components/shop-time.tsx";
import { Unreached } from "#app/components/unreached.tsx";
import { useOutcomeToast } from "#app/components/use-outcome-toast.ts";
import { useWords, Words } from "#app/components/words.tsx";
import type { clientAction } from "./policies-route.tsx";

const DONE = { refreshed: "policies.refreshed" } as const;
const FAILED = {
  busy: "policies.refresh.busy",
  silent: "policies.refresh.silent",
  refused: "policies.refresh.refused",
  hidden: "policies.refresh.hidden",
} as const;

/** When the policies were last taken from Shopify, and having them taken now. */
export function PoliciesRefresh({ readAt, zone }: { readAt: string | null; zone: string }) {
  const say = useWords();
  const fetcher = useFetcher<typeof clientAction>();
  const isBusy = fetcher.state !== "idle";
  const outcome = isBusy ? undefined : fetcher.data?.outcome;
  useOutcomeToast(fetcher.data, DONE);
  const failed = outcome && outcome !== "refreshed" && outcome !== "unreachable" ? FAILED[outcome] : null;
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="p" tone="subdued">
            {readAt ? (
              <Words of="policies.taken" values={{ ago: <ShopTime at={readAt} zone={zone} /> }} />
            ) : (
              say("policies.taken.never")
            )}
          </Text>
          <fetcher.Form method="post">
            <Button submit size="slim" loading={isBusy}>
              {say("policies.refresh")}
            </Button>
          </fetcher.Form>
        </InlineStack>
        <div aria-live="polite">
          {isBusy ? (
            <Text as="p" visuallyHidden>
              {say("policies.refresh.busyNow")}
            </Text>
          ) : null}
          <Unreached answered={isBusy ? undefined : fetcher.data} />
          {failed ? <Banner tone="critical">{say(failed)}</Banner> : null}
        </div>
      </BlockStack>
    </Card>
  );
}
