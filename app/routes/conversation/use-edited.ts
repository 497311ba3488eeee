import { useFetcher } from "@remix-run/react";
import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import { ownPlace } from "#app/components/own-place.ts";
import { useWriter } from "#app/components/writer.tsx";
import { keepReply, keptReply, type Edited } from "./kept-replies.ts";
import type { TakenBack } from "./outgoing-leaving.tsx";
import type { clientAction } from "./route.tsx";

type Given = { conversationId: string; draftId: string | null; takenBack: TakenBack | null };

/**
 * What a person makes of a draft's text: kept in their browser at every key, there again when they come back, and theirs to go on with when
 * they take a reply back. Once it was sent it is forgotten.
 */
export function useEdited({ conversationId, draftId, takenBack }: Given) {
  const writer = useWriter();
  const [edited, setEdited] = useState<Edited | null>(null);
  const [touched, setTouched] = useState(false);
  const restored = useRestored({ conversationId, writer }, (kept) => setEdited(kept));
  const [seen, setSeen] = useState(takenBack);
  if (takenBack !== seen) {
    setSeen(takenBack);
    const { draftId: of = null, text = null } = takenBack ?? {};
    setEdited(of !== null && text !== null ? { draftId: of, text } : null);
    setTouched(true);
  }
  const { data, state } = useFetcher<typeof clientAction>({ key: `send:${draftId ?? ""}` });
  const [sent, setSent] = useState(data);
  if (state === "idle" && data !== sent) {
    setSent(data);
    if (data?.outcome === "sent") {
      setEdited(null);
      setTouched(true);
    }
  }
  useEffect(() => {
    if (touched)
      keepReply(
        ownPlace(() => window.localStorage, writer),
        { conversationId, edited, now: Date.now() },
      );
  }, [conversationId, edited, touched, writer]);
  const edit = (next: Edited | null) => {
    setTouched(true);
    restored.dismiss();
    setEdited(next);
  };
  return { edited, edit, restored: restored.shown };
}

type Whose = { conversationId: string; writer: string };

const nothing = () => () => {};

/** What was kept in this browser is there again. The document is the server's, and knows of none. */
function useRestored(whose: Whose, restore: (kept: Edited) => void) {
  const [look] = useState(() => keptAtFirst(whose));
  const kept = useSyncExternalStore(nothing, look, () => undefined);
  const [looked, setLooked] = useState(false);
  const [shown, setShown] = useState(false);
  if (!looked && kept !== undefined) {
    setLooked(true);
    if (kept) {
      restore(kept);
      setShown(true);
    }
  }
  const dismiss = useCallback(() => setShown(false), []);
  return { shown, dismiss };
}

/** What is kept as the screen is opened: what is kept from then on is what stands on it. */
function keptAtFirst(whose: Whose): () => Edited | null {
  let first: { kept: Edited | null } | null = null;
  return () => (first ??= { kept: keptIn(whose) }).kept;
}

const keptIn = ({ conversationId, writer }: Whose): Edited | null =>
  keptReply(
    ownPlace(() => window.localStorage, writer),
    conversationId,
    Date.now(),
  );
