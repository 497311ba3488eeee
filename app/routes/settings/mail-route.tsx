import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, type ClientActionFunctionArgs } from "@remix-run/react";
import { BlockStack, Page } from "@shopify/polaris";
import { reachOr } from "#app/components/last-known.ts";
import { SettingsSection } from "#app/components/settings-section.tsx";
import { useNews } from "#app/components/use-news.ts";
import { titled, useWords } from "#app/components/words.tsx";
import { env } from "#app/env.server.ts";
import { showSendingAddresses } from "#app/shop/list-sending-addresses.server.ts";
import { readInboundCheck } from "#app/shop/mail-check/read-inbound-check.server.ts";
import { requireRole, requireStaff } from "#app/staff.server.ts";
import { changeSettings } from "./change-settings.server.ts";
import { DomainCard } from "./domain-card.tsx";
import { InboundCard } from "./inbound-card.tsx";
import { SendingAddressesCard } from "./sending-addresses-card.tsx";
import styles from "./settings.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta = titled((say) => say("mail.title"));

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const session = await requireStaff(request);
  requireRole(session, "mail");
  const { inShop, shop, inboundAddress } = session;
  const now = new Date();
  return inShop(async (tx) => ({
    ...{ inboundAddress, shopName: shop.name, fallback: env.MAIL_FROM },
    addresses: await showSendingAddresses(tx, now),
    inbound: await readInboundCheck(tx, shop.id, now),
  }));
};

export const action = async ({ request }: ActionFunctionArgs) => {
  const session = await requireStaff(request);
  return changeSettings(session, await request.formData());
};

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) =>
  reachOr(() => serverAction<typeof action>());

/** Somebody may be reading the mail that proves an address. */
const LOOK_EVERY_MS = 5_000;

export default function MailPage() {
  const say = useWords();
  const { inboundAddress, inbound, addresses, fallback, shopName } = useLoaderData<typeof loader>();
  useNews(
    LOOK_EVERY_MS,
    addresses.some(({ provenAt }) => provenAt === null),
  );
  const domains = [...new Set(addresses.map(({ address }) => address.split("@")[1] ?? ""))];
  return (
    <Page title={say("mail.title")} backAction={{ content: say("settings.title"), url: "/settings" }}>
      <BlockStack gap={{ xs: "600", md: "800" }}>
        <SettingsSection
          id="inbound"
          title={say("settings.inbound")}
          description={say("settings.inbound.description")}
        >
          <InboundCard address={inboundAddress} inbound={inbound} />
        </SettingsSection>
        <SettingsSection
          id="sending"
          title={say("settings.addresses")}
          description={say("settings.addresses.description")}
        >
          <SendingAddressesCard addresses={addresses} fallback={fallback} shopName={shopName} />
        </SettingsSection>
        {domains.length > 0 ? (
          <SettingsSection
            id="domains"
            title={say("mail.domains")}
            description={say("mail.domains.description")}
          >
            <BlockStack gap="400">
              {domains.map((domain) => (
                <DomainCard key={domain} domain={domain} />
              ))}
            </BlockStack>
          </SettingsSection>
        ) : null}
      </BlockStack>
    </Page>
  );
}
