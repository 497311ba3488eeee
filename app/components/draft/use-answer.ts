import { useCallback, useEffect, useState } from "react";

/** What a question to our own server came to; `failed` when it was not answered. */
export type Answer<T> = { data: T | null; failed: boolean; again: () => void };

/** Asks an address once, and anew when it is another one; null asks nothing. For what the screen's own look for news leaves out. */
export function useAnswer<T>(address: string | null): Answer<T> {
  const [answer, setAnswer] = useState<{ address: string; data: T | null } | null>(null);
  const [attempt, setAttempt] = useState(0);
  const again = useCallback(() => setAttempt((count) => count + 1), []);
  useEffect(() => {
    if (address === null) return undefined;
    const superseded = new AbortController();
    const { signal } = superseded;
    void read<T>(address, signal).then((data) => {
      if (!signal.aborted) setAnswer({ address, data });
    });
    return () => superseded.abort();
  }, [address, attempt]);
  const current = answer !== null && answer.address === address;
  return { data: current ? answer.data : null, failed: current && answer.data === null, again };
}

async function read<T>(address: string, signal: AbortSignal): Promise<T | null> {
  try {
    const answer = await fetch(address, { signal });
    if (!answer.ok) return null;
    const data: T = await answer.json();
    return data;
  } catch {
    return null;
  }
}
