import { useRevalidator } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { Badge, Button, InlineStack } from "@shopify/polaris";
import { useState } from "react";
import { BidiText } from "#app/components/bidi-text.tsx";
import { postJson } from "#app/components/outgoing/post-json.ts";
import { useWords } from "#app/components/words.tsx";
import type { Undone } from "#app/care/review/undo-send.server.ts";
import type { ShownLeaving } from "#app/desk/outgoing-shapes.ts";
import { useTimeLeft } from "./use-time-left.ts";

/** A mail to a third party that has not left yet, and the way to take it back. */
export function AsideLeaving({ conversationId, one }: { conversationId: string; one: ShownLeaving }) {
  const say = useWords();
  const shopify = useAppBridge();
  const { revalidate } = useRevalidator();
  const [busy, setBusy] = useState(false);
  const seconds = useTimeLeft(one);
  const undo = async () => {
    setBusy(true);
    const undone = await postJson<Undone>(`/inbox/${conversationId}/undo`, { deliveryId: one.deliveryId });
    setBusy(false);
    if (undone.outcome === "undone") shopify.toast.show(say("outgoing.aside.undone"));
    else
      shopify.toast.show(
        say(undone.outcome === "unreachable" ? "outgoing.unreachable" : "outgoing.leaving.too_late"),
        { isError: true },
      );
    revalidate();
  };
  return (
    <div>
      <InlineStack gap="200" blockAlign="center">
        <Badge tone="info">
          {seconds > 0 ? say("outgoing.leaving.in", { seconds }) : say("outgoing.leaving.now")}
        </Badge>
        {one.undoable ? (
          <Button size="slim" loading={busy} onClick={() => void undo()}>
            {say("outgoing.leaving.undo")}
          </Button>
        ) : null}
      </InlineStack>
      <BidiText lines>{one.text}</BidiText>
    </div>
  );
}
