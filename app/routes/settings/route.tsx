import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, type ClientActionFunctionArgs } from "@remix-run/react";
import { BlockStack, Page } from "@shopify/polaris";
import { composedLanguage, composedLanguages } from "#app/care/draft/catalogue/catalogue.ts";
import { readSpending } from "#app/care/draft/model/draft-budget.server.ts";
import { countRules } from "#app/care/triage/count-rules.server.ts";
import { countProposed } from "#app/care/learn/count-edits.server.ts";
import { readTokensToday } from "#app/care/understand/model-budget.server.ts";
import { reachOr } from "#app/components/last-known.ts";
import { titled, useWords } from "#app/components/words.tsx";
import { env } from "#app/env.server.ts";
import { countSetAside, MOST_COUNTED } from "#app/desk/list-set-aside.server.ts";
import { listSendingAddresses } from "#app/shop/list-sending-addresses.server.ts";
import { listStaff } from "#app/shop/list-staff.server.ts";
import { areas, mayDo, type Area } from "#app/shop/roles.ts";
import { modelMayDraft } from "#app/shop/settings.ts";
import { requireStaff } from "#app/staff.server.ts";
import { listDataRequests } from "#app/privacy/read-data-requests.server.ts";
import { changeSettings } from "./change-settings.server.ts";
import { DataRequestsCard } from "./data-requests-card.tsx";
import { InboundCard } from "./inbound-card.tsx";
import { KnowledgeCard } from "./knowledge-card.tsx";
import { OutreachCard } from "./outreach-card.tsx";
import { ModelCard } from "./model-card.tsx";
import { RoutingCard } from "./routing-card.tsx";
import { SendingAddressesCard } from "./sending-addresses-card.tsx";
import { ServiceLevelsCard } from "./service-levels-card.tsx";
import { OutgoingCard } from "./outgoing-card.tsx";
import { SetAsideCard } from "./set-aside-card.tsx";
import { SettingsSection } from "#app/components/settings-section.tsx";
import { TeamCard } from "./team-card.tsx";
import { VoiceForm } from "./voice-form.tsx";

export const meta = titled((say) => say("settings.title"));

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { inShop, keys, settings, inboundAddress, staff, shop } = await requireStaff(request);
  const isKeeper = mayDo(staff.role, "privacy");
  return {
    /** What of it whoever looks may change. */
    may: areas.filter((area) => mayDo(staff.role, area)),
    voice: settings.voice,
    answerWithinHours: settings.answerWithinHours,
    outreach: settings.outreach,
    serviceLevels: { on: settings.serviceLevels.on, alerts: settings.serviceLevels.alerts.on },
    undoSeconds: settings.desk.undoSeconds,
    staffName: settings.staffNames[staff.id] ?? "",
    addresses: await inShop((tx) => listSendingAddresses(tx)),
    fallbackAddress: env.MAIL_FROM,
    inboundAddress,
    shopName: shop.name,
    dataRequests: isKeeper ? await inShop((tx) => listDataRequests(tx)) : [],
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
    rules: await inShop((tx) => countRules(tx, shop.id)),
    members: (await inShop((tx) => listStaff(tx, keys))).length,
    lessons: await inShop((tx) => countProposed(tx, shop.id)),
    setAside: { count: isKeeper ? await countSetAside(inShop) : 0, most: MOST_COUNTED },
  };
};

export const action = async ({ request }: ActionFunctionArgs) => {
  const session = await requireStaff(request);
  return changeSettings(session, await request.formData());
};

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) =>
  reachOr(() => serverAction<typeof action>());

export default function SettingsPage() {
  const say = useWords();
  const {
    voice,
    answerWithinHours,
    outreach,
    serviceLevels,
    undoSeconds,
    staffName,
    addresses,
    fallbackAddress,
    inboundAddress,
    shopName,
    dataRequests,
    setAside,
    lessons,
    members,
    rules,
    model,
    may,
  } = useLoaderData<typeof loader>();
  const isFor = (area: Area) => may.includes(area);
  return (
    <Page title={say("settings.title")} backAction={{ content: say("settings.home"), url: "/" }}>
      <BlockStack gap={{ xs: "600", md: "800" }}>
        <SettingsSection id="team" title={say("team.section")} description={say("team.section.description")}>
          <TeamCard members={members} />
        </SettingsSection>
        {isFor("triage") ? (
          <SettingsSection
            id="routing"
            title={say("triage.title")}
            description={say("triage.section.description")}
          >
            <RoutingCard rules={rules} />
          </SettingsSection>
        ) : null}
        {isFor("knowledge") ? (
          <SettingsSection
            id="voice"
            title={say("settings.voice")}
            description={say("settings.voice.description")}
          >
            <VoiceForm saved={{ ...voice, staffName, answerWithinHours }} shopName={shopName} />
          </SettingsSection>
        ) : null}
        {isFor("triage") ? (
          <SettingsSection
            id="outgoing"
            title={say("outgoing.settings.title")}
            description={say("outgoing.settings.about")}
          >
            <OutgoingCard undoSeconds={undoSeconds} />
          </SettingsSection>
        ) : null}
        {isFor("mail") ? (
          <SettingsSection
            id="sending"
            title={say("settings.addresses")}
            description={say("settings.addresses.description")}
          >
            <SendingAddressesCard addresses={addresses} fallback={fallbackAddress} shopName={shopName} />
          </SettingsSection>
        ) : null}
        {isFor("mail") ? (
          <SettingsSection
            id="inbound"
            title={say("settings.inbound")}
            description={say("settings.inbound.description")}
          >
            <InboundCard address={inboundAddress} />
          </SettingsSection>
        ) : null}
        {isFor("knowledge") ? (
          <SettingsSection
            id="knowledge"
            title={say("settings.knowledge")}
            description={say("settings.knowledge.description")}
          >
            <KnowledgeCard proposed={lessons} />
          </SettingsSection>
        ) : null}
        {isFor("triage") ? (
          <SettingsSection
            id="service-levels"
            title={say("levels.title")}
            description={say("levels.card.description")}
          >
            <ServiceLevelsCard {...serviceLevels} />
          </SettingsSection>
        ) : null}
        {isFor("outreach") ? (
          <SettingsSection
            id="outreach"
            title={say("settings.outreach")}
            description={say("settings.outreach.description")}
          >
            <OutreachCard outreach={outreach} />
          </SettingsSection>
        ) : null}
        {isFor("model") ? (
          <SettingsSection
            id="model"
            title={say("settings.model")}
            description={say("settings.model.description")}
          >
            <ModelCard model={model} />
          </SettingsSection>
        ) : null}
        {isFor("privacy") ? <KeptData {...{ dataRequests, setAside }} /> : null}
      </BlockStack>
    </Page>
  );
}

type Kept = Pick<ReturnType<typeof useLoaderData<typeof loader>>, "dataRequests" | "setAside">;

/** What is kept of people, and what arrived and could not be read. */
function KeptData({ dataRequests, setAside }: Kept) {
  const say = useWords();
  return (
    <>
      <SettingsSection
        id="privacy"
        title={say("settings.privacy")}
        description={say("settings.privacy.description")}
      >
        <DataRequestsCard requests={dataRequests} />
      </SettingsSection>
      <SettingsSection
        id="set-aside"
        title={say("settings.setAside")}
        description={say("settings.setAside.description")}
      >
        <SetAsideCard {...setAside} />
      </SettingsSection>
    </>
  );
}
