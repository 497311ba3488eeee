import { BlockStack, InlineStack, Layout, Page } from "@shopify/polaris";
import { useCallback, useState } from "react";
import { EmotionBadge, PriorityBadge, StatusBadge } from "#app/components/conversation-badges.tsx";
import { useAnswer } from "#app/components/draft/use-answer.ts";
import { KeysDialog } from "#app/components/keys-dialog.tsx";
import { Here } from "#app/components/live/here.tsx";
import { LostConnection } from "#app/components/lost-connection.tsx";
import { OrderCard } from "#app/components/order-card.tsx";
import { withNames } from "#app/components/person-name.ts";
import { shortSubject } from "#app/components/short-subject.ts";
import { useWords } from "#app/components/words.tsx";
import type { Choices } from "#app/desk/inbox/read-choices.server.ts";
import { Prefetch } from "#app/routes/inbox/prefetch.tsx";
import type { Say } from "#app/words/say.ts";
import { ActivityCard } from "./acting/activity-card.tsx";
import { GiveDialog } from "./acting/give-dialog.tsx";
import { CONVERSATION_KEYS } from "./acting/keys.ts";
import { NewNote } from "./acting/new-note.tsx";
import { NoteEntry } from "./acting/note-entry.tsx";
import { ActingToolbar, focusOpener, type ActingMenu, type ActingPlace } from "./acting/toolbar.tsx";
import { useActing } from "./acting/use-acting.ts";
import { useConversationKeys, useOpened } from "./acting/use-conversation-keys.ts";
import { useSeen } from "./acting/use-seen.ts";
import { useStanding } from "./acting/use-standing.ts";
import { CorrectionBanners } from "./correction-banners.tsx";
import { DeliveryBanners } from "./delivery-banners.tsx";
import { DraftCard } from "./draft-card.tsx";
import { JoinedBanner } from "./joined-banner.tsx";
import { KeepAnswerCard } from "./keep-answer-card.tsx";
import { AsidesCard } from "./outgoing-asides-card.tsx";
import { Leaving, type TakenBack } from "./outgoing-leaving.tsx";
import { MergeCard } from "./outgoing-merge-card.tsx";
import { PriorityCard } from "./priority-card.tsx";
import { PromisesCard } from "./promises-card.tsx";
import { ReadingCard } from "./reading-card.tsx";
import type { Loaded } from "./route.tsx";
import { ServiceLevelCard } from "./service-level-card.tsx";
import { ShopperCard } from "./shopper-card.tsx";
import { StaffFactsCard } from "./staff-facts-card.tsx";
import { Thread } from "./thread.tsx";
import { WholeSubject } from "./whole-subject.tsx";

/** One conversation: what was said and what is about to be, and all that a person can do about it. */
export function ConversationScreen({ loaded }: { loaded: Loaded }) {
  const { conversation, team, answer, shopZone, lost = false } = loaded;
  const { id } = conversation;
  const say = useWords();
  const [takenBack, setTakenBack] = useState<TakenBack | null>(null);
  const { data: choices } = useAnswer<Choices>("/inbox/choices");
  const staff = choices?.staff ?? [];
  const people = withNames(say, staff);
  const nameOf = (of: string) => people.find((one) => one.id === of)?.name ?? null;
  const acting = useActing({ id, loaded: useStanding(conversation, team), nameOf });
  const { shown, act } = acting;
  const [menu, setMenu] = useState<ActingMenu>(null);
  const [place, setPlace] = useState<ActingPlace | "keys" | null>(null);
  const isOver = shown.status === "closed" || shown.status === "spam";
  const next = useConversationKeys({
    id,
    onAssign: () => setMenu("assign"),
    onClose: () => acting.change({ status: isOver ? "open" : "closed" }),
    onNote: () => setPlace("note"),
    onUndo: acting.undoLast,
    onHelp: () => setPlace("keys"),
    onEnd: () => acting.tell(say("acting.keys.end")),
  });
  const main = useOpened(id);
  const keys = { content: say("inbox.keys.title"), onAction: () => setPlace("keys") };
  useSeen(id, team);
  return (
    <Page
      title={shortSubject(conversation.subject) || say("conversation.noSubject")}
      backAction={{ content: say("nav.inbox"), url: "/inbox" }}
      actionGroups={[{ title: say("inbox.more"), actions: [...newMessage(say, conversation), keys] }]}
      titleMetadata={
        <InlineStack gap="100">
          <StatusBadge status={shown.status} />
          <EmotionBadge emotion={conversation.emotion} unsure={conversation.unsure} />
          <PriorityBadge priority={shown.priority} />
        </InlineStack>
      }
    >
      <div
        ref={main}
        tabIndex={-1}
        className="attune-focus-place"
        aria-label={shortSubject(conversation.subject)}
      >
        <Layout>
          <Layout.Section>
            <BlockStack gap="400">
              <WholeSubject subject={conversation.subject} />
              <LostConnection lost={lost} />
              <Here conversationId={id} />
              <JoinedBanner />
              <ActingToolbar
                {...{ shown, choices, menu, setMenu }}
                me={team.me}
                zone={shopZone}
                onChange={acting.change}
                onOpen={setPlace}
              />
              <CorrectionBanners corrections={conversation.corrections} />
              <DeliveryBanners deliveries={conversation.deliveries} status={conversation.status} />
              <Thread
                conversation={conversation}
                me={team.me}
                beside={team.notes.map((note) => ({
                  ...note,
                  shown: <NoteEntry {...{ note, staff, act }} />,
                }))}
              >
                <Leaving conversation={conversation} onUndone={setTakenBack} />
                <NewNote open={place === "note"} {...{ staff, act }} onClose={() => setPlace(null)} />
              </Thread>
              <DraftCard conversation={conversation} takenBack={takenBack} onChange={acting.change} />
              {answer ? <KeepAnswerCard key={answer.draftId} {...answer} /> : null}
              <StaffFactsCard conversation={conversation} />
              <AsidesCard conversation={conversation} />
              <ActivityCard conversationId={id} me={team.me} zone={shopZone} version={loaded} />
            </BlockStack>
          </Layout.Section>
          <Layout.Section variant="oneThird">
            <Beside loaded={loaded} over={isOver} />
          </Layout.Section>
        </Layout>
      </div>
      <output className="attune-hidden">{acting.said}</output>
      <GiveDialog
        open={place === "escalate" || place === "handOver" ? place : null}
        staff={people}
        act={act}
        me={team.me}
        zone={shopZone}
        onHide={() => {
          setPlace(null);
          focusOpener("more");
        }}
      />
      <KeysDialog
        rows={CONVERSATION_KEYS}
        open={place === "keys"}
        onHide={() => {
          setPlace(null);
          main.current?.focus();
        }}
      />
      {next ? <PrefetchOnce key={next} id={next} /> : null}
    </Page>
  );
}

/** What is known about it, beside what is said. */
function Beside({ loaded, over }: { loaded: Loaded; over: boolean }) {
  const { conversation, team, level, triage, shopZone: zone } = loaded;
  return (
    <BlockStack gap="400">
      <ServiceLevelCard
        conversationId={conversation.id}
        version={conversation.updatedAt + conversation.status}
        loaded={level}
      />
      {triage ? <PriorityCard triage={triage} over={over} me={team.me} zone={zone} /> : null}
      <ShopperCard conversation={conversation} zone={zone} />
      {conversation.orders.map((order) => (
        <OrderCard
          key={order.id}
          order={order}
          reading={conversation.reading}
          zone={zone}
          promises={conversation.promises}
        />
      ))}
      <PromisesCard promises={conversation.promises} zone={zone} />
      <ReadingCard reading={conversation.reading} zone={zone} />
      <MergeCard conversation={conversation} />
    </BlockStack>
  );
}

/** It is looked up once, while this one is read. */
function PrefetchOnce({ id }: { id: string }) {
  const [done, setDone] = useState(false);
  const onDone = useCallback(() => setDone(true), []);
  return done ? null : <Prefetch id={id} onDone={onDone} />;
}

/** To write first to whom this conversation is with, about something else. */
const newMessage = (say: Say, { customer }: { customer: { id: string | null } }) =>
  customer.id === null
    ? []
    : [{ content: say("outgoing.new.title"), url: `/inbox/new?customer=${customer.id}` }];
