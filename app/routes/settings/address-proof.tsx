import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import { useRelativeTime } from "#app/components/relative-time.tsx";
import { Unreached } from "#app/components/unreached.tsx";
import { useWords } from "#app/components/words.tsx";
import type { ShownAddress } from "#app/shop/list-sending-addresses.server.ts";
import type { Say } from "#app/words/say.ts";
import type { clientAction } from "./route.tsx";

/** How the proof of an address stands, until it is proven: nothing is sent from it before. */
export function AddressProof({ address: { id, address, provenAt, check } }: { address: ShownAddress }) {
  const say = useWords();
  const fetcher = useFetcher<typeof clientAction>();
  const ago = useRelativeTime(check?.askedAt ?? null);
  if (provenAt !== null) return null;
  return (
    <BlockStack gap="200">
      <Unreached answered={fetcher.data} />
      <div aria-live="polite">
        <Text as="p" tone={check?.state === "failed" ? "critical" : "subdued"}>
          {standing(say, check, ago)}
        </Text>
      </div>
      <InlineStack gap="200" blockAlign="center">
        <fetcher.Form method="post">
          <input type="hidden" name="intent" value="prove-address" />
          <input type="hidden" name="id" value={id} />
          <Button
            submit
            size="slim"
            loading={fetcher.state !== "idle"}
            accessibilityLabel={say(check ? "mail.addresses.againTo" : "mail.addresses.sendTo", { address })}
          >
            {say(check ? "mail.addresses.again" : "mail.addresses.send")}
          </Button>
        </fetcher.Form>
        {fetcher.data?.outcome === "too_soon" || fetcher.data?.outcome === "too_many" ? (
          <Text as="span" tone="critical">
            {say(fetcher.data.outcome === "too_soon" ? "mail.addresses.tooSoon" : "mail.addresses.tooMany")}
          </Text>
        ) : null}
      </InlineStack>
    </BlockStack>
  );
}

function standing(say: Say, check: ShownAddress["check"], ago: string): string {
  switch (check?.state) {
    case undefined:
      return say("mail.addresses.ask");
    case "queued":
    case "sent":
      return say("mail.addresses.sent", { ago });
    case "late":
      return say("mail.addresses.late");
    case "failed":
      return say("mail.addresses.failed", { response: check.response });
    case "expired":
      return say("mail.addresses.expired");
    case "done":
      return say("mail.addresses.proven");
  }
}
