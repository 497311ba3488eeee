import { BlockStack, Button, Card, InlineStack, SkeletonBodyText, Text } from "@shopify/polaris";
import { useEffect, useId, useState } from "react";
import { useAnswer } from "#app/components/draft/use-answer.ts";
import { BidiText } from "#app/components/bidi-text.tsx";
import { RelativeTime } from "#app/components/relative-time.tsx";
import { useWords } from "#app/components/words.tsx";
import type { Activity } from "#app/desk/show-activity.server.ts";
import { actorWords, eventWords } from "./activity-words.ts";

type Given = {
  conversationId: string;
  me: string;
  zone: string | null;
  /** Another object whenever the conversation was looked up anew. */
  version: object;
};

/** What was done to a conversation and who did it, asked for once somebody unfolds it. */
export function ActivityCard(given: Given) {
  const say = useWords();
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            {say("acting.activity")}
          </Text>
          <Button variant="plain" ariaExpanded={open} ariaControls={id} onClick={() => setOpen(!open)}>
            {say(open ? "acting.activity.hide" : "acting.activity.show")}
          </Button>
        </InlineStack>
        <div id={id} hidden={!open}>
          {open ? <Pages {...given} /> : null}
        </div>
      </BlockStack>
    </Card>
  );
}

function Pages(given: Given) {
  const [cursors, setCursors] = useState<(string | null)[]>([null]);
  return (
    <BlockStack gap="200">
      {cursors.map((cursor, at) => (
        <ActivityPage
          key={cursor}
          {...given}
          cursor={cursor}
          onOlder={at === cursors.length - 1 ? (next) => setCursors([...cursors, next]) : null}
        />
      ))}
    </BlockStack>
  );
}

type Page = Given & { cursor: string | null; onOlder: ((cursor: string) => void) | null };
type Shown = { items: Activity[]; nextCursor: string | null };

function ActivityPage({ conversationId, me, zone, version, cursor, onOlder }: Page) {
  const say = useWords();
  const query = cursor === null ? "" : `?${new URLSearchParams({ cursor }).toString()}`;
  const { data, failed, again } = useAnswer<Shown>(`/inbox/${conversationId}/activity${query}`);
  useEffect(again, [again, version]);
  if (failed)
    return (
      <InlineStack gap="200" blockAlign="center">
        <Text as="p">{say("acting.activity.lost")}</Text>
        <Button onClick={again}>{say("action.tryAgain")}</Button>
      </InlineStack>
    );
  if (!data) return <SkeletonBodyText lines={2} />;
  if (data.items.length === 0) return <Text as="p">{say("acting.activity.none")}</Text>;
  const { items, nextCursor } = data;
  return (
    <>
      <ol className="attune-activity">
        {items.map((one) => (
          <li key={one.id}>
            <span>
              {one.type === "note" ? say("acting.did.noteWritten") : eventWords(say, one, { me, zone })}
            </span>
            <Text as="span" tone="subdued">
              <BidiText>{actorWords(say, one.by, me)}</BidiText>
              {" · "}
              <RelativeTime at={one.at} />
            </Text>
          </li>
        ))}
      </ol>
      {nextCursor && onOlder ? (
        <InlineStack>
          <Button variant="plain" onClick={() => onOlder(nextCursor)}>
            {say("acting.activity.older")}
          </Button>
        </InlineStack>
      ) : null}
    </>
  );
}
