import { useCallback, useEffect, useState } from "react";
import type { DeskEvent, Present } from "#app/desk/live/desk-event.ts";

type People = Readonly<Record<string, readonly Present[]>>;

/**
 * Who is in which conversation besides `me`, as the loader said, with what is heard since. Whoever's time is over is gone, whether
 * somebody says so or not.
 */
export function usePresent(loaded: People, me: string) {
  const [heard, setHeard] = useState<{ loaded: People; people: People }>({ loaded, people: loaded });
  if (heard.loaded !== loaded) setHeard({ loaded, people: loaded });
  const [now, setNow] = useState(0);
  const next = Math.min(
    ...Object.values(heard.people).flatMap((all) =>
      all.flatMap(({ until }) => (Date.parse(until) > now ? Date.parse(until) : [])),
    ),
  );
  useEffect(() => {
    if (next === Infinity) return undefined;
    const timer = setTimeout(() => setNow(Date.now()), Math.max(0, next - Date.now()) + 50);
    return () => clearTimeout(timer);
  }, [next]);
  const hear = useCallback((event: DeskEvent) => {
    if (event.kind !== "presence") return;
    const { conversationId, people } = event;
    setHeard((before) => ({ ...before, people: { ...before.people, [conversationId]: people } }));
  }, []);
  const present = (conversationId: string): Present[] =>
    (heard.people[conversationId] ?? []).filter(({ id, until }) => id !== me && Date.parse(until) > now);
  return { present, hear };
}
