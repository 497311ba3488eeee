import { useRevalidator } from "@remix-run/react";
import { useEffect, useMemo, useState } from "react";
import type { ShownLeaving } from "#app/desk/outgoing-shapes.ts";

const TICK_MS = 250;

/**
 * How many whole seconds are left before a mail leaves. Counted from when the server said so, by this browser's own clock running: what
 * that clock shows does not matter. Once it is due the screen looks what became of it.
 */
export function useTimeLeft(one: ShownLeaving): number {
  const { revalidate } = useRevalidator();
  // Each answer of the server is another object: it is counted from there.
  const due = useMemo(() => performance.now() + one.leavesInMs, [one]);
  const [, setTicks] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => {
      setTicks((count) => count + 1);
      if (performance.now() < due) return;
      clearInterval(timer);
      revalidate();
    }, TICK_MS);
    return () => clearInterval(timer);
  }, [due, revalidate]);
  return Math.max(Math.ceil((due - performance.now()) / 1_000), 0);
}
