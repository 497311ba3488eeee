import { useCallback, useEffect, useRef, useState } from "react";
import type { Present } from "#app/desk/live/desk-event.ts";
import { useHear } from "./use-live.ts";
import { usePresent } from "./use-present.ts";
import { WhoElse } from "./who-else.tsx";

/** Twice as often as somebody is taken for gone. */
const BEAT_MS = 20_000;
/** A key pressed is said at once, and not again for so long. */
const TYPING_MS = 4_000;
/** Without a key for so long nobody is writing. */
const STILL_MS = 5_000;

type Doing = "looking" | "typing" | "left";
type Answer = { me: string; people: Present[] };

const NOBODY: Answer = { me: "", people: [] };

/** Says that a conversation is open here, and whether something is being written, and shows who else has it open. */
export function Here({ conversationId }: { conversationId: string }) {
  const [answer, setAnswer] = useState(NOBODY);
  const tell = useCallback(
    async (doing: Doing) => {
      const told = await say(conversationId, doing);
      if (told && doing !== "left") setAnswer(told);
    },
    [conversationId],
  );
  useBeat(tell);
  const loaded = useLoaded(conversationId, answer.people);
  const { present, hear } = usePresent(loaded, answer.me);
  useHear(hear);
  return <WhoElse people={answer.me === "" ? [] : present(conversationId)} />;
}

/** The same object as long as it says the same: what was heard since is newer. */
function useLoaded(conversationId: string, people: Present[]) {
  const [loaded, setLoaded] = useState({ people, by: { [conversationId]: people } });
  if (loaded.people === people) return loaded.by;
  const next = { people, by: { [conversationId]: people } };
  setLoaded(next);
  return next.by;
}

function useBeat(tell: (doing: Doing) => Promise<void>) {
  const typedAt = useRef(0);
  useEffect(() => {
    let toldTyping = 0;
    const isStill = () => Date.now() - typedAt.current > STILL_MS;
    const beat = () => {
      if (document.visibilityState === "visible") void tell(isStill() ? "looking" : "typing");
    };
    const typed = ({ target }: Event) => {
      if (!(target instanceof HTMLElement) || !target.closest("main textarea, main [contenteditable=true]"))
        return;
      typedAt.current = Date.now();
      if (Date.now() - toldTyping < TYPING_MS) return;
      toldTyping = Date.now();
      void tell("typing");
    };
    const stilled = setInterval(() => {
      if (toldTyping === 0 || !isStill()) return;
      toldTyping = 0;
      beat();
    }, 1_000);
    beat();
    const beating = setInterval(beat, BEAT_MS);
    document.addEventListener("visibilitychange", beat);
    document.addEventListener("input", typed);
    return () => {
      clearInterval(stilled);
      clearInterval(beating);
      document.removeEventListener("visibilitychange", beat);
      document.removeEventListener("input", typed);
      void tell("left");
    };
  }, [tell]);
}

/** Null when it could not be said; the next beat says it. */
async function say(conversationId: string, doing: Doing): Promise<Answer | null> {
  try {
    const answer = await fetch(`/inbox/${conversationId}/presence`, {
      method: "POST",
      body: new URLSearchParams({ doing }),
      keepalive: true,
    });
    return answer.ok ? ((await answer.json()) as Answer) : null;
  } catch {
    return null;
  }
}
