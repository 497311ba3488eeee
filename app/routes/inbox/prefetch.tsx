import { useFetcher } from "@remix-run/react";
import { useEffect } from "react";
import { aheadOf } from "#app/components/prefetched.ts";

/** A row that is only passed by is not looked up. */
const REST_MS = 60;

/**
 * Looks up a conversation that is about to be opened. It stands on the page for as long as that takes: what stays would be looked up
 * again with every change of the list.
 */
export function Prefetch({ id, onDone }: { id: string; onDone: () => void }) {
  const fetcher = useFetcher();
  const { load, state, data } = fetcher;
  useEffect(() => {
    const timer = setTimeout(() => load(aheadOf(`/inbox/${id}`)), REST_MS);
    return () => clearTimeout(timer);
  }, [id, load]);
  useEffect(() => {
    if (state === "idle" && data !== undefined) onDone();
  }, [state, data, onDone]);
  return null;
}
