import { useEffect, useState } from "react";
import type { OutreachPreview as Preview } from "#app/care/decide/preview.server.ts";
import type { Fields } from "./fields.ts";
import { askLive } from "#app/components/ask-live.ts";
import { pause } from "#app/components/pause.ts";

/** So long nothing is changed before it is counted anew. */
const PAUSE_MS = 500;
const RETRY_MS = 5_000;

export type LivePreview = {
  /** `counted`: of these very settings. `lost`: nobody answered, and it is asked again. `wrong`: a field holds no valid value. */
  state: "counting" | "counted" | "lost" | "wrong";
  /** What was counted last; null before the first answer. */
  preview: Preview | null;
};

type Answer = { asked: string; preview: Preview | "wrong" | "lost" };

/** What these settings would have found and written last month, asked for again when one of them changes. */
export function usePreview(fields: Fields): LivePreview {
  const asked = JSON.stringify(countedOf(fields));
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [counted, setCounted] = useState<Preview | null>(null);
  useEffect(() => {
    const superseded = new AbortController();
    const { signal } = superseded;
    void (async () => {
      await pause(PAUSE_MS, signal);
      while (!signal.aborted) {
        const preview = await askLive<Preview>("/settings/outreach/preview", asked, signal);
        if (signal.aborted) return;
        setAnswer({ asked, preview });
        if (typeof preview === "object") setCounted(preview);
        if (preview !== "lost") return;
        await pause(RETRY_MS, signal);
      }
    })();
    return () => superseded.abort();
  }, [asked]);
  if (answer?.asked !== asked) return { state: "counting", preview: counted };
  if (answer.preview === "wrong" || answer.preview === "lost")
    return { state: answer.preview, preview: counted };
  return { state: "counted", preview: answer.preview };
}

/** What is held out by chance changes no count: switching it on asks nothing. */
const countedOf = ({ holdOut: _holdOut, share: _share, ...counted }: Fields) => ({
  ...counted,
  holdOut: false,
  share: "10",
});
