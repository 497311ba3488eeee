import { TryAgainAt, type Run } from "#app/job.ts";
import { seconds } from "#app/lib/duration.ts";
import type { Now } from "#app/ports.ts";

/** A run gives its slot back after this long, so that a large shop's backfill does not hold it for hours. */
const SLICE = seconds(30);

/**
 * To be called between two steps of a long work: throws TryAgainAt when the process is stopping or the run had its share of
 * time. The job then waits its turn behind the other shops' (not under a second), and goes on where its cursor stands.
 */
export function startSlice(now: Now, run: Run): () => void {
  const until = now().getTime() + SLICE;
  return () => {
    if (run.signal.aborted) throw new TryAgainAt(now(), "this process is stopping");
    if (now().getTime() >= until) throw new TryAgainAt(now(), "it goes on after the other shops' turn");
  };
}
