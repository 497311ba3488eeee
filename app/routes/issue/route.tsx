import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import {
  useFetcher,
  useLoaderData,
  useRouteError,
  type ClientActionFunctionArgs,
  type ClientLoaderFunctionArgs,
} from "@remix-run/react";
import { BlockStack, Button, InlineStack, Layout, Page } from "@shopify/polaris";
import { useEffect, useRef, useState } from "react";
import { AnswerBanner } from "#app/components/answer-banner.tsx";
import draftStyles from "#app/components/draft/draft.css?url";
import { IssueStatusBadge, SeverityBadge } from "#app/components/issue-badges.tsx";
import { issueKindLabel } from "#app/components/issue-labels.ts";
import { issueSentence } from "#app/components/issue-sentence.ts";
import { isolated } from "#app/components/labels.ts";
import { lastKnown, reachOr } from "#app/components/last-known.ts";
import { LostConnection } from "#app/components/lost-connection.tsx";
import { OrderCard } from "#app/components/order-card.tsx";
import { ScreenError } from "#app/components/screen-error.tsx";
import { useNews } from "#app/components/use-news.ts";
import type { IssueDetail } from "#app/desk/issue-shapes.ts";
import { requireStaff } from "#app/staff.server.ts";
import { OthersCard, ShopperCard } from "./about-card.tsx";
import { answerIssue } from "./answer-issue.server.ts";
import { ApprovedMessage } from "./approved-message.tsx";
import { DecisionCard } from "./decision-card.tsx";
import { decisionInWords } from "./decision-words.ts";
import styles from "./issue.css?url";
import { issueScreen } from "./issue-screen.server.ts";
import { OutreachDraft, type Edited } from "./outreach-draft.tsx";
import { UnsentText } from "./unsent-text.tsx";
import { Snooze } from "./snooze.tsx";
import { StatusBanners } from "./status-banners.tsx";
import { TimelineCard } from "./timeline-card.tsx";
import { useIssueToast } from "./use-issue-toast.ts";
import { useTakeBack } from "./use-take-back.ts";
import { WhatIsWrongCard } from "./what-is-wrong-card.tsx";
import { titled, useWords } from "#app/components/words.tsx";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: draftStyles },
  { rel: "stylesheet", href: styles },
];

export const meta = titled<Awaited<ReturnType<typeof loader>>>((say, data) =>
  data
    ? say("issue.title", { kind: issueKindLabel(say, data.issue.kind), order: data.issue.order.name })
    : say("issue.title.none"),
);

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const session = await requireStaff(request);
  const screen = await issueScreen(session, params["issueId"] ?? "");
  if (!screen) throw new Response("Not found", { status: 404 });
  return screen;
};

export const action = async ({ request, params }: ActionFunctionArgs) => {
  const session = await requireStaff(request);
  return answerIssue(session, params["issueId"] ?? "", await request.formData());
};

const known = lastKnown<Awaited<ReturnType<typeof loader>>>();

export const clientLoader = ({ serverLoader, params }: ClientLoaderFunctionArgs) =>
  known.load(params["issueId"] ?? "", () => serverLoader<typeof loader>());

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) =>
  reachOr(() => serverAction<typeof action>());

const REFRESH_MS = 5_000;

export default function IssuePage() {
  const say = useWords();
  const data = useLoaderData<typeof clientLoader>();
  const { issue, decider, me, around, timeline, leavesAt, shopZone, lost } = data;
  useEffect(() => known.remember(issue.id, data));
  // A parcel may move, a colleague may decide.
  useNews(REFRESH_MS);
  const settle = useFetcher<typeof clientAction>({ key: `settle:${issue.id}` });
  useIssueToast(settle.data);
  const change = (intent: "dismiss" | "reopen" | "end_snooze") =>
    settle.submit({ intent }, { method: "post" });
  const open = issue.status === "open";
  const [edited, setEdited] = useState<Edited | null>(null);
  const back = useTakeBack(issue.id, setEdited);
  const banners = useFocusAfter(hasDraft(issue));
  return (
    <Page
      title={issueKindLabel(say, issue.kind)}
      subtitle={`${issue.order.name} · ${isolated(issue.shopper || say("shopper.noName"))}`}
      backAction={{ content: say("issues.title"), url: "/issues" }}
      titleMetadata={
        <InlineStack gap="100">
          <SeverityBadge severity={issue.severity} />
          <IssueStatusBadge status={issue.status} by={issue.resolvedBy} />
        </InlineStack>
      }
      secondaryActions={
        open ? (
          <InlineStack gap="200">
            <Button onClick={() => change("dismiss")} loading={settle.state !== "idle"}>
              {say("issue.dismiss")}
            </Button>
            <Snooze zone={shopZone} />
          </InlineStack>
        ) : undefined
      }
    >
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            <LostConnection lost={lost} />
            {settle.state === "idle" ? <AnswerBanner answered={settle.data} /> : null}
            {/* What was clicked on goes away with what it did: the focus goes to what is said of it. */}
            <div ref={banners} tabIndex={-1} className="attune-banners">
              <StatusBanners
                issue={issue}
                zone={shopZone}
                onReopen={issue.status === "dismissed" ? () => change("reopen") : null}
                onEndSnooze={() => change("end_snooze")}
                onTakeBack={back.takeBack}
                working={back.working || settle.state !== "idle"}
              />
              <AnswerBanner answered={back.answered} />
            </div>
            <WhatIsWrongCard
              orderId={issue.order.id}
              sentence={issueSentence(say, { ...issue, orderId: issue.order.id }, shopZone)}
              stakes={issue.stakes}
              evidence={issue.evidence}
              zone={shopZone}
            />
            {edited && !hasDraft(issue) ? (
              <UnsentText text={edited.text} onDismiss={() => setEdited(null)} />
            ) : null}
            {hasDraft(issue) && issue.draft && issue.outreach ? (
              <OutreachDraft
                edited={edited}
                setEdited={setEdited}
                draft={issue.draft}
                around={around}
                stage={issue.outreach.stage}
                leavesAt={leavesAt}
                zone={shopZone}
              />
            ) : null}
            {isApproved(issue) && issue.draft ? (
              <ApprovedMessage draft={issue.draft} around={issue.around} />
            ) : null}
            <TimelineCard issueId={issue.id} items={timeline} zone={shopZone} />
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            <DecisionCard
              {...decisionInWords(say, { ...issue, decider, me }, shopZone)}
              reasons={issue.status === "dismissed" ? [] : (issue.outreach?.reasons ?? [])}
              zone={shopZone}
            />
            <ShopperCard issue={issue} />
            <OthersCard others={issue.others} orderName={issue.order.name} />
            <OrderCard order={issue.shownOrder} reading={null} journey={false} zone={shopZone} />
          </BlockStack>
        </Layout.Section>
      </Layout>
    </Page>
  );
}

const hasDraft = ({ draft, outreach, status }: IssueDetail): boolean =>
  draft !== null && outreach?.state === "waiting" && status !== "dismissed";

/** What leaves in the morning can be read, and taken back, until then. */
const isApproved = ({ draft, outreach }: IssueDetail): boolean =>
  draft?.status === "sent" && (outreach?.state === "approved" || outreach?.state === "sent");

/** Takes the focus when a message that was decided on goes away with the button that did it. */
function useFocusAfter(there: boolean) {
  const place = useRef<HTMLDivElement>(null);
  const was = useRef(there);
  useEffect(() => {
    if (was.current && !there && document.activeElement === document.body) place.current?.focus();
    was.current = there;
  }, [there]);
  return place;
}

export function ErrorBoundary() {
  return <ScreenError error={useRouteError()} />;
}
