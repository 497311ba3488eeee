import { useRevalidator } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { Badge, Banner, BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { useState } from "react";
import { BidiText } from "#app/components/bidi-text.tsx";
import { postJson } from "#app/components/outgoing/post-json.ts";
import { RelativeTime } from "#app/components/relative-time.tsx";
import { shortSubject } from "#app/components/short-subject.ts";
import { Subject } from "#app/components/subject.tsx";
import { useWords } from "#app/components/words.tsx";
import type { ConversationDetail } from "#app/desk/shapes.ts";
import type { ShownAside } from "#app/desk/outgoing-shapes.ts";
import { AsideForm } from "./outgoing-aside-form.tsx";
import { AsideLeaving } from "./outgoing-aside-leaving.tsx";
import { AsideTrouble } from "./outgoing-aside-trouble.tsx";

/** What was pressed went away: what opened it is there again, and has the focus. */
const focusOpener = (id: string) => requestAnimationFrame(() => document.getElementById(id)?.focus());
const ASK = "attune-aside-ask";

type Given = { conversation: Pick<ConversationDetail, "id" | "outgoing"> };

/** What was asked of a warehouse or a carrier about this conversation, and what they answered. The shopper sees none of it. */
export function AsidesCard({ conversation: { id, outgoing } }: Given) {
  const say = useWords();
  const [asking, setAsking] = useState(false);
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {say("outgoing.aside.title")}
          </Text>
          <Text as="p" variant="bodySm" tone="subdued">
            {say("outgoing.aside.about")}
          </Text>
        </BlockStack>
        {outgoing.asides.length > 0 ? (
          <ul className="attune-subtle-list">
            {outgoing.asides.map((aside) => (
              <Aside key={aside.id} conversationId={id} aside={aside} />
            ))}
          </ul>
        ) : null}
        {asking ? (
          <AsideForm
            conversationId={id}
            aside={null}
            onDone={() => {
              setAsking(false);
              focusOpener(ASK);
            }}
          />
        ) : (
          <InlineStack>
            <Button id={ASK} onClick={() => setAsking(true)}>
              {say("outgoing.aside.ask")}
            </Button>
          </InlineStack>
        )}
      </BlockStack>
    </Card>
  );
}

function Aside({ conversationId, aside }: { conversationId: string; aside: ShownAside }) {
  const say = useWords();
  const [open, setOpen] = useState(aside.status === "open");
  const [answering, setAnswering] = useState(false);
  const { status, to, subject, updatedAt } = aside;
  const state = status === "closed" ? "closed" : status === "open" ? "answered" : "waiting";
  return (
    <li className="attune-aside">
      <BlockStack gap="200">
        <InlineStack gap="200" align="space-between" blockAlign="center">
          <InlineStack gap="200" blockAlign="center">
            <Text as="h3" variant="headingSm">
              <BidiText>{to.name || to.address}</BidiText>
            </Text>
            <Badge tone={state === "answered" ? "attention" : undefined}>
              {say(`outgoing.aside.${state}`)}
            </Badge>
          </InlineStack>
          <Button
            variant="plain"
            onClick={() => setOpen(!open)}
            ariaExpanded={open}
            accessibilityLabel={say(open ? "outgoing.aside.hideOf" : "outgoing.aside.showOf", {
              subject: shortSubject(subject),
            })}
          >
            {say(open ? "outgoing.aside.hide" : "outgoing.aside.show")}
          </Button>
        </InlineStack>
        <Text as="p" variant="bodySm" tone="subdued" breakWord>
          <Subject>{subject}</Subject>
          {" · "}
          <RelativeTime at={updatedAt} />
        </Text>
        {aside.troubles.map((trouble) => (
          <AsideTrouble key={trouble.deliveryId} conversationId={conversationId} trouble={trouble} />
        ))}
        {open ? (
          <>
            <AsideThread aside={aside} />
            {aside.leaving.map((one) => (
              <AsideLeaving key={one.deliveryId} conversationId={conversationId} one={one} />
            ))}
            {answering ? (
              <AsideForm
                conversationId={conversationId}
                aside={aside}
                onDone={() => {
                  setAnswering(false);
                  focusOpener(`${ASK}-${aside.id}`);
                }}
              />
            ) : (
              <AsideActs conversationId={conversationId} aside={aside} onAnswer={() => setAnswering(true)} />
            )}
          </>
        ) : null}
      </BlockStack>
    </li>
  );
}

function AsideThread({ aside }: { aside: ShownAside }) {
  const say = useWords();
  return (
    <ol className="attune-subtle-list">
      {aside.messages.map(({ id, direction, from, text, at }) => (
        <li key={id}>
          <Text as="p" variant="bodySm" fontWeight="medium">
            {direction === "out" ? (
              say("outgoing.aside.us")
            ) : (
              <BidiText>{from.name || from.address}</BidiText>
            )}
            {" · "}
            <RelativeTime at={at} />
          </Text>
          <BidiText lines>{text.trim() || say("conversation.thread.noText")}</BidiText>
        </li>
      ))}
    </ol>
  );
}

type Acts = { conversationId: string; aside: ShownAside; onAnswer: () => void };

function AsideActs({ conversationId, aside, onAnswer }: Acts) {
  const say = useWords();
  const shopify = useAppBridge();
  const { revalidate } = useRevalidator();
  const [busy, setBusy] = useState(false);
  const [lost, setLost] = useState(false);
  const isClosed = aside.status === "closed";
  const settle = async () => {
    setBusy(true);
    setLost(false);
    const body = { act: "close", sideId: aside.id, as: isClosed ? "open" : "closed" };
    const said = await postJson<{ outcome: string }>(`/inbox/${conversationId}/aside`, body);
    setBusy(false);
    if (said.outcome === "unreachable") return setLost(true);
    shopify.toast.show(say(isClosed ? "outgoing.aside.reopened" : "outgoing.aside.closedToast"));
    return revalidate();
  };
  return (
    <BlockStack gap="200">
      <InlineStack gap="200">
        <Button id={`${ASK}-${aside.id}`} size="slim" onClick={onAnswer} disabled={busy}>
          {say("outgoing.aside.write")}
        </Button>
        <Button
          size="slim"
          onClick={() => void settle()}
          loading={busy}
          accessibilityLabel={say(isClosed ? "outgoing.aside.reopenOf" : "outgoing.aside.closeOf", {
            subject: shortSubject(aside.subject),
          })}
        >
          {say(isClosed ? "outgoing.aside.reopen" : "outgoing.aside.close")}
        </Button>
      </InlineStack>
      {lost ? <Banner tone="critical">{say("outgoing.unreachable")}</Banner> : null}
    </BlockStack>
  );
}
