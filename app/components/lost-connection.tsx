import { Banner } from "@shopify/polaris";
import { useEffect, useSyncExternalStore } from "react";
import { useLook } from "./live/use-live.ts";
import { useWords } from "./words.tsx";

const AGAIN_MS = 3_000;

/** Above a screen whose last look for news did not get through, or whose browser has no network: until one does. */
export function LostConnection({ lost = false }: { lost: boolean | undefined }) {
  const say = useWords();
  const online = useSyncExternalStore(
    watch,
    () => navigator.onLine,
    () => true,
  );
  const look = useLook();
  useEffect(() => {
    window.addEventListener("online", look);
    return () => window.removeEventListener("online", look);
  }, [look]);
  useEffect(() => {
    if (!lost || !online) return undefined;
    const timer = setInterval(look, AGAIN_MS);
    return () => clearInterval(timer);
  }, [lost, online, look]);
  if (!lost && online) return null;
  return (
    <Banner tone="warning" title={say("lost.title")}>
      {say("lost.text")}
    </Banner>
  );
}

function watch(told: () => void) {
  window.addEventListener("online", told);
  window.addEventListener("offline", told);
  return () => {
    window.removeEventListener("online", told);
    window.removeEventListener("offline", told);
  };
}
