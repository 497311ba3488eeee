import { useEffect, useState } from "react";
import type { Check } from "#app/care/draft/draft.ts";
import type { EditChecked } from "#app/care/review/check-edit.server.ts";
import type { AroundText } from "#app/care/review/around-text.ts";

/** So long nothing is typed before the text is checked: longer than between two keys, shorter than a look away. */
const PAUSE_MS = 350;
const RETRY_MS = 4_000;

type Asked = {
  conversationId: string;
  draftId: string;
  text: string;
  /** Whether what stands around the text in the mail is asked for, too. */
  around?: boolean;
};
export type LiveChecks = {
  /** `checked`: of this very text. `lost`: the guard was not reached, and is asked again. */
  state: "idle" | "checking" | "checked" | "lost";
  /** What was found last, in this text or the one before it; null before the first answer. */
  checks: Check[] | null;
  /** What would stand around the text that was checked last; null where it is not known. */
  around: AroundText | null;
};

/** The guard's word on a text as it is typed; `text` null while nothing is edited. An answer about an older text is dropped. */
export function useChecks(given: Omit<Asked, "text"> & { text: string | null }): LiveChecks {
  const { conversationId, draftId, text, around = false } = given;
  const [answer, setAnswer] = useState<(Checked & { asked: string }) | null>(null);
  const [lost, setLost] = useState<string | null>(null);
  const asked = `${draftId}|${text ?? ""}`;
  useEffect(() => {
    if (text === null) return undefined;
    const superseded = new AbortController();
    const { signal } = superseded;
    void (async () => {
      await pause(PAUSE_MS, signal);
      while (!signal.aborted) {
        const said = await ask({ conversationId, draftId, text, around }, signal);
        if (signal.aborted) return;
        setLost(said.outcome === "lost" ? asked : null);
        if (said.outcome === "checked")
          setAnswer({ asked, checks: said.checks, around: said.around ?? null });
        if (said.outcome !== "lost") return;
        await pause(RETRY_MS, signal);
      }
    })();
    return () => superseded.abort();
  }, [conversationId, draftId, text, around, asked]);
  if (text === null) return { state: "idle", checks: null, around: null };
  const found: Checked = { checks: answer?.checks ?? null, around: answer?.around ?? null };
  if (answer?.asked === asked) return { state: "checked", ...found };
  return { state: lost === asked ? "lost" : "checking", ...found };
}

/** Of a draft that is stale or gone the screen says so by itself. */
type Said = (EditChecked & { around?: AroundText | null }) | { outcome: "lost" };
type Checked = Pick<LiveChecks, "checks" | "around">;

async function ask({ conversationId, draftId, text, around }: Asked, signal: AbortSignal): Promise<Said> {
  try {
    const answer = await fetch(`/inbox/${conversationId}/check`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ draftId, text, ...(around ? { around } : {}) }),
      signal,
    });
    if (!answer.ok) return { outcome: "lost" };
    const said: EditChecked = await answer.json();
    return said;
  } catch {
    return { outcome: "lost" };
  }
}

/** Ends early when it is no longer needed, or the connection is back. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      window.removeEventListener("online", end);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    window.addEventListener("online", end);
    signal.addEventListener("abort", end);
  });
}
