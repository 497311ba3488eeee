import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, type ClientActionFunctionArgs } from "@remix-run/react";
import { BlockStack, Page } from "@shopify/polaris";
import { composedLanguage, composedLanguages } from "#app/care/draft/catalogue/catalogue.ts";
import { readSpending } from "#app/care/draft/model/draft-budget.server.ts";
import { countProposed } from "#app/care/learn/count-edits.server.ts";
import { readTokensToday } from "#app/care/understand/model-budget.server.ts";
import { reachOr } from "#app/components/last-known.ts";
import { env } from "#app/env.server.ts";
import { countSetAside, MOST_COUNTED } from "#app/desk/list-set-aside.server.ts";
import { listSendingAddresses } from "#app/shop/list-sending-addresses.server.ts";
import { modelMayDraft } from "#app/shop/settings.ts";
import { requireStaff } from "#app/staff.server.ts";
import { listDataRequests } from "#app/privacy/read-data-requests.server.ts";
import { changeSettings } from "./change-settings.server.ts";
import { DataRequestsCard } from "./data-requests-card.tsx";
import { InboundCard } from "./inbound-card.tsx";
import { KnowledgeCard } from "./knowledge-card.tsx";
import { OutreachCard } from "./outreach-card.tsx";
import { ModelCard } from "./model-card.tsx";
import { SendingAddressesCard } from "./sending-addresses-card.tsx";
import { SetAsideCard } from "./set-aside-card.tsx";
import { SettingsSection } from "#app/components/settings-section.tsx";
import { VoiceForm } from "./voice-form.tsx";

export const meta: MetaFunction = () => [{ title: "Settings" }];

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { inShop, settings, inboundAddress, staff, shop } = await requireStaff(request);
  return {
    voice: settings.voice,
    answerWithinHours: settings.answerWithinHours,
    outreach: settings.outreach,
    staffName: settings.staffNames[staff.id] ?? "",
    addresses: await inShop((tx) => listSendingAddresses(tx)),
    fallbackAddress: env.MAIL_FROM,
    inboundAddress,
    shopName: shop.name,
    dataRequests: await inShop((tx) => listDataRequests(tx)),
    model: {
      available: env.ANTHROPIC_API_KEY !== undefined,
      accepted: settings.modelAccepted,
      tokensToday: await inShop((tx) => readTokensToday(tx, shop.id, new Date())),
      tokensPerDay: settings.modelTokensPerDay,
      // Accepted before drafts were part of it: readings alone, until the notice as it is now is accepted.
      drafts: modelMayDraft(settings),
      spentThisMonth: await inShop((tx) => readSpending(tx, shop.id, new Date())),
      budgetPerMonth: settings.modelBudgetPerMonth,
      glossLanguage: composedLanguage(settings.glossLanguage),
      languages: composedLanguages,
    },
    lessons: await inShop((tx) => countProposed(tx, shop.id)),
    setAside: { count: await countSetAside(inShop), most: MOST_COUNTED },
  };
};

export const action = async ({ request }: ActionFunctionArgs) => {
  const session = await requireStaff(request);
  return changeSettings(session, await request.formData());
};

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) =>
  reachOr(() => serverAction<typeof action>());

export default function SettingsPage() {
  const {
    voice,
    answerWithinHours,
    outreach,
    staffName,
    addresses,
    fallbackAddress,
    inboundAddress,
    shopName,
    dataRequests,
    setAside,
    lessons,
    model,
  } = useLoaderData<typeof loader>();
  return (
    <Page title="Settings" backAction={{ content: "Home", url: "/" }}>
      <BlockStack gap={{ xs: "600", md: "800" }}>
        <SettingsSection
          id="voice"
          title="Voice"
          description="How replies address shoppers, and how they are signed."
        >
          <VoiceForm saved={{ ...voice, staffName, answerWithinHours }} shopName={shopName} />
        </SettingsSection>
        <SettingsSection
          id="sending"
          title="Sending addresses"
          description="Replies come from your own address. Several are possible, each with its signature."
        >
          <SendingAddressesCard addresses={addresses} fallback={fallbackAddress} shopName={shopName} />
        </SettingsSection>
        <SettingsSection
          id="inbound"
          title="Incoming mail"
          description="Shoppers keep writing to the address they know. Your mailbox forwards a copy to Attune."
        >
          <InboundCard address={inboundAddress} />
        </SettingsSection>
        <SettingsSection
          id="knowledge"
          title="Knowledge"
          description="What drafts quote beside the record of an order."
        >
          <KnowledgeCard proposed={lessons} />
        </SettingsSection>
        <SettingsSection
          id="outreach"
          title="Writing first"
          description="Telling shoppers of a problem with their order before they ask."
        >
          <OutreachCard outreach={outreach} />
        </SettingsSection>
        <SettingsSection
          id="model"
          title="Language model"
          description="Whether a model outside of Attune may read and translate messages and write drafts, too."
        >
          <ModelCard model={model} />
        </SettingsSection>
        <SettingsSection
          id="privacy"
          title="Privacy"
          description="What shoppers asked to have handed to them, as Shopify passed it on."
        >
          <DataRequestsCard requests={dataRequests} />
        </SettingsSection>
        <SettingsSection
          id="set-aside"
          title="Events set aside"
          description="What Attune received and could not work with, to be tried again or dismissed."
        >
          <SetAsideCard {...setAside} />
        </SettingsSection>
      </BlockStack>
    </Page>
  );
}
