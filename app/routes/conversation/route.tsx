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
import { useEffect } from "react";
import { lastKnown, reachOr } from "#app/components/last-known.ts";
import { LostConnection } from "#app/components/lost-connection.tsx";
import { EmotionBadge, PriorityBadge, StatusBadge } from "#app/components/conversation-badges.tsx";
import { ScreenError } from "#app/components/screen-error.tsx";
import { useNews } from "#app/components/use-news.ts";
import { titled, useWords } from "#app/components/words.tsx";
import { showConversation } from "#app/desk/show-conversation.server.ts";
import { answerToKeep } from "#app/care/learn/keep-answer.server.ts";
import { requireStaff } from "#app/staff.server.ts";
import { answerConversation } from "./answer-conversation.server.ts";
import { CorrectionBanners } from "./correction-banners.tsx";
import { DeliveryBanners } from "./delivery-banners.tsx";
import { DraftCard } from "./draft-card.tsx";
import { JOINED, JoinedBanner } from "./joined-banner.tsx";
import { KeepAnswerCard } from "./keep-answer-card.tsx";
import { OrderCard } from "#app/components/order-card.tsx";
import { PromisesCard } from "./promises-card.tsx";
import { ReadingCard } from "./reading-card.tsx";
import { ShopperCard } from "./shopper-card.tsx";
import { StaffFactsCard } from "./staff-facts-card.tsx";
import draftStyles from "#app/components/draft/draft.css?url";
import styles from "./conversation.css?url";
import { Thread } from "./thread.tsx";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: draftStyles },
  { rel: "stylesheet", href: styles },
];

export const meta = titled<Awaited<ReturnType<typeof loader>>>(
  (say, data) => data?.conversation.subject || say("conversation.title"),
);

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { inShop, keys, shop } = await requireStaff(request);
  const { conversationId = "" } = params;
  const conversation = await showConversation({ inShop, keys, now: () => new Date() }, conversationId);
  if (!conversation) throw new Response("Not found", { status: 404 });
  if (conversation.id !== conversationId) throw redirect(joinedUrl(request, conversation.id));
  return { conversation, answer: await answerToKeep(inShop, conversation.draft), shopZone: shop.timezone };
};

/** What Shopify puts into an address of the app stays in it. */
function joinedUrl(request: Request, id: string): string {
  const { searchParams } = new URL(request.url);
  searchParams.set(JOINED, "1");
  return `/inbox/${id}?${searchParams.toString()}`;
}

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const session = await requireStaff(request);
  return answerConversation(session, params["conversationId"] ?? "", await request.formData());
};

const known = lastKnown<Awaited<ReturnType<typeof loader>>>();

export const clientLoader = ({ serverLoader, params }: ClientLoaderFunctionArgs) =>
  known.load(params["conversationId"] ?? "", () => serverLoader<typeof loader>());

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) =>
  reachOr(() => serverAction<typeof action>());

const REFRESH_MS = 3_000;

export default function ConversationPage() {
  const say = useWords();
  const { conversation, answer, shopZone, lost } = useLoaderData<typeof clientLoader>();
  useEffect(
    () => known.remember(conversation.id, { conversation, answer, shopZone }),
    [conversation, answer, shopZone],
  );
  // A draft may arrive, a parcel may move, a colleague may answer.
  useNews(REFRESH_MS);
  return (
    <Page
      title={conversation.subject || say("conversation.noSubject")}
      backAction={{ content: say("nav.inbox"), url: "/inbox" }}
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
            <JoinedBanner />
            <CorrectionBanners corrections={conversation.corrections} />
            <DeliveryBanners deliveries={conversation.deliveries} status={conversation.status} />
            <Thread conversation={conversation} />
            <DraftCard conversation={conversation} />
            {answer ? <KeepAnswerCard key={answer.draftId} {...answer} /> : null}
            <StaffFactsCard conversation={conversation} />
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            <ShopperCard conversation={conversation} />
            <PromisesCard promises={conversation.promises} zone={shopZone} />
            <ReadingCard reading={conversation.reading} />
            {conversation.orders.map((order) => (
              <OrderCard key={order.id} order={order} reading={conversation.reading} />
            ))}
          </BlockStack>
        </Layout.Section>
      </Layout>
    </Page>
  );
}

export function ErrorBoundary() {
  return <ScreenError error={useRouteError()} />;
}
