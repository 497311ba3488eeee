import { useRevalidator } from "@remix-run/react";
import { useEffect, useState } from "react";
import type { ShownLeaving } from "#app/desk/outgoing-shapes.ts";

const TICK_MS = 250;

/**
 * How many whole seconds are left before a mail leaves. Counted from when the server said so, by how this browser's own clock runs: what
 * that clock shows does not matter. Once it is due the screen looks what became of it.
 */
export function useTimeLeft(one: ShownLeaving): number {
  const { revalidate } = useRevalidator();
  const [left, setLeft] = useState(one.leavesInMs);
  // Each answer of the server is another object: it is counted from there.
  useEffect(() => {
    const due = performance.now() + one.leavesInMs;
    const timer = setInterval(() => {
      const now = due - performance.now();
      setLeft(now);
      if (now > 0) return;
      clearInterval(timer);
      revalidate();
    }, TICK_MS);
    return () => clearInterval(timer);
  }, [one, revalidate]);
  return Math.max(Math.ceil(left / 1_000), 0);
}
