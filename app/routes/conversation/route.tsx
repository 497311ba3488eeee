import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useRevalidator, useRouteError } from "@remix-run/react";
import { BlockStack, InlineStack, Layout, Page } from "@shopify/polaris";
import { useEffect } from "react";
import { EmotionBadge, PriorityBadge, StatusBadge } from "#app/components/conversation-badges.tsx";
import { ScreenError } from "#app/components/screen-error.tsx";
import { showConversation } from "#app/desk/show-conversation.server.ts";
import { requireStaff } from "#app/staff.server.ts";
import { answerConversation } from "./answer-conversation.server.ts";
import { DeliveryBanners } from "./delivery-banners.tsx";
import { DraftCard } from "./draft-card.tsx";
import { OrderCard } from "./order-card.tsx";
import { ReadingCard } from "./reading-card.tsx";
import { ShopperCard } from "./shopper-card.tsx";
import sentenceStyles from "./sentence.css?url";
import { Thread } from "./thread.tsx";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: sentenceStyles }];

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.conversation.subject || "Conversation" },
];

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { inShop, keys } = await requireStaff(request);
  const conversation = await showConversation({ inShop, keys }, params["conversationId"] ?? "");
  if (!conversation) throw new Response("Not found", { status: 404 });
  return { conversation };
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const session = await requireStaff(request);
  return answerConversation(session, params["conversationId"] ?? "", await request.formData());
};

const REFRESH_MS = 3_000;

export default function ConversationPage() {
  const { conversation } = useLoaderData<typeof loader>();
  useFreshWhileLookedAt();
  return (
    <Page
      title={conversation.subject || "(no subject)"}
      backAction={{ content: "Inbox", url: "/inbox" }}
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
            <DeliveryBanners deliveries={conversation.deliveries} />
            <Thread messages={conversation.messages} />
            <DraftCard
              draft={conversation.draft}
              messages={conversation.messages}
              status={conversation.status}
            />
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            <ShopperCard conversation={conversation} />
            {conversation.orders.map((order) => (
              <OrderCard key={order.id} order={order} />
            ))}
            <ReadingCard reading={conversation.reading} />
          </BlockStack>
        </Layout.Section>
      </Layout>
    </Page>
  );
}

export function ErrorBoundary() {
  return <ScreenError error={useRouteError()} />;
}

/** A draft may arrive, a parcel may move, a colleague may answer: the screen follows while somebody looks. */
function useFreshWhileLookedAt() {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible" && state === "idle") revalidate();
    }, REFRESH_MS);
    return () => clearInterval(timer);
  }, [revalidate, state]);
}
