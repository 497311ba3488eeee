import { useFetcher } from "@remix-run/react";
import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import { ownPlace } from "#app/components/own-place.ts";
import { useWriter } from "#app/components/writer.tsx";
import type { Store } from "./kept-by-conversation.ts";
import type { TakenBack } from "./outgoing-leaving.tsx";
import type { clientAction } from "./route.tsx";

type Given = { conversationId: string; draftId: string | null; takenBack: TakenBack | null };
/** Where it is kept, and what of a reply that was taken back is it. */
type How<T> = { store: Store<T>; of: (takenBack: TakenBack) => T | null };

/**
 * What a person makes of a reply: kept in their browser at every key, there again when they come back, and theirs to go on with when they
 * take a reply back. Once it was sent it is forgotten.
 */
export function useKept<T>({ conversationId, draftId, takenBack }: Given, { store, of }: How<T>) {
  const writer = useWriter();
  const [value, setValue] = useState<T | null>(null);
  const [touched, setTouched] = useState(false);
  const restored = useRestored(
    () => store.read(browserOf(writer), conversationId, Date.now()),
    (kept: T) => setValue(kept),
  );
  const [seen, setSeen] = useState(takenBack);
  if (takenBack !== seen) {
    setSeen(takenBack);
    setValue(takenBack && of(takenBack));
    setTouched(true);
  }
  const { data, state } = useFetcher<typeof clientAction>({ key: `send:${draftId ?? ""}` });
  const [sent, setSent] = useState(data);
  if (state === "idle" && data !== sent) {
    setSent(data);
    if (data?.outcome === "sent") {
      setValue(null);
      setTouched(true);
    }
  }
  useEffect(() => {
    if (touched) store.keep(browserOf(writer), { conversationId, value, now: Date.now() });
  }, [store, writer, conversationId, value, touched]);
  const change = (next: T | null) => {
    setTouched(true);
    restored.dismiss();
    setValue(next);
  };
  return { value, change, restored: restored.shown };
}

const nothing = () => () => {};

/** What was kept in this browser is there again. The document is the server's, and knows of none. */
function useRestored<T>(stored: () => T | null, restore: (kept: T) => void) {
  const [look] = useState(() => atFirst(stored));
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
function atFirst<T>(stored: () => T | null): () => T | null {
  let first: { kept: T | null } | null = null;
  return () => (first ??= { kept: stored() }).kept;
}

const browserOf = (writer: string) => ownPlace(() => window.localStorage, writer);
