import { useFetchers, useRevalidator } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { Badge, Banner, BlockStack, Box, Button, InlineStack, Text } from "@shopify/polaris";
import { useEffect, useRef, useState, type RefObject } from "react";
import { BidiText } from "#app/components/bidi-text.tsx";
import { postJson } from "#app/components/outgoing/post-json.ts";
import { useWords } from "#app/components/words.tsx";
import type { Undone } from "#app/care/review/undo-send.server.ts";
import type { Mailbox } from "#app/conversation/message-content.ts";
import type { ConversationDetail } from "#app/desk/shapes.ts";
import type { ShownLeaving } from "#app/desk/outgoing-shapes.ts";
import type { WordKey } from "#app/words/say.ts";
import { useTimeLeft } from "./use-time-left.ts";

/** A reply that was taken back: what a person had made of its draft, and who was to have a copy. */
export type TakenBack = { draftId: string | null; text: string | null; copies: Mailbox[] };

type Given = {
  conversation: Pick<ConversationDetail, "id" | "draft" | "outgoing">;
  onUndone: (taken: TakenBack) => void;
};

/**
 * What was approved and has not left, under the thread that it will stand in: how long it can be taken back, and the way to do so. It
 * leaves by itself, whether or not anybody looks.
 */
export function Leaving({ conversation, onUndone }: Given) {
  const say = useWords();
  const { id, draft, outgoing } = conversation;
  const { leaving, undoSeconds } = outgoing;
  const place = useRef<HTMLOListElement>(null);
  const said = useAnnounced(leaving, place);
  const sending = useFetchers().find(
    (one) => one.formData?.get("intent") === "send" && one.state === "submitting",
  );
  const text = sending?.formData?.get("text") ?? draft?.text ?? "";
  const early = sending && leaving.length === 0 && typeof text === "string" ? text : null;
  return (
    <div className={leaving.length > 0 || early !== null ? undefined : "attune-nothing-leaving"}>
      <output>
        <Text as="span" visuallyHidden>
          {said ? say(said, { seconds: undoSeconds }) : ""}
        </Text>
      </output>
      {leaving.length > 0 || early !== null ? (
        <ol
          className="attune-leaving-list"
          ref={place}
          tabIndex={-1}
          aria-label={say("outgoing.leaving.list")}
        >
          {early === null ? null : (
            <Entry text={early}>
              <Badge tone="info">{say("outgoing.leaving.now")}</Badge>
            </Entry>
          )}
          {leaving.map((one) => (
            <LeavingEntry key={one.deliveryId} one={one} address={`/inbox/${id}/undo`} onUndone={onUndone} />
          ))}
        </ol>
      ) : null}
    </div>
  );
}

/**
 * Says once that something leaves, and takes the focus where the button stood that was pressed: it is gone with its draft. Once it has
 * left, the conversation itself has it.
 */
function useAnnounced(
  leaving: readonly ShownLeaving[],
  place: RefObject<HTMLElement | null>,
): WordKey | null {
  const ids = leaving.map(({ deliveryId }) => deliveryId).join();
  const before = useRef(ids);
  const [said, setSaid] = useState<WordKey | null>(null);
  useEffect(() => {
    if (before.current === ids) return;
    const grew = ids.length > before.current.length;
    before.current = ids;
    setSaid(grew ? "outgoing.leaving.announced" : "outgoing.leaving.gone");
    if (document.activeElement !== document.body) return;
    const conversation = document.querySelector<HTMLElement>(".attune-focus-place");
    const next = place.current?.querySelector("button") ?? place.current ?? conversation;
    next?.focus({ preventScroll: next === conversation });
  }, [ids, place]);
  return said;
}

type EntryGiven = {
  one: ShownLeaving;
  address: string;
  onUndone: (taken: TakenBack) => void;
};

function LeavingEntry({ one, address, onUndone }: EntryGiven) {
  const say = useWords();
  const shopify = useAppBridge();
  const { revalidate } = useRevalidator();
  const seconds = useTimeLeft(one);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<"unreachable" | "too_late" | null>(null);
  const takeBack = async () => {
    setBusy(true);
    setTrouble(null);
    const undone = await postJson<Undone>(address, { deliveryId: one.deliveryId });
    setBusy(false);
    if (undone.outcome === "undone") {
      shopify.toast.show(say("outgoing.leaving.undone"));
      onUndone({ draftId: undone.draftId, text: undone.text, copies: one.copies });
    } else setTrouble(undone.outcome === "unreachable" ? "unreachable" : "too_late");
    revalidate();
  };
  return (
    <Entry text={one.text}>
      <InlineStack gap="200" blockAlign="center">
        <Badge tone="info">
          {seconds > 0 ? say("outgoing.leaving.in", { seconds }) : say("outgoing.leaving.now")}
        </Badge>
        {one.undoable ? (
          <Button onClick={() => void takeBack()} loading={busy} size="slim">
            {say("outgoing.leaving.undo")}
          </Button>
        ) : null}
      </InlineStack>
      <Besides one={one} />
      {trouble ? (
        <Banner tone={trouble === "too_late" ? "info" : "critical"}>
          {say(trouble === "too_late" ? "outgoing.leaving.too_late" : "outgoing.unreachable")}
        </Banner>
      ) : null}
    </Entry>
  );
}

function Besides({ one }: { one: ShownLeaving }) {
  const say = useWords();
  const copies = one.copies.map(({ name, address }) => name || address).join(", ");
  const files = one.files.map(({ name }) => name).join(", ");
  return (
    <>
      {copies ? (
        <Text as="p" variant="bodySm" tone="subdued">
          {say("outgoing.leaving.copies", { copies })}
        </Text>
      ) : null}
      {files ? (
        <Text as="p" variant="bodySm" tone="subdued">
          {say("outgoing.leaving.files", { files })}
        </Text>
      ) : null}
    </>
  );
}

function Entry({ text, children }: { text: string; children: React.ReactNode }) {
  return (
    <li className="attune-leaving">
      <Box
        background="bg-surface-secondary"
        borderColor="border"
        borderWidth="025"
        borderStyle="dashed"
        borderRadius="300"
        padding="400"
      >
        <BlockStack gap="200">
          {children}
          <BidiText lines>{text}</BidiText>
        </BlockStack>
      </Box>
    </li>
  );
}
