import { useEffect, useState } from "react";
import type { ShownLevel } from "#app/desk/show-level.server.ts";

/** Clocks move on by themselves, and others of the team act. */
const EVERY_MS = 60_000;

/**
 * The clocks of a conversation, asked for when it is shown, when it changed (`version`), and once a minute while somebody looks. Who
 * looks is told to the server, so that nobody is told at once of it any more. `loaded` is what the page came with.
 */
export function useLevel(
  conversationId: string,
  version: string,
  loaded: ShownLevel | null,
): ShownLevel | null {
  const [level, setLevel] = useState({ of: conversationId, level: loaded });
  useEffect(() => {
    const gone = new AbortController();
    const look = () => {
      if (document.visibilityState !== "visible") return;
      void ask(conversationId, gone.signal).then((found) => {
        if (found && !gone.signal.aborted) setLevel({ of: conversationId, level: found });
      });
    };
    look();
    const timer = setInterval(look, EVERY_MS);
    document.addEventListener("visibilitychange", look);
    return () => {
      gone.abort();
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [conversationId, version]);
  useSeen(conversationId);
  return level.of === conversationId ? level.level : null;
}

function useSeen(conversationId: string): void {
  useEffect(() => {
    const seen = () => {
      if (document.visibilityState !== "visible") return;
      document.removeEventListener("visibilitychange", seen);
      void fetch(`/inbox/${conversationId}/level`, { method: "POST" }).catch(() => undefined);
    };
    document.addEventListener("visibilitychange", seen);
    seen();
    return () => document.removeEventListener("visibilitychange", seen);
  }, [conversationId]);
}

async function ask(conversationId: string, signal: AbortSignal): Promise<ShownLevel | null> {
  try {
    const answer = await fetch(`/inbox/${conversationId}/level`, { signal });
    if (!answer.ok) return null;
    const { level }: { level: ShownLevel | null } = await answer.json();
    return level;
  } catch {
    return null;
  }
}
