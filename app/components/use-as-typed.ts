import { useEffect, useState } from "react";
import { askLive } from "./ask-live.ts";
import { pause } from "./pause.ts";

/** So long nothing is changed before it is asked anew. */
const PAUSE_MS = 500;
const RETRY_MS = 5_000;

export type AsTyped<T> = {
  /** `answered`: for this very body. `lost`: nobody answered, and it is asked again. `wrong`: a field holds no valid value. */
  state: "asking" | "answered" | "lost" | "wrong";
  /** What was answered last; null before the first answer. */
  last: T | null;
};

type Answer<T> = { asked: string; given: T | "wrong" | "lost" };

/** What the server says of what is typed, asked for again when it changes. An answer to what was typed before is dropped. */
export function useAsTyped<T extends object>(address: string, body: string): AsTyped<T> {
  const asked = `${address} ${body}`;
  const [answer, setAnswer] = useState<Answer<T> | null>(null);
  const [last, setLast] = useState<T | null>(null);
  useEffect(() => {
    const superseded = new AbortController();
    const { signal } = superseded;
    void (async () => {
      await pause(PAUSE_MS, signal);
      while (!signal.aborted) {
        const given = await askLive<T>(address, body, signal);
        if (signal.aborted) return;
        setAnswer({ asked, given });
        if (typeof given === "object") setLast(given);
        if (given !== "lost") return;
        await pause(RETRY_MS, signal);
      }
    })();
    return () => superseded.abort();
  }, [address, asked, body]);
  if (answer?.asked !== asked) return { state: "asking", last };
  if (answer.given === "wrong" || answer.given === "lost") return { state: answer.given, last };
  return { state: "answered", last };
}
