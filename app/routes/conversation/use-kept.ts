import { useFetcher } from "@remix-run/react";
import { useEffect, useState } from "react";
import { ownPlace } from "#app/components/own-place.ts";
import { useRestored } from "#app/components/use-restored.ts";
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

const browserOf = (writer: string) => ownPlace(() => window.localStorage, writer);
