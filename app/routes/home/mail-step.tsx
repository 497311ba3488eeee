import { BlockStack, Link, Text } from "@shopify/polaris";
import { InboundTest } from "#app/components/inbound-test.tsx";
import { useRelativeTime } from "#app/components/relative-time.tsx";
import { useWords, Words } from "#app/components/words.tsx";
import type { InboundCheck } from "#app/shop/mail-check/read-inbound-check.server.ts";

/** How it is found out whether mail to the inbound address arrives. */
export function MailHow({
  inbound,
  address,
  mayTest,
}: {
  inbound: InboundCheck;
  address: string;
  mayTest: boolean;
}) {
  const say = useWords();
  return (
    <BlockStack gap="200">
      <Text as="p" tone="subdued">
        <Words of="home.steps.mail.test" values={{ address: <strong>{address}</strong> }} />
      </Text>
      {mayTest ? (
        <InboundTest inbound={inbound} address={address} />
      ) : (
        <Text as="p">{say("home.steps.mail.askOwner")}</Text>
      )}
      <Text as="p" tone="subdued">
        <Words
          of="home.steps.mail.forward"
          values={{ link: (inner) => <Link url="/settings/mail">{inner}</Link> }}
        />
      </Text>
    </BlockStack>
  );
}

/** When mail last came in. */
export function MailSeen({ at }: { at: string }) {
  const say = useWords();
  const ago = useRelativeTime(at);
  return (
    <Text as="p" tone="subdued">
      {say("home.steps.mail.arrived", { ago })}
    </Text>
  );
}
