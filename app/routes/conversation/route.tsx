import {
  redirect,
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import {
  useLoaderData,
  useRouteError,
  type ClientActionFunctionArgs,
  type ClientLoaderFunctionArgs,
} from "@remix-run/react";
import { BlockStack, InlineStack, Layout, Page } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { lastKnown, reachOr } from "#app/components/last-known.ts";
import { LostConnection } from "#app/components/lost-connection.tsx";
import { EmotionBadge, PriorityBadge, StatusBadge } from "#app/components/conversation-badges.tsx";
import { ScreenError } from "#app/components/screen-error.tsx";
import { Here } from "#app/components/live/here.tsx";
import { useLive } from "#app/components/live/use-live.ts";
import { prefetched } from "#app/components/prefetched.ts";
import { titled, useWords } from "#app/components/words.tsx";
import { showConversation } from "#app/desk/show-conversation.server.ts";
import { answerToKeep } from "#app/care/learn/keep-answer.server.ts";
import type { Say } from "#app/words/say.ts";
import { requireStaff } from "#app/staff.server.ts";
import { answerConversation } from "./answer-conversation.server.ts";
import { CorrectionBanners } from "./correction-banners.tsx";
import { DeliveryBanners } from "./delivery-banners.tsx";
import { DraftCard } from "./draft-card.tsx";
import { JOINED, JoinedBanner } from "./joined-banner.tsx";
import { KeepAnswerCard } from "./keep-answer-card.tsx";
import { AsidesCard } from "./outgoing-asides-card.tsx";
import { Leaving, type TakenBack } from "./outgoing-leaving.tsx";
import { MergeCard } from "./outgoing-merge-card.tsx";
import { OrderCard } from "#app/components/order-card.tsx";
import { PromisesCard } from "./promises-card.tsx";
import { ReadingCard } from "./reading-card.tsx";
import { ShopperCard } from "./shopper-card.tsx";
import { StaffFactsCard } from "./staff-facts-card.tsx";
import draftStyles from "#app/components/draft/draft.css?url";
import outgoingStyles from "#app/components/outgoing/outgoing.css?url";
import styles from "./conversation.css?url";
import { Thread } from "./thread.tsx";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: draftStyles },
  { rel: "stylesheet", href: styles },
  { rel: "stylesheet", href: outgoingStyles },
];

export const meta = titled<Awaited<ReturnType<typeof loader>>>(
  (say, data) => data?.conversation.subject || say("conversation.title"),
);

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { inShop, keys, shop } = await requireStaff(request);
  const { conversationId = "" } = params;
  const conversation = await showConversation({ inShop, keys, now: () => new Date() }, conversationId);
  if (!conversation) throw new Response("Not found", { status: 404 });
  if (conversation.id !== conversationId) {
    const isAside = conversation.outgoing.asides.some(({ id }) => id === conversationId);
    throw redirect(otherUrl(request, conversation.id, { joined: !isAside }));
  }
  return { conversation, answer: await answerToKeep(inShop, conversation.draft), shopZone: shop.timezone };
};

/** What Shopify puts into an address of the app stays in it. */
function otherUrl(request: Request, id: string, { joined }: { joined: boolean }): string {
  const { searchParams } = new URL(request.url);
  if (joined) searchParams.set(JOINED, "1");
  return `/inbox/${id}?${searchParams.toString()}`;
}

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const session = await requireStaff(request);
  return answerConversation(session, params["conversationId"] ?? "", await request.formData());
};

type Loaded = Awaited<ReturnType<typeof loader>>;
const known = lastKnown<Loaded>();
const ahead = prefetched<Loaded>();

export const clientLoader = ({ serverLoader, params }: ClientLoaderFunctionArgs) => {
  const { conversationId = "" } = params;
  return known.load(conversationId, () => ahead.load(conversationId, () => serverLoader<typeof loader>()));
};

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) =>
  reachOr(() => serverAction<typeof action>());

/** Of what no news comes: a parcel that moves, a note. */
const LOOKED_AT_EVERY_MS = 10_000;

export default function ConversationPage() {
  const say = useWords();
  const { conversation, answer, shopZone, lost } = useLoaderData<typeof clientLoader>();
  useEffect(
    () => known.remember(conversation.id, { conversation, answer, shopZone }),
    [conversation, answer, shopZone],
  );
  const [takenBack, setTakenBack] = useState<TakenBack | null>(null);
  // A draft may arrive, a parcel may move, a colleague may answer.
  useLive({ about: conversation.id, everyMs: LOOKED_AT_EVERY_MS });
  return (
    <Page
      title={conversation.subject || say("conversation.noSubject")}
      backAction={{ content: say("nav.inbox"), url: "/inbox" }}
      secondaryActions={newMessage(say, conversation)}
      titleMetadata={
        <InlineStack gap="100">
          <StatusBadge status={conversation.status} />
          <EmotionBadge emotion={conversation.emotion} unsure={conversation.unsure} />
          <PriorityBadge priority={conversation.priority} />
        </InlineStack>
      }
    >
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            <LostConnection lost={lost} />
            <Here key={conversation.id} conversationId={conversation.id} />
            <JoinedBanner />
            <CorrectionBanners corrections={conversation.corrections} />
            <DeliveryBanners deliveries={conversation.deliveries} status={conversation.status} />
            <Thread conversation={conversation}>
              <Leaving conversation={conversation} onUndone={setTakenBack} />
            </Thread>
            <DraftCard conversation={conversation} takenBack={takenBack} />
            {answer ? <KeepAnswerCard key={answer.draftId} {...answer} /> : null}
            <StaffFactsCard conversation={conversation} />
            <AsidesCard key={`${conversation.id} asides`} conversation={conversation} />
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            <ShopperCard conversation={conversation} zone={shopZone} />
            <MergeCard key={`${conversation.id} merge`} conversation={conversation} />
            <PromisesCard promises={conversation.promises} zone={shopZone} />
            <ReadingCard reading={conversation.reading} />
            {conversation.orders.map((order) => (
              <OrderCard
                key={order.id}
                order={order}
                reading={conversation.reading}
                zone={shopZone}
                promises={conversation.promises}
              />
            ))}
          </BlockStack>
        </Layout.Section>
      </Layout>
    </Page>
  );
}

/** To write first to whom this conversation is with, about something else. */
const newMessage = (say: Say, { customer }: { customer: { id: string | null } }) =>
  customer.id === null
    ? []
    : [{ content: say("outgoing.new.title"), url: `/inbox/new?customer=${customer.id}` }];

export function ErrorBoundary() {
  return <ScreenError error={useRouteError()} />;
}
