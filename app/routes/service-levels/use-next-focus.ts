import { useEffect, useRef } from "react";

/** Names what has the focus once a row that was added or removed is shown so: with a row that is gone it would be lost. */
export function useNextFocus(): (id: string) => void {
  const next = useRef<string | null>(null);
  useEffect(() => {
    if (next.current === null) return;
    document.getElementById(next.current)?.focus();
    next.current = null;
  });
  return (id) => {
    next.current = id;
  };
}

/** Of rows that each have an id: the one that comes to stand where one is taken out, else the last, else what adds one. */
export const afterRemoval = (
  { at, count }: { at: number; count: number },
  { row, none }: { row: (at: number) => string; none: string },
): string => (count > 1 ? row(Math.min(at, count - 2)) : none);
