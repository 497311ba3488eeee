import { useCallback, useState, useSyncExternalStore } from "react";

const nothing = () => () => {};

/**
 * What was kept in this browser is there again, once; `shown`: and somebody is to be told so. The document is the server's, and knows of
 * none. `skip`: where something else was asked for.
 */
export function useRestored<T>(stored: () => T | null, restore: (kept: T) => void, skip = false) {
  const [look] = useState(() => atFirst(stored));
  const kept = useSyncExternalStore(nothing, look, () => undefined);
  const [looked, setLooked] = useState(skip);
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
